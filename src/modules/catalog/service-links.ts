import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import type { SaveServiceInput } from "./schema.ts";

/** Who performs a service, and each one's share of the visits for "anybody". */
export async function linkStaff(
  ctx: TenantContext,
  serviceId: string,
  { staffIds, weights = {} }: Pick<SaveServiceInput, "staffIds" | "weights">,
): Promise<void> {
  if (staffIds) {
    await ctx.db.staffService.deleteMany({ where: { serviceId, staffId: { notIn: staffIds } } });
    const data = staffIds.map((staffId) => ({ tenantId: ctx.tenantId, serviceId, staffId }));
    await ctx.db.staffService.createMany({ data, skipDuplicates: true });
  }
  await ctx.sql(
    `UPDATE staff_service ss SET weight = w.value::int FROM jsonb_each_text($3::jsonb) AS w
     WHERE ss.tenant_id = $1 AND ss.service_id = $2 AND ss.staff_id = w.key::uuid AND ss.weight <> w.value::int`,
    [ctx.tenantId, serviceId, JSON.stringify(weights)],
    "save_weights",
  );
}

export async function linkLocations(
  ctx: TenantContext,
  serviceId: string,
  locationIds: string[] | undefined,
): Promise<void> {
  if (!locationIds) return;
  await ctx.db.locationService.deleteMany({ where: { serviceId, locationId: { notIn: locationIds } } });
  const data = locationIds.map((locationId) => ({ tenantId: ctx.tenantId, serviceId, locationId }));
  await ctx.db.locationService.createMany({ data, skipDuplicates: true });
}

/** What a visit takes: one unit of one resource of each list (B4). */
export async function linkResources(
  ctx: TenantContext,
  serviceId: string,
  requirements: string[][] | undefined,
): Promise<void> {
  if (!requirements) return;
  await ctx.db.serviceResource.deleteMany({ where: { serviceId } });
  const data = requirements.flatMap((resourceIds, index) =>
    resourceIds.map((resourceId) => ({
      tenantId: ctx.tenantId,
      serviceId,
      resourceId,
      requirement: index + 1,
    })),
  );
  await ctx.db.serviceResource.createMany({ data });
}

/** Resources must be of this business, not archived, and each in one list only. */
export async function refuseResources(
  ctx: TenantContext,
  requirements: string[][] = [],
): Promise<Refused<"notFound" | "invalid"> | null> {
  const ids = requirements.flat();
  if (ids.length === 0) return null;
  // Shared with others who save, not with whoever archives one of them meanwhile.
  const found = await ctx.sql<{ id: string; name: string }>(
    `SELECT id, name FROM resource WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND archived_at IS NULL
     ORDER BY id FOR SHARE`,
    [ctx.tenantId, ids],
  );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  if (ids.some((id) => !names.has(id))) {
    return refuse("notFound", "One of the resources is no longer there: choose again.");
  }
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (!twice) return null;
  const message = `${names.get(twice)} is in two lines: a visit takes it once, so keep it in one of them.`;
  return refuse("invalid", message, { field: "requirements" });
}
