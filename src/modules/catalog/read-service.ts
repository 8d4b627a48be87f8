import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isVisitor } from "#modules/tenants/rules/team-only.ts";
import { isPublic, type ServiceRow, selectServices, toService } from "./rules/service-rows.ts";
import type { ReadServiceInput, Service } from "./schema.ts";

const byId = `${selectServices} AND s.id = $2`;
const bySlug = `${selectServices} AND s.slug = $2`;

/** One service by id or slug. Customers find only what they can book (B1). */
export async function readService(
  ctx: TenantContext,
  input: ReadServiceInput,
): Promise<Result<Service, "notFound">> {
  const rows =
    "id" in input
      ? await ctx.sql<ServiceRow>(byId, [ctx.tenantId, input.id], "read_service_by_id")
      : await ctx.sql<ServiceRow>(bySlug, [ctx.tenantId, input.slug], "read_service_by_slug");
  const service = rows[0] && toService(rows[0]);
  if (!service || (isVisitor(ctx.actor) && !isPublic(service))) {
    return refuse("notFound", "This service is not offered any more.");
  }
  return ok(service);
}
