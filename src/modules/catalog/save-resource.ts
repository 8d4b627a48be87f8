import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { claimedUnits } from "./claimed-units.ts";
import { planUnits } from "./rules/plan-units.ts";
import { selectResources } from "./rules/resource-rows.ts";
import type { Resource, SaveResourceInput } from "./schema.ts";

/** Adds or changes a resource and how many of it there are (B4). Units that visits have claimed stay. */
export async function saveResource(
  ctx: TenantContext,
  input: SaveResourceInput,
): Promise<Result<Resource, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "catalog.write") ?? (await refuseLocation(ctx, input.locationId));
  if (refused) return refused;
  const id = input.id ? await changeResource(ctx, input.id, input) : await addResource(ctx, input);
  if (!id) return refuse("notFound", "This resource is no longer there.");
  const claimed = await saveUnits(ctx, id, input.units ?? (input.id ? undefined : 1));
  if (claimed) return claimed;
  await appendEvent(ctx, {
    type: input.id ? "resource.changed" : "resource.added",
    subjectType: "resource",
    subjectId: id,
    payload: { name: input.name, ...(input.units && { units: input.units }) },
  });
  const [saved] = await ctx.sql<Resource>(`${selectResources} AND r.id = $2`, [ctx.tenantId, id]);
  return saved ? ok(saved) : refuse("notFound", "This resource is no longer there.");
}

/** The location must be of this business, and in use. */
async function refuseLocation(
  ctx: TenantContext,
  locationId: string | null | undefined,
): Promise<Refused<"notFound"> | null> {
  if (!locationId || (await ctx.db.location.count({ where: { id: locationId, archivedAt: null } })))
    return null;
  return refuse("notFound", "This location is no longer there: choose another.", { field: "locationId" });
}

type Columns = Omit<SaveResourceInput, "id" | "units">;

function columnsOf(input: SaveResourceInput): Columns {
  const { id: _id, units: _units, ...columns } = input;
  return columns;
}

async function changeResource(
  ctx: TenantContext,
  id: string,
  input: SaveResourceInput,
): Promise<string | null> {
  const { count } = await ctx.db.resource.updateMany({ where: { id }, data: columnsOf(input) });
  return count === 0 ? null : id;
}

async function addResource(ctx: TenantContext, input: SaveResourceInput): Promise<string> {
  const position = input.position ?? (await ctx.db.resource.count());
  const data = { ...columnsOf(input), position, tenantId: ctx.tenantId, id: newId() };
  await ctx.db.resource.create({ data, select: { id: true } });
  return data.id;
}

/** Null when there are `wanted` units now, else the refusal that names the dates they are taken. */
async function saveUnits(
  ctx: TenantContext,
  resourceId: string,
  wanted: number | undefined,
): Promise<Refused<"inUse"> | null> {
  if (!wanted) return null;
  const plan = planUnits(await claimedUnits(ctx, resourceId), wanted);
  if (plan.claimed) return refuseClaimed(ctx, plan.claimed);
  const { tenantId } = ctx;
  await ctx.db.resourceUnit.updateMany({ where: { id: { in: plan.bringBack } }, data: { retiredAt: null } });
  await ctx.db.resourceUnit.updateMany({
    where: { id: { in: plan.retire } },
    data: { retiredAt: new Date(ctx.clock.now()) },
  });
  const data = plan.add.map((number) => ({ tenantId, id: newId(), resourceId, number }));
  await ctx.db.resourceUnit.createMany({ data });
  return null;
}

const datesNamed = 4;

async function refuseClaimed(
  ctx: TenantContext,
  { units, dates }: { units: number; dates: string[] },
): Promise<Refused<"inUse">> {
  const business = await ctx.db.tenant.findFirst({ select: { locale: true } });
  const named = dates.slice(0, datesNamed).map((date) => formatDateOnly(date, business?.locale ?? "en-GB"));
  const more = dates.length > datesNamed ? ` and ${dates.length - datesNamed} more days` : "";
  const message = `Keep at least ${units}: they are booked on ${named.join(", ")}${more}.`;
  return refuse("inUse", message, { field: "units", dates });
}
