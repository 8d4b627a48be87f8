import { calendarDateOf, dayOf, isoWeekday } from "#kernel/time/local-date.ts";
import type { RuleRow } from "./rule-book.ts";

/** Number of the week (Monday to Sunday) that a local date lies in, from the one of 1970-01-01 on. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** Whether a local date lies within the dates of a rule; a date that is not there does not limit. */
export function coversDate({ firstDay, lastDay }: RuleRow, day: number): boolean {
  return (firstDay === null || firstDay <= day) && (lastDay === null || day <= lastDay);
}

/** Whether a weekly or monthly rule is about a local date: within its dates, on its weekday, in its week (C1). */
export function recursOn(row: RuleRow, day: number): boolean {
  if (row.weekday !== isoWeekday(day) || !coversDate(row, day)) return false;
  if (row.kind === "monthly") return isNthOfMonth(row.nthOfMonth, day);
  return row.everyWeeks === 1 || (weekOf(day) - weekOf(row.anchorDay ?? day)) % row.everyWeeks === 0;
}

/** Whether the date is the first to fifth, or (-1) the last, of its weekday in its month. */
function isNthOfMonth(nth: number | null, day: number): boolean {
  const { year, month, day: date } = calendarDateOf(day);
  if (nth !== -1) return Math.ceil(date / 7) === nth;
  const nextMonth = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return day + 7 >= nextMonth;
}

/** Every week of every year: what can be read as one plain week. */
export function isPlainWeekly({ kind, everyWeeks, firstDay, lastDay }: RuleRow): boolean {
  return kind === "weekly" && everyWeeks === 1 && firstDay === null && lastDay === null;
}
