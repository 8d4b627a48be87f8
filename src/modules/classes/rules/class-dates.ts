import { isoWeekday } from "#kernel/time/local-date.ts";
import { toEpochMinutes, wallTimeOf } from "#kernel/time/wall-time.ts";

/** When a class repeats; days are local dates as days since 1970-01-01. */
export type Repetition = {
  weekday: number;
  everyWeeks: number;
  firstDay: number;
  lastDay: number | null;
};

/** The local dates of a class in `[first, last]`: every so many weeks, counted from the week of its first day (D7). */
export function classDates(
  { weekday, everyWeeks, firstDay, lastDay }: Repetition,
  { first, last }: { first: number; last: number },
): number[] {
  const until = lastDay === null ? last : Math.min(last, lastDay);
  const step = 7 * everyWeeks;
  const weekStart = firstDay - isoWeekday(firstDay) + 1;
  const dates: number[] = [];
  for (let day = weekStart + weekday - 1; day <= until; day += step) {
    if (day >= first && day >= firstDay) dates.push(day);
  }
  return dates;
}

/**
 * When a class begins on a date (epoch minutes): the earlier of two equal wall times, the first moment after a gap for one
 * that does not exist (C4); null when the whole date does not exist at the place.
 */
export function beginsAt(wall: { date: string; minute: number }, timeZone: string): number | null {
  const start = toEpochMinutes(wall, timeZone);
  return wallTimeOf(start, timeZone).date === wall.date ? start : null;
}

/** The last date for which sessions are made: two weeks past the horizon, eight weeks from today at least. */
export function lastDayToMake(today: number, horizonDays: number): number {
  return today + Math.max(horizonDays + 14, 56);
}
