import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { countFreeSeats } from "./class-seats.ts";
import { databaseTimeIn } from "./hold-slot.ts";
import { holdMinutes, holdView, lockHold, longestHoldMinutes } from "./holds.ts";
import type { HoldTokenInput, HoldView } from "./schema.ts";

/**
 * Gives a living hold another ten minutes from now, forty in all at most (D3). Refused once it has run out: its time
 * may be free still, and booking tries to claim it again.
 */
export async function extendHold(
  ctx: TenantContext,
  input: HoldTokenInput,
): Promise<Result<HoldView, "notFound" | "holdExpired">> {
  const hold = await lockHold(ctx, input.token);
  if (!hold) return refuse("notFound", "This time is no longer kept for you. Please choose it again.");
  // Nobody may count the seats while it is being decided whether these are still kept.
  if (hold.sessionId) await countFreeSeats(ctx, hold.sessionId);
  const expiresAt = await databaseTimeIn(ctx, holdMinutes);
  const extended = await ctx.sql<{ expires_at: Date }>(
    `WITH later AS (
       UPDATE hold SET expires_at = LEAST($3, created_at + make_interval(mins => $4))
       WHERE tenant_id = $1 AND id = $2 AND expires_at > clock_timestamp()
       RETURNING tenant_id, id, expires_at
     ), claims AS (
       UPDATE occupancy o SET expires_at = later.expires_at FROM later
       WHERE o.tenant_id = $1 AND o.tenant_id = later.tenant_id AND o.hold_id = later.id AND o.kind = 'hold'
     )
     SELECT expires_at FROM later`,
    [ctx.tenantId, hold.id, expiresAt, longestHoldMinutes],
    "extend_hold",
  );
  const [row] = extended;
  if (!row) return refuse("holdExpired", "The time kept for you has run out. Please choose it again.");
  return ok(holdView({ ...hold, expiresAt: row.expires_at, live: true }, input.token));
}
