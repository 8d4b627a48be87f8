import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { normalHours } from "./rules/normal-hours.ts";
import type { Scope } from "./rules/rule-book.ts";
import type { SaveWeeklyHoursInput } from "./schema.ts";
import { type NewRule, storedScope, subjectOf, writeRules } from "./stored-rules.ts";

type Week = SaveWeeklyHoursInput["week"];

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Replaces the weekly hours of exactly this scope; `null` leaves it without any of its own. */
export async function replaceWeeklyHours(ctx: TenantContext, scope: Scope, week: Week): Promise<void> {
  const stored = storedScope(scope);
  await ctx.db.availabilityRule.deleteMany({ where: { ...stored, kind: "weekly" } });
  const rules = weekdays.flatMap((weekday): NewRule[] => {
    if (!week) return [];
    const { intervals = [] } = week.find((day) => day.weekday === weekday) ?? {};
    const hours = intervals.length > 0 ? normalHours(intervals) : [{ startMinute: null, endMinute: null }];
    return hours.map((interval) => ({ ...stored, kind: "weekly", weekday, ...interval }));
  });
  await writeRules(ctx, rules);
  await appendEvent(ctx, { type: "schedule.hours_changed", ...subjectOf(ctx, scope), payload: { week } });
}
