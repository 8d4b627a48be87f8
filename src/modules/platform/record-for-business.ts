import { appendEvent } from "#database/events.ts";
import { appendPlatformEvent } from "#database/platform-events.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";

/** Writes what was done to a business into its own trail and into the platform's (A8). */
export async function recordForBusiness(
  ctx: AdminOfBusinessContext,
  type: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const about = { type, subjectType: "business", subjectId: ctx.tenantId, payload };
  await appendEvent(ctx, about);
  await appendPlatformEvent(ctx, ctx.actor, { ...about, businessId: ctx.tenantId });
}
