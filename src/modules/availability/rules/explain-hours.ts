import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import type { Asked } from "./explain-reason.ts";
import { mergeTouching } from "./intersect-intervals.ts";
import { hoursOf, type Layer, openingLayer, type Ruling, rulesOfLayer, rulingOn } from "./rulings.ts";
import { closed, closedWeek, type DayHours } from "./schedule.ts";
import { type Intervals, workingIntervals } from "./working-intervals.ts";

/** The hours of a layer around the start, as instants; null: the layer limits nothing. */
export type LayerHours = {
  readonly intervals: Intervals;
  /** What decides the date of the start; null: nothing does, and the whole date is open. */
  readonly ruling: Ruling | null;
  /** Staff without hours of their own follow the place's. */
  readonly follows: boolean;
};

/** A limit to everybody: pieces that touch are one. Null when the layer has nothing to say around the start. */
export function limitHours(layer: Layer, asked: Asked): LayerHours | null {
  const rules = rulesOfLayer(asked.bookables.rules, layer);
  const rulingOf = (day: number) => rulingOn(rules, day);
  const dates = daysOf(asked).map((day): [number, Ruling | null] => [day, rulingOf(day)]);
  if (dates.every(([, ruling]) => ruling === null)) return null;
  const hours = new Map(dates.map(([day, ruling]) => [day, ruling ? hoursOf(ruling.rows) : wholeDay]));
  const intervals = mergeTouching(instantsOf(hours, asked));
  return { intervals, ruling: rulingOf(rulingDay(intervals, asked)), follows: false };
}

/** A person's hours at the place: each interval by itself, since each begins its own row of start times. */
export function staffHoursOf(layer: Layer, asked: Asked): LayerHours {
  const { rules } = asked.bookables;
  const own = rulesOfLayer(rules, layer);
  const opening = rulesOfLayer(rules, openingLayer(asked.place));
  const hours = new Map<number, DayHours>();
  const rulingOf = (day: number) => rulingOn(own, day);
  for (const day of daysOf(asked)) {
    const ruling = rulingOf(day) ?? rulingOn(opening, day);
    hours.set(day, ruling ? hoursOf(ruling.rows) : closed);
  }
  const intervals = instantsOf(hours, asked);
  const ruling = rulingOf(rulingDay(intervals, asked));
  return { intervals, ruling, follows: ruling === null };
}

/** The date whose hours the start lies in: the one before, when those reach over midnight. */
function rulingDay(intervals: Intervals, { start, table, day }: Asked): number {
  const index = indexAround(intervals, start);
  if (index < 0) return day;
  const opens = Math.floor(wallOf(intervals[index] as number, table) / minutesPerDay);
  return opens === day - 1 ? opens : day;
}

/** Position of the interval that holds `start` and ends last, or -1. */
export function indexAround(intervals: Intervals, start: number): number {
  let best = -1;
  for (let index = 0; index < intervals.length; index += 2) {
    if ((intervals[index] as number) > start || (intervals[index + 1] as number) <= start) continue;
    if (best < 0 || (intervals[index + 1] as number) > (intervals[best + 1] as number)) best = index;
  }
  return best;
}

const wholeDay: DayHours = [0, minutesPerDay];

function daysOf({ days }: Asked): number[] {
  return Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index);
}

/** Hours of local dates as instants that can matter to the visit. */
export function instantsOf(
  hours: ReadonlyMap<number, DayHours>,
  { place, table, start, end }: Pick<Asked, "place" | "table" | "start" | "end">,
): Intervals {
  const schedule = { zone: place.timeZone, weekly: closedWeek, overrides: hours };
  return workingIntervals(schedule, table, { from: start - 2 * minutesPerDay, until: end + minutesPerDay });
}
