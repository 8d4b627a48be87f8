import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RemoveRuleInput, SavedRule } from "./schema.ts";
import { fromStoredDate, subjectOf } from "./stored-rules.ts";

/** Gives time off back. */
export async function removeTimeOff(
  ctx: TenantContext,
  input: RemoveRuleInput,
): Promise<Result<SavedRule, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.write");
  if (refused) return refused;
  const where = { id: input.id, kind: "time_off" };
  const timeOff = await ctx.db.availabilityRule.findFirst({
    where,
    select: { staffId: true, locationId: true, dateFrom: true, dateTo: true },
  });
  if (!timeOff) return refuse("notFound", "This time off is no longer there.");
  await ctx.db.availabilityRule.deleteMany({ where });
  await appendEvent(ctx, {
    type: "schedule.time_off_removed",
    ...subjectOf(ctx, timeOff),
    payload: { dateFrom: fromStoredDate(timeOff.dateFrom), dateTo: fromStoredDate(timeOff.dateTo) },
  });
  return ok({ id: input.id });
}
