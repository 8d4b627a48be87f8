import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminContext } from "./platform-context.ts";
import type { SavePlanInput } from "./schema.ts";

/**
 * Makes a plan or changes what it includes and costs (A6). Limits and features count at once for every business that has
 * it; what is there already above a new limit stays. What a business pays through Stripe follows the price there.
 */
export async function savePlan(
  ctx: AdminContext,
  input: SavePlanInput,
): Promise<Result<{ id: string }, "notFound" | "inUse">> {
  const { id, isNew, limits, ...rest } = input;
  const fields = {
    ...rest,
    maxLocations: limits.locations,
    maxStaff: limits.staff,
    maxServices: limits.services,
    maxBookingsPerMonth: limits.bookingsPerMonth,
  };
  const refused = isNew ? await add(ctx, id, fields) : await change(ctx, id, fields);
  return refused ?? ok({ id });
}

type Fields = Omit<SavePlanInput, "id" | "isNew" | "limits"> & {
  maxLocations: number | null;
  maxStaff: number | null;
  maxServices: number | null;
  maxBookingsPerMonth: number | null;
};

async function add(ctx: AdminContext, id: string, fields: Fields) {
  const { count } = await ctx.db.plan.createMany({ data: { id, ...fields }, skipDuplicates: true });
  if (count === 0) {
    return refuse("inUse", "There is a plan with this short name. Choose another one.", { field: "id" });
  }
  const payload = { name: fields.name };
  await appendPlatformEvent(ctx, ctx.actor, {
    type: "plan.added",
    subjectType: "plan",
    subjectId: id,
    payload,
  });
  return null;
}

async function change(ctx: AdminContext, id: string, { track: _track, ...fields }: Fields) {
  const before = await ctx.db.plan.findFirst({ where: { id } });
  if (!before) return refuse("notFound", "There is no such plan.");
  await ctx.db.plan.updateMany({ where: { id }, data: fields });
  const changes = Object.entries(fields)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]))
    .map(([name, value]) => [name, { from: before[name as keyof typeof before] as unknown, to: value }]);
  if (changes.length === 0) return null;
  const payload = { name: fields.name, changes: Object.fromEntries(changes) };
  await appendPlatformEvent(ctx, ctx.actor, {
    type: "plan.changed",
    subjectType: "plan",
    subjectId: id,
    payload,
  });
  return null;
}
