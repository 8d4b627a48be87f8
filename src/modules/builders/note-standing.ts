import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { noteForPlatform } from "./note-for-platform.ts";

/** Writes into both trails that a builder suspended a business, or restored it. */
export async function noteStanding(
  ctx: TenantContext,
  type: "business.suspended" | "business.restored",
): Promise<void> {
  const about = { subjectType: "business", subjectId: ctx.tenantId, payload: { by: "builder" } };
  await appendEvent(ctx, { type, ...about });
  await noteForPlatform(ctx, type, { by: "builder" });
}
