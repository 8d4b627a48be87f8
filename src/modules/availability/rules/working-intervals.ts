import { isoWeekday, minutesPerDay } from "#kernel/time/local-date.ts";
import { segmentAt, segmentEnd, type ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import { closed, type Schedule } from "./schedule.ts";

/** `[start, end)` pairs of epoch minutes, flattened, sorted by start. */
export type Intervals = readonly number[];

/** A span of time in epoch minutes, `[from, until)`. */
export type Window = { readonly from: number; readonly until: number };

/** An interval may begin on the date before the window's first (overnight), plus a day that zones differ by. */
const daysBefore = 3;

/**
 * The schedule's hours as instants: every interval that touches the window, whole. A wall time that a clock
 * change skips is never worked, one that it repeats is worked twice: an interval is the set of instants whose
 * wall time lies in it, so an edge inside a gap becomes the first instant after it.
 */
export function workingIntervals(schedule: Schedule, table: ZoneOffsets, window: Window): Intervals {
  const working: number[] = [];
  const firstDay = Math.floor(window.from / minutesPerDay) - daysBefore;
  const lastDay = Math.floor(window.until / minutesPerDay) + 1;
  const hasOverrides = schedule.overrides.size > 0;
  let weekday = isoWeekday(firstDay) - 1;
  let segment = segmentAt(table, (firstDay - 1) * minutesPerDay);
  for (let day = firstDay; day <= lastDay; day++) {
    const hours = (hasOverrides && schedule.overrides.get(day)) || schedule.weekly[weekday] || closed;
    weekday = weekday === 6 ? 0 : weekday + 1;
    const midnight = day * minutesPerDay;
    while (segmentEnd(table, segment) < midnight - minutesPerDay) segment++;
    for (let index = 0; index < hours.length; index += 2) {
      const opens = midnight + (hours[index] as number);
      addWallInterval(
        working,
        { opens, closes: midnight + (hours[index + 1] as number) },
        { table, segment },
      );
    }
  }
  return inWindow(inOrder(working), window);
}

type WallInterval = { opens: number; closes: number };

/** Appends the instants whose wall time is in `[opens, closes)`, looking from `segment` on. */
function addWallInterval(
  working: number[],
  wall: WallInterval,
  at: { table: ZoneOffsets; segment: number },
): void {
  const firstPair = working.length;
  for (let segment = at.segment; segment < at.table.starts.length; segment++) {
    const begin = at.table.starts[segment] as number;
    const end = segmentEnd(at.table, segment);
    const offset = at.table.offsets[segment] as number;
    const from = Math.max(wall.opens - offset, begin);
    const until = Math.min(wall.closes - offset, end);
    if (until > from) {
      // What two segments share without a break is one interval.
      if (working.length > firstPair && working[working.length - 1] === from)
        working[working.length - 1] = until;
      else working.push(from, until);
    }
    if (end > wall.closes + minutesPerDay) return;
  }
}

/** The pairs sorted by start; nothing to do but when overlapping hours were cut, or an hour was repeated. */
export function inOrder(pairs: number[]): number[] {
  for (let index = 2; index < pairs.length; index += 2) {
    if ((pairs[index] as number) < (pairs[index - 2] as number)) return sortedPairs(pairs);
  }
  return pairs;
}

/** The same pairs, sorted by start. */
export function sortedPairs(pairs: readonly number[]): number[] {
  const rows: [number, number][] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    rows.push([pairs[index] as number, pairs[index + 1] as number]);
  }
  return rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]).flat();
}

function inWindow(pairs: number[], window: Window): number[] {
  let kept = 0;
  for (let index = 0; index < pairs.length; index += 2) {
    const start = pairs[index] as number;
    const end = pairs[index + 1] as number;
    if (end <= window.from || start >= window.until) continue;
    pairs[kept] = start;
    pairs[kept + 1] = end;
    kept += 2;
  }
  pairs.length = kept;
  return pairs;
}
