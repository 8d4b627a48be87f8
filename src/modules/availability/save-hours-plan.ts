import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { type ChangeRefusal, changeRules } from "./change-rules.ts";
import { rowsOfWeeks } from "./hours-plans.ts";
import { replacePlan } from "./replace-plan.ts";
import type { SavedRule, SaveHoursPlanInput } from "./schedule-schema.ts";

/** Sets hours beside the usual week (C1): weeks that take turns, and weeks for a time of the year. */
export async function saveHoursPlan(
  ctx: TenantContext,
  input: SaveHoursPlanInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const { id, name = null, weeks, anchorDate, dateFrom = null, dateTo = null, priority = 0 } = input;
  const base = { kind: "weekly" as const, priority, dateFrom, dateTo, reason: name };
  const wanted = rowsOfWeeks(base, weeks, anchorDate);
  return changeRules(ctx, input, (rules) =>
    replacePlan(rules, { id, wanted, event: "schedule.plan_saved", payload: { ...base, weeks, anchorDate } }),
  );
}
