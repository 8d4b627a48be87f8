import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireTeam } from "./rules/team-only.ts";
import type { TravelTime } from "./schema.ts";

/** Minutes from one location to another (C2), for the team; ways that are not there take no time. */
export async function listTravelTimes(
  ctx: TenantContext,
): Promise<Result<{ times: TravelTime[] }, "forbidden">> {
  const refused = requireTeam(ctx.actor);
  if (refused) return refused;
  const times = await ctx.db.travelTime.findMany({
    where: { from: { archivedAt: null }, to: { archivedAt: null } },
    select: { fromLocationId: true, toLocationId: true, minutes: true },
    orderBy: [{ fromLocationId: "asc" }, { toLocationId: "asc" }],
  });
  return ok({ times });
}
