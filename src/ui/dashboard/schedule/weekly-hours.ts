import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import { minuteOfClock } from "#ui/dashboard/appointments/clock-time.ts";

/** The hours of a week as the editor keeps them: all seven days, Monday first. */
export type WeekHours = ScheduleView["week"];
export type DayInterval = WeekHours[number]["intervals"][number];

const usualDay: DayInterval = { startMinute: 540, endMinute: 1020 };
const breakMinutes = 60;
const shortest = 15;

function change(
  week: WeekHours,
  weekday: number,
  to: (intervals: DayInterval[]) => DayInterval[],
): WeekHours {
  return week.map((day) => (day.weekday === weekday ? { ...day, intervals: to(day.intervals) } : day));
}

/** Opens a day with the hours of the nearest open day before it (9:00 to 17:00 when there is none), or closes it. */
export function setOpen(week: WeekHours, weekday: number, open: boolean): WeekHours {
  const before = week.filter((day) => day.weekday < weekday && day.intervals.length > 0).at(-1);
  return change(week, weekday, () => (open ? (before?.intervals ?? [usualDay]) : []));
}

/** One more period after the last of the day, an hour's break later; the day stays as it is when none fits. */
export function addInterval(week: WeekHours, weekday: number): WeekHours {
  return change(week, weekday, (intervals) => {
    const last = Math.max(0, ...intervals.map(({ endMinute }) => endMinute));
    const startMinute = last + breakMinutes;
    if (startMinute + shortest > 1440) return intervals;
    return [...intervals, { startMinute, endMinute: Math.min(1440, startMinute + 240) }];
  });
}

export function removeInterval(week: WeekHours, weekday: number, index: number): WeekHours {
  return change(week, weekday, (intervals) => intervals.filter((_, position) => position !== index));
}

export function setPeriod(
  week: WeekHours,
  weekday: number,
  edit: { index: number; interval: DayInterval },
): WeekHours {
  return change(week, weekday, (intervals) =>
    intervals.map((interval, position) => (position === edit.index ? edit.interval : interval)),
  );
}

/** Gives other days the hours of one. */
export function copyDay(week: WeekHours, from: number, to: number[]): WeekHours {
  const source = week.find((day) => day.weekday === from)?.intervals ?? [];
  return week.map((day) => (to.includes(day.weekday) ? { ...day, intervals: [...source] } : day));
}

/**
 * An interval with another start or end, from the fields' `HH:MM`. An end at or before the start is on the next day:
 * 22:00 to 02:00 works through midnight, and 00:00 is the end of the day. Null while a field holds no time.
 */
export function intervalOf(start: string, end: string): DayInterval | null {
  const startMinute = minuteOfClock(start);
  const endOfClock = minuteOfClock(end);
  if (startMinute === null || endOfClock === null) return null;
  return { startMinute, endMinute: endOfClock <= startMinute ? endOfClock + 1440 : endOfClock };
}

/** What is wrong with a day, in words, or null. */
export function problemOf(intervals: DayInterval[]): string | null {
  const sorted = [...intervals].sort((a, b) => a.startMinute - b.startMinute);
  const overlaps = sorted.some(
    (interval, index) => interval.startMinute < (sorted[index - 1]?.endMinute ?? 0),
  );
  return overlaps ? "These periods overlap. Change one of them." : null;
}

/** The week as the server stores it: days in order of their periods. */
export function sortedWeek(week: WeekHours): WeekHours {
  return week.map((day) => ({
    ...day,
    intervals: [...day.intervals].sort((a, b) => a.startMinute - b.startMinute),
  }));
}

/** Hours worked in the week: "38 h 30 min". */
export function minutesOfWeek(week: WeekHours): number {
  return week
    .flatMap((day) => day.intervals)
    .reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
}
