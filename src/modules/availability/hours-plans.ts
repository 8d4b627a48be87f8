import { formatLocalDate, isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import { normalHours } from "./rules/normal-hours.ts";
import type { HoursPlan, Interval, MonthlyHours } from "./schedule-schema.ts";
import { type NewRule, type StoredRule, shiftDate } from "./stored-rules.ts";

type Day = { weekday: number; intervals: Interval[] };

/** The usual week: every week, at any time of the year, before everything else. */
export function isUsual(rule: NewRule | StoredRule): boolean {
  const { kind, everyWeeks = 1, dateFrom = null, dateTo = null } = rule;
  return kind === "weekly" && everyWeeks === 1 && dateFrom === null && dateTo === null;
}

/** Rows for hours of a date or weekday; without intervals one that says "closed". */
export function rowsOf(base: NewRule, intervals: readonly Interval[]): NewRule[] {
  return intervals.length === 0
    ? [base]
    : normalHours(intervals).map((interval) => ({ ...base, ...interval }));
}

/** Rules of hours that belong together have the same key: they are shown, replaced and removed together. */
export function planKey(rule: NewRule | StoredRule): string {
  const { kind, everyWeeks = 1, priority = 0, dateFrom = null, dateTo = null, reason = null } = rule;
  const monthly = kind === "monthly" ? [rule.nthOfMonth, rule.weekday] : [];
  return JSON.stringify([kind, everyWeeks, priority, dateFrom, dateTo, reason, ...monthly]);
}

/** Additional plans of weekly hours among the rules of a scope, in the order of their dates. */
export function plansIn(rules: readonly StoredRule[]): HoursPlan[] {
  const weekly = rules.filter((rule) => rule.kind === "weekly" && !isUsual(rule));
  return [...Map.groupBy(weekly, planKey).values()].flatMap((rows) => (rows[0] ? planOf(rows[0], rows) : []));
}

function planOf(first: StoredRule, rows: readonly StoredRule[]): HoursPlan {
  const { id, priority, dateFrom, dateTo, reason, everyWeeks } = first;
  const mondays = rows.flatMap(({ anchorDate }) => (anchorDate ? parseLocalDate(mondayOf(anchorDate)) : []));
  const anchor = mondays.length > 0 ? Math.min(...mondays) : null;
  const weeks = Array.from({ length: everyWeeks }, (_, index) => {
    const ofWeek = rows.filter(
      ({ anchorDate }) =>
        anchor === null ||
        (anchorDate && ((parseLocalDate(mondayOf(anchorDate)) - anchor) / 7) % everyWeeks === index),
    );
    return daysOf(ofWeek);
  });
  const anchorDate = anchor === null ? null : formatLocalDate(anchor);
  return { id, name: reason, priority, dateFrom, dateTo, anchorDate, weeks };
}

/** The weekdays that the rows speak about, in order. */
export function daysOf(rows: readonly StoredRule[]): Day[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const ofDay = rows.filter((row) => row.weekday === weekday);
    return ofDay.length > 0 ? { weekday, intervals: ofDay.flatMap(intervalOf) } : [];
  });
}

/** Monthly hours among the rules of a scope. */
export function monthlyIn(rules: readonly StoredRule[]): MonthlyHours[] {
  const monthly = rules.filter((rule) => rule.kind === "monthly");
  return [...Map.groupBy(monthly, planKey).values()].flatMap(([first, ...others]) => {
    if (first?.nthOfMonth == null || first.weekday === null) return [];
    const { id, priority, dateFrom, dateTo, reason, nthOfMonth, weekday } = first;
    const intervals = [first, ...others].flatMap(intervalOf);
    return { id, name: reason, priority, dateFrom, dateTo, nth: nthOfMonth, weekday, intervals };
  });
}

export function intervalOf({ startMinute, endMinute }: StoredRule): Interval[] {
  return startMinute === null || endMinute === null ? [] : [{ startMinute, endMinute }];
}

/** The rows of weeks that take turns from the week of `anchorDate` on. */
export function rowsOfWeeks(
  base: NewRule,
  weeks: readonly Day[][],
  anchorDate: string | undefined,
): NewRule[] {
  const monday = anchorDate && weeks.length > 1 ? mondayOf(anchorDate) : null;
  return weeks.flatMap((days, index) =>
    days.flatMap(({ weekday, intervals }) => {
      const turn = { everyWeeks: weeks.length, anchorDate: monday && shiftDate(monday, 7 * index) };
      return rowsOf({ ...base, ...turn, weekday }, intervals);
    }),
  );
}

/** The Monday of a date's week. */
function mondayOf(date: string): string {
  return shiftDate(date, 1 - isoWeekday(parseLocalDate(date)));
}
