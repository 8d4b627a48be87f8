import { formatMinuteOfDay } from "#kernel/time/format-time.ts";

/** Minutes from midnight; an end above 1440 reaches into the next day. */
export type Interval = { start: number; end: number };

/** "9:00 – 12:00, 13:00 – 17:00", or "Not working". */
export function hoursWords(intervals: Interval[], locale: string, none = "Not working"): string {
  if (intervals.length === 0) return none;
  return [...intervals]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => `${formatMinuteOfDay(start, locale)} – ${formatMinuteOfDay(end, locale)}`)
    .join(", ");
}

/** From the first start to the last end, breaks left out: "9:00 – 17:00", or "Not working". */
export function dayWords(intervals: Interval[], locale: string): string {
  if (intervals.length === 0) return hoursWords([], locale);
  const start = Math.min(...intervals.map((interval) => interval.start));
  const end = Math.max(...intervals.map((interval) => interval.end));
  return hoursWords([{ start, end }], locale);
}
