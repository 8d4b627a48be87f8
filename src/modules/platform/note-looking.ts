import { appendPlatformEvent } from "#database/platform-events.ts";
import type { Sql } from "#database/tenant-context.ts";
import type { PlatformAdmin } from "./platform-context.ts";

/** Who looks at the same again within this time is not written down again. */
const lately = `
  SELECT FROM platform_event
  WHERE type = $1 AND subject_id = $2 AND actor_id = $3 AND at > clock_timestamp() - interval '10 minutes'
  LIMIT 1`;

/** Writes down that an admin saw a business's data, or (null) what happened in all of them (A8). */
export async function noteLooking(
  ctx: { sql: Sql; actor: PlatformAdmin },
  businessId: string | null,
): Promise<void> {
  const seen = businessId
    ? { type: "business.viewed", subjectType: "business", subjectId: businessId, businessId }
    : { type: "trail.viewed", subjectType: "trail", subjectId: "all" };
  const known = await ctx.sql(lately, [seen.type, seen.subjectId, ctx.actor.userId], "looked_lately");
  if (known.length === 0) await appendPlatformEvent(ctx, ctx.actor, seen);
}
