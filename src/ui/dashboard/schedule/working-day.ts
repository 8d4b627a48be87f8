import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import { weekdayOf } from "#ui/dashboard/calendar/business-wall-time.ts";
import type { Interval } from "./hours-words.ts";

/** Somebody's hours at one location: those of their own there, and the location's. */
export type PlaceSchedules = { own: ScheduleView; place: ScheduleView };

/** What decides when somebody works: their own schedule, those at each of their locations, the whole business's. */
export type SchedulesAround = { own: ScheduleView; places: PlaceSchedules[]; business: ScheduleView };

const wholeDay: Interval = { start: 0, end: 2880 };

/**
 * When somebody works on a date at any of their locations (minutes from midnight), for the calendar's white and
 * hatched ground. The server's engine decides what can be booked; this is its picture.
 */
export function workingDay(date: string, around: SchedulesAround): Interval[] {
  return united(around.places.flatMap((at) => workingAt(date, at, around)));
}

function workingAt(date: string, at: PlaceSchedules, { own, places, business }: SchedulesAround): Interval[] {
  const open = openHours(date, at.place, business);
  const elsewhere = !own.usesDefaultHours || places.some((other) => !other.own.usesDefaultHours);
  const usual = weeklyOf(date, at.own) ?? weeklyOf(date, own) ?? (elsewhere ? [] : open);
  const theirs = overrideOn(date, at.own) ?? overrideOn(date, own) ?? usual;
  const away = [own, at.own, at.place, business].flatMap((schedule) => timeOffOn(date, schedule));
  return subtract(intersect(theirs, open), away);
}

/** Without stored hours of the location or the business nothing is limited. */
function openHours(date: string, place: ScheduleView, business: ScheduleView): Interval[] {
  const override = overrideOn(date, place) ?? overrideOn(date, business);
  return override ?? weeklyOf(date, place) ?? weeklyOf(date, business) ?? [wholeDay];
}

/** Null: no weekly hours are stored. */
function weeklyOf(date: string, schedule: ScheduleView): Interval[] | null {
  return schedule.usesDefaultHours ? null : weeklyOn(date, schedule);
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
