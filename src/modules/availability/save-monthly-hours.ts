import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { type ChangeRefusal, changeRules } from "./change-rules.ts";
import { rowsOf } from "./hours-plans.ts";
import { replacePlan } from "./replace-plan.ts";
import type { SavedRule, SaveMonthlyHoursInput } from "./schedule-schema.ts";

/** Sets hours on one weekday of each month (C1), such as its first Saturday. */
export async function saveMonthlyHours(
  ctx: TenantContext,
  input: SaveMonthlyHoursInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const { id, name = null, nth, weekday, intervals, dateFrom = null, dateTo = null, priority = 0 } = input;
  const base = {
    kind: "monthly" as const,
    nthOfMonth: nth,
    weekday,
    priority,
    dateFrom,
    dateTo,
    reason: name,
  };
  const wanted = rowsOf(base, intervals);
  return changeRules(ctx, input, (rules) =>
    replacePlan(rules, { id, wanted, event: "schedule.plan_saved", payload: { ...base, intervals } }),
  );
}
