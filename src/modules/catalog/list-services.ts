import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireTeam } from "#modules/tenants/rules/team-only.ts";
import {
  groupByCategory,
  isPublic,
  type ServiceRow,
  selectServices,
  serviceOrder,
  toService,
} from "./rules/service-rows.ts";
import type { ListServicesInput, ListServicesOutput } from "./schema.ts";

const services = `${selectServices} AND ($2 OR s.archived_at IS NULL) ${serviceOrder}`;

/** The catalogue by category (B1). Customers see what they can book; the rest is for the team. */
export async function listServices(
  ctx: TenantContext,
  input: ListServicesInput,
): Promise<Result<ListServicesOutput, "forbidden">> {
  const refused = input.publicOnly ? null : requireTeam(ctx.actor);
  if (refused) return refused;
  const withArchived = !input.publicOnly && input.includeArchived;
  const rows = await ctx.sql<ServiceRow>(services, [ctx.tenantId, withArchived], "list_services");
  const all = rows.map(toService);
  return ok({ categories: groupByCategory(input.publicOnly ? all.filter(isPublic) : all) });
}
