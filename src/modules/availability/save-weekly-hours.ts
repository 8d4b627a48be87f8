import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { type ChangeRefusal, changeRules } from "./change-rules.ts";
import { isUsual, rowsOf } from "./hours-plans.ts";
import type { SavedRule, SaveWeeklyHoursInput } from "./schedule-schema.ts";

/**
 * Replaces the usual week (C1): of the business or a location (nobody works there outside of it), of a person anywhere
 * or at a location, of a service, of a resource. `week: null` leaves the scope without one.
 */
export async function saveWeeklyHours(
  ctx: TenantContext,
  input: SaveWeeklyHoursInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const { week } = input;
  return changeRules(ctx, input, (rules) => ({
    old: rules.filter(isUsual),
    wanted: week ? allDays(week) : [],
    event: "schedule.hours_changed",
    payload: { week },
  }));
}

/** A row says "closed" for each weekday that is left out: somebody without any rows follows the opening hours. */
function allDays(week: NonNullable<SaveWeeklyHoursInput["week"]>) {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const { intervals = [] } = week.find((day) => day.weekday === weekday) ?? {};
    return rowsOf({ kind: "weekly", weekday }, intervals);
  });
}
