import { minutesPerDay } from "#kernel/time/local-date.ts";
import { segmentAt, segmentEnd, type ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import { type Intervals, inOrder } from "./working-intervals.ts";

type Step = { readonly slotInterval: number; readonly duration: number };

/**
 * Working intervals cut so that a row of starts that begins with each of them is a row of times on the clock: minutes of
 * the day that the slot interval divides. Cut at midnights and clock changes, where such a row begins anew; a visit
 * may reach over the cut as far as its interval does.
 */
export function onClock(working: Intervals, visit: Step, table: ZoneOffsets): Intervals {
  const rows: number[] = [];
  for (let index = 0; index < working.length; index += 2) {
    const opens = working[index] as number;
    const closes = working[index + 1] as number;
    let from = opens;
    for (let segment = segmentAt(table, opens); from < closes; segment++) {
      const until = Math.min(closes, segmentEnd(table, segment));
      addDays(rows, { from, until, closes, offset: table.offsets[segment] as number }, visit);
      from = until;
    }
  }
  return inOrder(rows);
}

/** A stretch of an interval on which clocks run evenly; a visit that starts on it ends by `closes`. */
type Stretch = { from: number; until: number; closes: number; offset: number };

function addDays(rows: number[], { from, until, closes, offset }: Stretch, visit: Step): void {
  const { slotInterval, duration } = visit;
  for (let begin = from; begin < until; ) {
    const midnight = Math.floor((begin + offset) / minutesPerDay) * minutesPerDay - offset;
    const nextMidnight = midnight + minutesPerDay;
    const first = midnight + Math.ceil((begin - midnight) / slotInterval) * slotInterval;
    const end = Math.min(until, nextMidnight);
    if (first < end) rows.push(first, Math.min(closes, end - 1 + duration));
    begin = nextMidnight;
  }
}
