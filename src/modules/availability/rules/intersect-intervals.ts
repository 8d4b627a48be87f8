import { type Intervals, inOrder, sortedPairs } from "./working-intervals.ts";

/** The same moments as sorted intervals that neither touch nor overlap. */
export function mergeTouching(pairs: Intervals): Intervals {
  const merged: number[] = [];
  const sorted = sortedPairs(pairs);
  for (let index = 0; index < sorted.length; index += 2) {
    const start = sorted[index] as number;
    const end = sorted[index + 1] as number;
    const previousEnd = merged[merged.length - 1];
    if (previousEnd !== undefined && start <= previousEnd)
      merged[merged.length - 1] = Math.max(previousEnd, end);
    else merged.push(start, end);
  }
  return merged;
}

/**
 * Each of the `hours` cut to the `limits` (merged): opening hours ∩ a person's hours. Hours stay apart from each
 * other, since each begins its own row of start times.
 */
export function intersectIntervals(hours: Intervals, limits: Intervals): Intervals {
  const common: number[] = [];
  let first = 0;
  for (let index = 0; index < hours.length; index += 2) {
    const opens = hours[index] as number;
    const closes = hours[index + 1] as number;
    while (first < limits.length && (limits[first + 1] as number) <= opens) first += 2;
    for (let limit = first; limit < limits.length && (limits[limit] as number) < closes; limit += 2) {
      const start = Math.max(opens, limits[limit] as number);
      const end = Math.min(closes, limits[limit + 1] as number);
      if (end > start) common.push(start, end);
    }
  }
  return inOrder(common);
}
