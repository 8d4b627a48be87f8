import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { locationFields, locationOrder, toLocation } from "./rules/location-fields.ts";
import { requireTeam } from "./rules/team-only.ts";
import type { ListLocationsInput, Location } from "./schema.ts";

/** Where the business receives customers (B2), the primary location first. */
export async function listLocations(
  ctx: TenantContext,
  input: ListLocationsInput,
): Promise<Result<{ locations: Location[] }, "forbidden">> {
  const refused = input.includeArchived ? requireTeam(ctx.actor) : null;
  if (refused) return refused;
  const rows = await ctx.db.location.findMany({
    where: input.includeArchived ? {} : { archivedAt: null },
    select: locationFields,
    orderBy: [...locationOrder],
  });
  return ok({ locations: rows.map(toLocation) });
}
