import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireRoom } from "#modules/plans/require-room.ts";
import { freeSlug, slugFrom } from "#modules/tenants/rules/slugs.ts";
import { isUniqueViolation } from "#modules/tenants/rules/unique-violation.ts";
import { readService } from "./read-service.ts";
import { refuseKind } from "./refuse-kind.ts";
import { serviceWarnings } from "./rules/service-warnings.ts";
import type { SaveServiceInput, SaveServiceOutput } from "./schema.ts";
import { linkLocations, linkResources, linkStaff, refuseResources } from "./service-links.ts";

/** Adds or changes a service with who and what it takes and the locations that offer it (B1). */
export async function saveService(
  ctx: TenantContext,
  input: SaveServiceInput,
): Promise<Result<SaveServiceOutput, "forbidden" | "notFound" | "inUse" | "invalid" | "planLimit">> {
  const refused =
    requireRight(ctx.actor, "catalog.write") ??
    (await refuseStrangers(ctx, input)) ??
    (await refuseResources(ctx, input.requirements)) ??
    (await refuseKind(ctx, input)) ??
    (input.id ? null : await requireRoom(ctx, "services"));
  if (refused) return refused;
  try {
    const id = input.id ? await changeService(ctx, input.id, input) : await addService(ctx, input);
    if (!id) return refuse("notFound", "This service is no longer there.");
    await linkStaff(ctx, id, input);
    await linkLocations(ctx, id, input.locationIds);
    await linkResources(ctx, id, input.requirements);
    await appendEvent(ctx, {
      type: input.id ? "service.changed" : "service.added",
      subjectType: "service",
      subjectId: id,
      payload: { name: input.name },
    });
    const saved = await readService(ctx, { id });
    return saved.ok ? ok({ ...saved.value, warnings: serviceWarnings(saved.value) }) : saved;
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
  const { categoryId, locationIds = [], weights = {} } = input;
  const staffIds = [...new Set([...(input.staffIds ?? []), ...Object.keys(weights)])];
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

type Links = "id" | "slug" | "staffIds" | "locationIds" | "weights" | "requirements";

function columnsOf(input: SaveServiceInput): Omit<SaveServiceInput, Links> {
  const { id: _id, slug: _slug, staffIds: _staff, locationIds: _places, ...rest } = input;
  const { weights: _weights, requirements: _requirements, ...columns } = rest;
  // Seats are for classes, several people at once for visits.
  if (columns.kind === "individual") return { ...columns, capacity: 1 };
  return columns.kind === "class" ? { ...columns, staffNeeded: 1 } : columns;
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
