import { formatLocalDate, minutesPerDay, parseLocalDate } from "./local-date.ts";
import { offsetAt, segmentAt, segmentEnd, type ZoneOffsets, zoneOffsets } from "./zone-offsets.ts";

/**
 * What clocks on the wall show, as one integer: minutes since 1970-01-01T00:00 in local time, no zone
 * attached (`day * 1440 + minute`). Minutes past 1440 simply run into the next date.
 */

/** More than any zone has ever been ahead of UTC (minutes). */
const furthestAhead = 16 * 60;

/** What clocks show at an instant (epoch minutes). */
export function wallOf(instant: number, table: ZoneOffsets): number {
  return instant + offsetAt(table, instant);
}

/**
 * The first instant (epoch minutes) at which clocks show `wall` or have jumped past it: the earlier one when
 * the time exists twice, the first instant after the gap when it does not exist.
 */
export function firstInstantOf(wall: number, table: ZoneOffsets): number {
  const last = table.starts.length - 1;
  for (let index = segmentAt(table, wall - furthestAhead); index < last; index++) {
    const instant = wall - (table.offsets[index] as number);
    if (instant < segmentEnd(table, index)) return Math.max(instant, table.starts[index] as number);
  }
  return Math.max(wall - (table.offsets[last] as number), table.starts[last] as number);
}

/** Every instant (epoch minutes, ascending) at which clocks show `wall`: none in a gap, two in an overlap. */
export function instantsOf(wall: number, table: ZoneOffsets): number[] {
  const found: number[] = [];
  for (let index = segmentAt(table, wall - furthestAhead); index < table.starts.length; index++) {
    const start = table.starts[index] as number;
    const instant = wall - (table.offsets[index] as number);
    if (instant >= start && instant < segmentEnd(table, index)) found.push(instant);
    if (start > wall + furthestAhead) break;
  }
  return found;
}

/** A wall time as people say it: a `YYYY-MM-DD` date and minutes from its midnight. */
export type WallTime = { date: string; minute: number };

/** Local date and minutes from midnight in `zone` at an instant (epoch minutes). */
export function wallTimeOf(instant: number, zone: string): WallTime {
  const wall = wallOf(instant, zoneOffsets(zone, instant, instant));
  const day = Math.floor(wall / minutesPerDay);
  return { date: formatLocalDate(day), minute: wall - day * minutesPerDay };
}

/** The `YYYY-MM-DD` date in `zone` at an instant (epoch minutes). */
export function localDateOf(instant: number, zone: string): string {
  return wallTimeOf(instant, zone).date;
}

/**
 * Epoch minutes of a wall time in `zone`: the earlier instant when it exists twice, the first instant after
 * the gap when it does not exist. Throws a RangeError when the date is no date.
 */
export function toEpochMinutes(wallTime: WallTime, zone: string): number {
  const wall = wallMinutes(wallTime);
  return firstInstantOf(wall, zoneOffsets(zone, wall, wall));
}

/** Every instant (epoch minutes, ascending) at which clocks in `zone` show the wall time: 0, 1 or 2. */
export function toAllEpochMinutes(wallTime: WallTime, zone: string): number[] {
  const wall = wallMinutes(wallTime);
  return instantsOf(wall, zoneOffsets(zone, wall, wall));
}

function wallMinutes({ date, minute }: WallTime): number {
  const day = parseLocalDate(date);
  if (Number.isNaN(day)) throw new RangeError(`"${date}" is not a date`);
  return day * minutesPerDay + minute;
}
