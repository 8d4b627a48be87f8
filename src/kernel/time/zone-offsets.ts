import { calendarDateOf, dayOf, minutesPerDay } from "./local-date.ts";

/**
 * A zone's offsets as integers. Segment `i` begins at `starts[i]` (epoch minutes; the first one reaches back
 * for ever) and lasts until `starts[i + 1]`; its clocks show UTC + `offsets[i]` minutes. Exact inside the
 * years asked for, constant beyond them.
 *
 * An offset with seconds (local mean time, before about 1920) is rounded down, as a clock without a second
 * hand shows it; its change counts from the first whole minute after it.
 */
export type ZoneOffsets = {
  readonly zone: string;
  readonly starts: Int32Array;
  readonly offsets: Int32Array;
};

export const beginningOfTime = -2_147_483_648;
export const endOfTime = 2_147_483_647;

/**
 * Distance of the first probes. The platform's data have no two changes of one zone closer than 7 days
 * (Brazil, October 2000), so a pair that cancels out cannot hide between two probes.
 */
const probeMinutes = 5 * minutesPerDay;
/** Local times reach this far outside of the range that was asked for in UTC. */
const edgeMinutes = 3 * minutesPerDay;
const maximalCachedZones = 1000;

type CachedZone = { format: Intl.DateTimeFormat; firstYear: number; lastYear: number; table: ZoneOffsets };
const cachedZones = new Map<string, CachedZone>();

/**
 * The zone's offsets, exact for all of `[from, until)` (epoch minutes). Built from the platform's own data
 * once per zone and range of years: about 0.3 ms when cold. Throws a RangeError for a zone the platform
 * does not know; ask `isTimeZone` first where people type.
 */
export function zoneOffsets(zone: string, from: number, until: number): ZoneOffsets {
  const firstYear = yearOf(from - edgeMinutes);
  const lastYear = yearOf(until + edgeMinutes);
  const cached = cachedZones.get(zone);
  if (cached && cached.firstYear <= firstYear && cached.lastYear >= lastYear) return cached.table;
  const format = cached?.format ?? wallClockFormat(zone);
  // A year more on either side, so that the next months' requests do not build it again.
  const first = Math.min(firstYear - 1, cached?.firstYear ?? firstYear);
  const last = Math.max(lastYear + 1, cached?.lastYear ?? lastYear);
  const years = { from: dayOf(first, 1, 1) * minutesPerDay, until: dayOf(last + 1, 1, 1) * minutesPerDay };
  const table = buildTable(zone, format, years);
  if (cachedZones.size >= maximalCachedZones) cachedZones.clear();
  cachedZones.set(zone, { format, firstYear: first, lastYear: last, table });
  return table;
}

/** Whether the platform knows this IANA zone. */
export function isTimeZone(zone: string): boolean {
  if (cachedZones.has(zone)) return true;
  try {
    wallClockFormat(zone);
    return true;
  } catch {
    return false;
  }
}

/** Index of the segment that holds the instant. */
export function segmentAt(table: ZoneOffsets, minute: number): number {
  const starts = table.starts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= minute) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Minutes that clocks are ahead of UTC at an instant (epoch minutes). */
export function offsetAt(table: ZoneOffsets, minute: number): number {
  return table.offsets[segmentAt(table, minute)] as number;
}

/** First instant after segment `index`, or the end of time for the last one. */
export function segmentEnd(table: ZoneOffsets, index: number): number {
  return index + 1 < table.starts.length ? (table.starts[index + 1] as number) : endOfTime;
}

function yearOf(minute: number): number {
  return calendarDateOf(Math.floor(minute / minutesPerDay)).year;
}

function wallClockFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    calendar: "gregory",
    numberingSystem: "latn",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
}

function buildTable(
  zone: string,
  format: Intl.DateTimeFormat,
  { from, until }: { from: number; until: number },
): ZoneOffsets {
  const starts = [beginningOfTime];
  let offset = probeOffset(format, from);
  const offsets = [offset];
  for (let probe = from; probe < until; probe += probeMinutes) {
    const end = Math.min(probe + probeMinutes, until);
    const endOffset = probeOffset(format, end);
    if (endOffset === offset) continue;
    starts.push(findChange(format, { low: probe, high: end, offset }));
    offsets.push(endOffset);
    offset = endOffset;
  }
  return { zone, starts: Int32Array.from(starts), offsets: Int32Array.from(offsets) };
}

/** First minute in `(low, high]` whose offset is no longer `offset`; there is exactly one change in between. */
function findChange(
  format: Intl.DateTimeFormat,
  span: { low: number; high: number; offset: number },
): number {
  let { low, high } = span;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (probeOffset(format, middle) === span.offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Reads "16, 15:53" (day of the month and time on the zone's clocks) against the same instant in UTC. */
function probeOffset(format: Intl.DateTimeFormat, minute: number): number {
  const [localDay = 0, hour = 0, localMinute = 0] = numbersIn(format.format(minute * 60_000));
  const utcDays = Math.floor(minute / minutesPerDay);
  const ahead = localDay - calendarDateOf(utcDays).day;
  // Never more than a day apart; a larger difference is the turn of a month.
  const dayShift = ahead === 0 ? 0 : ahead === 1 || ahead < -1 ? 1 : -1;
  return dayShift * minutesPerDay + hour * 60 + localMinute - (minute - utcDays * minutesPerDay);
}

function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let value = -1;
  for (let index = 0; index <= text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) value = (value < 0 ? 0 : value * 10) + digit;
    else if (value >= 0) {
      numbers.push(value);
      value = -1;
    }
  }
  return numbers;
}
