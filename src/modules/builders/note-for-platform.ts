import { appendPlatformEvent } from "#database/platform-events.ts";
import type { TenantContext } from "#database/tenant-context.ts";

/** Writes what a website builder did to a business into the platform's own trail too (A8). */
export async function noteForPlatform(
  ctx: TenantContext,
  type: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const { actor, tenantId } = ctx;
  if (actor.kind !== "siteBuilder") throw new Error("Only website builders provision businesses");
  const about = { subjectType: "business", subjectId: tenantId, businessId: tenantId };
  await appendPlatformEvent(ctx, actor, { type, ...about, payload });
}
