import type { TenantContext } from "#database/tenant-context.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { type ChangeRefusal, changeRules } from "./change-rules.ts";
import { overridesOn, overrideWith, withoutDates } from "./date-overrides.ts";
import { rowsOf } from "./hours-plans.ts";
import type { SaveDateOverrideInput, SavedRule } from "./schedule-schema.ts";

/**
 * Replaces the recurring hours on some dates (C1): special hours, also on a public holiday, or closed when there are no
 * intervals. The newer wins: what earlier overrides of the same scope and priority said about these dates is dropped.
 */
export async function saveDateOverride(
  ctx: TenantContext,
  input: SaveDateOverrideInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const { id, dateFrom, dateTo, intervals, priority = 0, reason = null } = input;
  const wanted = rowsOf({ kind: "override", dateFrom, dateTo, priority, reason }, intervals);
  return changeRules(ctx, input, (rules) => {
    const edited = id ? overrideWith(rules, id) : [];
    if (id && edited.length === 0) return refuse("notFound", "This change of hours is no longer there.");
    const cut = overridesOn(rules, { dateFrom, dateTo }, priority).filter((rule) => !edited.includes(rule));
    const rest = cut.flatMap((rule) => withoutDates(rule, { dateFrom, dateTo }));
    return {
      old: [...edited, ...cut],
      wanted: [...wanted, ...rest],
      event: "schedule.override_saved",
      payload: { dateFrom, dateTo, intervals, priority },
    };
  });
}
