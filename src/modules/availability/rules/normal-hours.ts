/** A part of a day in minutes from its midnight. */
type Interval = { startMinute: number; endMinute: number };

/** Minutes; a stored interval may not be longer. */
const longestInterval = 1440;

/** The same hours sorted, with intervals that touch or overlap made one where that is not more than a day long. */
export function normalHours(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.startMinute - b.startMinute)) {
    const previous = merged.at(-1);
    const end = Math.max(previous?.endMinute ?? 0, interval.endMinute);
    const touches = previous && interval.startMinute <= previous.endMinute;
    if (touches && end - previous.startMinute <= longestInterval) previous.endMinute = end;
    else merged.push({ ...interval });
  }
  return merged;
}
