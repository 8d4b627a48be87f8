import { Temporal } from "temporal-polyfill";

/** Clocks and calendars for the oracle: read with Temporal, and remembered, since they are read very often. */

export type Minutes = number;

/** What the calendar says about a date. */
export type DateFacts = {
  /** `YYYY-MM-DD` */
  date: string;
  weekday: number;
  /** Number of its week, from Monday to Sunday, counted from any one. */
  week: number;
  /** 1 for the first such weekday of its month … */
  nthOfMonth: number;
  /** Whether it is the last such weekday of its month. */
  lastOfMonth: boolean;
};

/** Calendar and clock on the wall: days since 1970-01-01 and minutes from midnight. */
export type Reading = { day: number; minute: Minutes };

const dayLength = 1440;
const firstDate = Temporal.PlainDate.from("1970-01-01");
const aMonday = Temporal.PlainDate.from("1969-12-29");
const facts = new Map<number, DateFacts>();
/** By zone: minutes ahead of UTC in each quarter of an hour. */
const offsets = new Map<string, Map<number, Minutes>>();
const mostRemembered = 400_000;

export function factsOf(day: number): DateFacts {
  const known = facts.get(day);
  if (known) return known;
  const date = firstDate.add({ days: day });
  const found = {
    date: date.toString(),
    weekday: date.dayOfWeek,
    week: Math.floor(aMonday.until(date, { largestUnit: "day" }).days / 7),
    nthOfMonth: Math.ceil(date.day / 7),
    lastOfMonth: date.add({ days: 7 }).month !== date.month,
  };
  facts.set(day, found);
  return found;
}

export function factsOfDate(date: string): DateFacts {
  return factsOf(firstDate.until(Temporal.PlainDate.from(date), { largestUnit: "day" }).days);
}

/**
 * What the clock on the wall shows at a moment. Clocks are looked at once in each quarter of an hour: since 1990 they
 * have only ever been changed at its beginning (which a test makes sure of), but for Newfoundland's before 2012.
 */
export function readClock(zone: string, moment: Minutes): Reading {
  const wall = moment + offsetAt(zone, Math.floor(moment / 15) * 15);
  const day = Math.floor(wall / dayLength);
  return { day, minute: wall - day * dayLength };
}

function offsetAt(zone: string, moment: Minutes): Minutes {
  const ofZone = offsets.get(zone) ?? new Map<number, Minutes>();
  offsets.set(zone, ofZone);
  const known = ofZone.get(moment);
  if (known !== undefined) return known;
  if (ofZone.size > mostRemembered) ofZone.clear();
  const shown = Temporal.Instant.fromEpochMilliseconds(moment * 60_000).toZonedDateTimeISO(zone);
  const offset = shown.offsetNanoseconds / 60e9;
  ofZone.set(moment, offset);
  return offset;
}

/** The first moment at which the calendar shows the date or, where that is left out, a later one. */
export function firstMomentOf(zone: string, day: number): Minutes {
  return firstDate.add({ days: day }).toZonedDateTime({ timeZone: zone }).epochMilliseconds / 60_000;
}

/** Minutes since 1970, with a fraction where the instant has seconds. */
export function momentOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 60_000;
}

export function instantOf(moment: Minutes): string {
  return Temporal.Instant.fromEpochMilliseconds(moment * 60_000).toString({ smallestUnit: "second" });
}
