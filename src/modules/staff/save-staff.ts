import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireRoom } from "#modules/plans/require-room.ts";
import { selectStaff } from "./rules/staff-rows.ts";
import type { SaveStaffInput, StaffMember } from "./schema.ts";

/** Adds or changes a person with the services and locations they work for (B3). */
export async function saveStaff(
  ctx: TenantContext,
  input: SaveStaffInput,
): Promise<Result<StaffMember, "forbidden" | "notFound" | "planLimit">> {
  const refused =
    requireRight(ctx.actor, "staff.write") ??
    (await refuseStrangers(ctx, input)) ??
    (input.id ? null : await requireRoom(ctx, "staff"));
  if (refused) return refused;
  const id = input.id ? await changeStaff(ctx, input.id, input) : await addStaff(ctx, input);
  if (!id) return refuse("notFound", "This person is no longer there.");
  await linkServices(ctx, id, input.serviceIds);
  await linkLocations(ctx, id, input.locationIds ?? (input.id ? undefined : await everyLocation(ctx)));
  await appendEvent(ctx, {
    type: input.id ? "staff.changed" : "staff.added",
    subjectType: "staff",
    subjectId: id,
    payload: { name: input.name },
  });
  const [saved] = await ctx.sql<StaffMember>(
    `${selectStaff} AND p.id = $2`,
    [ctx.tenantId, id],
    "read_staff",
  );
  return saved ? ok(saved) : refuse("notFound", "This person is no longer there.");
}

/** Services and locations must be of this business, and there. */
async function refuseStrangers(
  ctx: TenantContext,
  input: SaveStaffInput,
): Promise<Refused<"notFound"> | null> {
  const { serviceIds = [], locationIds = [] } = input;
  if ((await ctx.db.service.count({ where: { id: { in: serviceIds } } })) < serviceIds.length) {
    return refuse("notFound", "One of the services is no longer there: choose again.");
  }
  if ((await ctx.db.location.count({ where: { id: { in: locationIds } } })) < locationIds.length) {
    return refuse("notFound", "One of the locations is no longer there: choose again.");
  }
  return null;
}

type Columns = Omit<SaveStaffInput, "id" | "serviceIds" | "locationIds">;

function columnsOf(input: SaveStaffInput): Columns {
  const { id: _id, serviceIds: _serviceIds, locationIds: _locationIds, ...columns } = input;
  return columns;
}

async function changeStaff(ctx: TenantContext, id: string, input: SaveStaffInput): Promise<string | null> {
  const { count } = await ctx.db.staff.updateMany({ where: { id }, data: columnsOf(input) });
  return count === 0 ? null : id;
}

async function addStaff(ctx: TenantContext, input: SaveStaffInput): Promise<string> {
  const position = input.position ?? (await ctx.db.staff.count());
  const data = { ...columnsOf(input), position, tenantId: ctx.tenantId, id: newId() };
  await ctx.db.staff.create({ data, select: { id: true } });
  return data.id;
}

async function everyLocation(ctx: TenantContext): Promise<string[]> {
  const locations = await ctx.db.location.findMany({ where: { archivedAt: null }, select: { id: true } });
  return locations.map((location) => location.id);
}

async function linkServices(
  ctx: TenantContext,
  staffId: string,
  serviceIds: string[] | undefined,
): Promise<void> {
  if (!serviceIds) return;
  await ctx.db.staffService.deleteMany({ where: { staffId, serviceId: { notIn: serviceIds } } });
  const data = serviceIds.map((serviceId) => ({ tenantId: ctx.tenantId, staffId, serviceId }));
  await ctx.db.staffService.createMany({ data, skipDuplicates: true });
}

async function linkLocations(
  ctx: TenantContext,
  staffId: string,
  locationIds: string[] | undefined,
): Promise<void> {
  if (!locationIds) return;
  await ctx.db.staffLocation.deleteMany({ where: { staffId, locationId: { notIn: locationIds } } });
  const data = locationIds.map((locationId) => ({ tenantId: ctx.tenantId, staffId, locationId }));
  await ctx.db.staffLocation.createMany({ data, skipDuplicates: true });
}
