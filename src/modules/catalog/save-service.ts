import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { freeSlug, slugFrom } from "#modules/tenants/rules/slugs.ts";
import { isUniqueViolation } from "#modules/tenants/rules/unique-violation.ts";
import { readService } from "./read-service.ts";
import type { SaveServiceInput, Service } from "./schema.ts";

/** Adds or changes a service with the staff and locations that offer it (B1). */
export async function saveService(
  ctx: TenantContext,
  input: SaveServiceInput,
): Promise<Result<Service, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "catalog.write") ?? (await refuseStrangers(ctx, input));
  if (refused) return refused;
  try {
    const id = input.id ? await changeService(ctx, input.id, input) : await addService(ctx, input);
    if (!id) return refuse("notFound", "This service is no longer there.");
    await linkStaff(ctx, id, input.staffIds);
    await linkLocations(ctx, id, input.locationIds);
    await appendEvent(ctx, {
      type: input.id ? "service.changed" : "service.added",
      subjectType: "service",
      subjectId: id,
      payload: { name: input.name },
    });
    return readService(ctx, { id });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse("inUse", "Another service has this address: choose a different one.");
  }
}

/** Category, staff and locations must be of this business, and there. */
async function refuseStrangers(
  ctx: TenantContext,
  input: SaveServiceInput,
): Promise<Refused<"notFound"> | null> {
  const { categoryId, staffIds = [], locationIds = [] } = input;
  if (categoryId && !(await ctx.db.serviceCategory.count({ where: { id: categoryId } }))) {
    return refuse("notFound", "This category is no longer there: choose another.");
  }
  if ((await ctx.db.staff.count({ where: { id: { in: staffIds } } })) < staffIds.length) {
    return refuse("notFound", "One of the staff members is no longer there: choose again.");
  }
  if ((await ctx.db.location.count({ where: { id: { in: locationIds } } })) < locationIds.length) {
    return refuse("notFound", "One of the locations is no longer there: choose again.");
  }
  return null;
}

type Columns = Omit<SaveServiceInput, "id" | "slug" | "staffIds" | "locationIds">;

function columnsOf(input: SaveServiceInput): Columns {
  const { id: _id, slug: _slug, staffIds: _staffIds, locationIds: _locationIds, ...columns } = input;
  return columns;
}

async function changeService(
  ctx: TenantContext,
  id: string,
  input: SaveServiceInput,
): Promise<string | null> {
  const data = { ...columnsOf(input), slug: input.slug };
  const { count } = await ctx.db.service.updateMany({ where: { id }, data });
  return count === 0 ? null : id;
}

async function addService(ctx: TenantContext, input: SaveServiceInput): Promise<string> {
  const id = newId();
  await ctx.db.service.create({
    data: {
      ...columnsOf(input),
      tenantId: ctx.tenantId,
      id,
      slug: input.slug ?? (await slugForName(ctx, input.name)),
      position: input.position ?? (await ctx.db.service.count()),
    },
    select: { id: true },
  });
  return id;
}

async function slugForName(ctx: TenantContext, name: string): Promise<string> {
  const base = slugFrom(name);
  const similar = await ctx.db.service.findMany({
    where: { slug: { startsWith: base.slice(0, 50) } },
    select: { slug: true },
  });
  return freeSlug(base, new Set(similar.map((service) => service.slug)));
}

async function linkStaff(
  ctx: TenantContext,
  serviceId: string,
  staffIds: string[] | undefined,
): Promise<void> {
  if (!staffIds) return;
  await ctx.db.staffService.deleteMany({ where: { serviceId, staffId: { notIn: staffIds } } });
  const data = staffIds.map((staffId) => ({ tenantId: ctx.tenantId, serviceId, staffId }));
  await ctx.db.staffService.createMany({ data, skipDuplicates: true });
}

async function linkLocations(
  ctx: TenantContext,
  serviceId: string,
  locationIds: string[] | undefined,
): Promise<void> {
  if (!locationIds) return;
  await ctx.db.locationService.deleteMany({ where: { serviceId, locationId: { notIn: locationIds } } });
  const data = locationIds.map((locationId) => ({ tenantId: ctx.tenantId, serviceId, locationId }));
  await ctx.db.locationService.createMany({ data, skipDuplicates: true });
}
