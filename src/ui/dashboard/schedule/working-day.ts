import type { ScheduleView } from "#modules/availability/schema.ts";
import { weekdayOf } from "#ui/dashboard/calendar/business-wall-time.ts";
import type { Interval } from "./hours-words.ts";

/** What decides when somebody works: their own schedule, those of their locations, and the whole business's. */
export type SchedulesAround = { own: ScheduleView; locations: ScheduleView[]; business: ScheduleView };

const wholeDay: Interval = { start: 0, end: 2880 };

/**
 * When somebody works on a date (minutes from midnight), for the calendar's white and hatched ground. The server's
 * engine decides what can be booked; this is its picture.
 */
export function workingDay(date: string, { own, locations, business }: SchedulesAround): Interval[] {
  const open =
    locations.length > 0 ? united(locations.flatMap((place) => openHours(date, place))) : [wholeDay];
  const theirs = ownHours(date, own) ?? open;
  const away = [own, business].flatMap((schedule) => timeOffOn(date, schedule));
  return subtract(intersect(theirs, open), away);
}

/** A location without stored hours is open whenever somebody works; its closures count all the same. */
function openHours(date: string, place: ScheduleView): Interval[] {
  const hours = overrideOn(date, place) ?? (place.usesDefaultHours ? [wholeDay] : weeklyOn(date, place));
  return subtract(hours, timeOffOn(date, place));
}

/** Null: they follow the location. */
function ownHours(date: string, own: ScheduleView): Interval[] | null {
  return overrideOn(date, own) ?? (own.usesDefaultHours ? null : weeklyOn(date, own));
}

function weeklyOn(date: string, { week }: ScheduleView): Interval[] {
  const weekday = weekdayOf(date);
  return plain(week.find((day) => day.weekday === weekday)?.intervals ?? []);
}

function overrideOn(date: string, { overrides }: ScheduleView): Interval[] | null {
  const covering = overrides.filter(({ dateFrom, dateTo }) => dateFrom <= date && date <= dateTo);
  return covering.length > 0 ? plain(covering.flatMap(({ intervals }) => intervals)) : null;
}

function timeOffOn(date: string, { timeOff }: ScheduleView): Interval[] {
  return timeOff
    .filter(({ dateFrom, dateTo }) => dateFrom <= date && date <= dateTo)
    .map(({ part }) => (part ? { start: part.startMinute, end: part.endMinute } : wholeDay));
}

function plain(intervals: { startMinute: number; endMinute: number }[]): Interval[] {
  return intervals.map(({ startMinute, endMinute }) => ({ start: startMinute, end: endMinute }));
}

/** Overlapping and touching intervals as one, by start. */
export function united(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

export function intersect(some: Interval[], others: Interval[]): Interval[] {
  const parts = some.flatMap((one) =>
    others.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
  );
  return united(parts.filter(({ start, end }) => start < end));
}

export function subtract(from: Interval[], away: Interval[]): Interval[] {
  return away.reduce(
    (left, gone) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, gone.start) },
          { start: Math.max(start, gone.end), end },
        ].filter((part) => part.start < part.end),
      ),
    united(from),
  );
}
