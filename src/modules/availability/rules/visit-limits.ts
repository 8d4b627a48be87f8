import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import type { ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Place, VisitLimits } from "./bookables.ts";
import { weekOf } from "./recurrence.ts";
import { closedWeek, type DayHours } from "./schedule.ts";
import { type Intervals, type Window, workingIntervals } from "./working-intervals.ts";

/** Visits by the local date, and by the week from Monday, that they start on. */
type Counts = { readonly ofDay: ReadonlyMap<number, number>; readonly ofWeek: ReadonlyMap<number, number> };

/** How often a limit says no: dates (days since 1970-01-01) and weeks (see `weekOf`) that have their visits already. */
export type ReachedLimits = { readonly days: ReadonlySet<number>; readonly weeks: ReadonlySet<number> };

/** The dates and weeks on which nothing more is offered (C2). `starts` are the visits that count, in epoch minutes. */
export function reachedLimits(
  limits: VisitLimits,
  starts: readonly number[],
  clocks: ZoneOffsets,
): ReachedLimits {
  const { ofDay, ofWeek } = countVisits(starts, clocks);
  return { days: atLeast(ofDay, limits.maxPerDay), weeks: atLeast(ofWeek, limits.maxPerWeek) };
}

/** Which limit keeps a visit from starting at an instant, or null. */
export function limitReached(
  reached: ReachedLimits,
  start: number,
  clocks: ZoneOffsets,
): "day" | "week" | null {
  const day = Math.floor(wallOf(start, clocks) / minutesPerDay);
  if (reached.days.has(day)) return "day";
  return reached.weeks.has(weekOf(day)) ? "week" : null;
}

/** All the time of those dates and weeks, as far as it touches the window. */
export function fullTime(
  reached: ReachedLimits,
  at: { place: Place; clocks: ZoneOffsets },
  window: Window,
): Intervals {
  const dates = new Map<number, DayHours>();
  const wholeDay: DayHours = [0, minutesPerDay];
  for (const day of reached.days) dates.set(day, wholeDay);
  for (const week of reached.weeks) {
    const monday = week * 7 - 3;
    for (let day = monday; day < monday + 7; day++) dates.set(day, wholeDay);
  }
  if (dates.size === 0) return [];
  return workingIntervals(
    { zone: at.place.timeZone, weekly: closedWeek, overrides: dates },
    at.clocks,
    window,
  );
}

function countVisits(starts: readonly number[], clocks: ZoneOffsets): Counts {
  const ofDay = new Map<number, number>();
  const ofWeek = new Map<number, number>();
  for (const start of starts) {
    const day = Math.floor(wallOf(start, clocks) / minutesPerDay);
    ofDay.set(day, (ofDay.get(day) ?? 0) + 1);
    ofWeek.set(weekOf(day), (ofWeek.get(weekOf(day)) ?? 0) + 1);
  }
  return { ofDay, ofWeek };
}

function atLeast(counts: ReadonlyMap<number, number>, maximum: number | null): ReadonlySet<number> {
  if (maximum === null) return new Set();
  return new Set([...counts].filter(([, count]) => count >= maximum).map(([unit]) => unit));
}
