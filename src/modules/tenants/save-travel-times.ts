import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { SaveTravelTimesInput, TravelTime } from "./schema.ts";

/** Says how long the ways between locations take (C2), in place of what was said before. */
export async function saveTravelTimes(
  ctx: TenantContext,
  { times }: SaveTravelTimesInput,
): Promise<Result<{ times: TravelTime[] }, "forbidden" | "notFound" | "invalid">> {
  const refused =
    requireRight(ctx.actor, "business.write") ?? refuseOddWays(times) ?? (await refuseStrangers(ctx, times));
  if (refused) return refused;
  const taking = times.filter(({ minutes }) => minutes > 0);
  // Ways to archived locations stay for the day they come back.
  await ctx.db.travelTime.deleteMany({ where: { from: { archivedAt: null }, to: { archivedAt: null } } });
  await ctx.db.travelTime.createMany({ data: taking.map((time) => ({ ...time, tenantId: ctx.tenantId })) });
  await appendEvent(ctx, {
    type: "business.travel_changed",
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { times: taking },
  });
  return ok({ times: taking });
}

function refuseOddWays(times: readonly TravelTime[]): Refused<"invalid"> | null {
  if (times.some(({ fromLocationId, toLocationId }) => fromLocationId === toLocationId)) {
    return refuse("invalid", "A way leads from one location to another: choose two.");
  }
  const ways = new Set(times.map(({ fromLocationId, toLocationId }) => `${fromLocationId} ${toLocationId}`));
  return ways.size === times.length ? null : refuse("invalid", "A way is there twice: keep one of them.");
}

/** Both ends must be locations of this business, and in use. */
async function refuseStrangers(
  ctx: TenantContext,
  times: readonly TravelTime[],
): Promise<Refused<"notFound"> | null> {
  const ids = [...new Set(times.flatMap((time) => [time.fromLocationId, time.toLocationId]))];
  const found = await ctx.db.location.count({ where: { id: { in: ids }, archivedAt: null } });
  return found === ids.length ? null : refuse("notFound", "One of the locations is no longer there.");
}
