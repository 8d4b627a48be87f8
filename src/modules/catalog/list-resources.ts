import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireTeam } from "#modules/tenants/rules/team-only.ts";
import { resourceOrder, selectResources } from "./rules/resource-rows.ts";
import type { ListResourcesInput, Resource } from "./schema.ts";

const resources = `${selectResources} AND ($2 OR r.archived_at IS NULL) ${resourceOrder}`;

/** Rooms, chairs and equipment (B4), for the team. */
export async function listResources(
  ctx: TenantContext,
  input: ListResourcesInput,
): Promise<Result<{ resources: Resource[] }, "forbidden">> {
  const refused = requireTeam(ctx.actor);
  if (refused) return refused;
  const rows = await ctx.sql<Resource>(resources, [ctx.tenantId, input.includeArchived], "list_resources");
  return ok({ resources: rows });
}
