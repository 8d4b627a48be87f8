import {
  formatDateOnly,
  formatDay,
  formatMinuteOfDay,
  formatTime,
  formatTimeWithOffset,
} from "#kernel/time/format-time.ts";
import { formatLocalDate, isoWeekday, minutesPerDay } from "#kernel/time/local-date.ts";
import { instantsOf, wallOf } from "#kernel/time/wall-time.ts";
import type { Asked } from "./explain-reason.ts";
import type { RuleRow } from "./rule-book.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ordinals = ["", "first", "second", "third", "fourth", "fifth"];

/** "Tuesday" of a local date (days since 1970-01-01). */
export function weekdayOf(day: number): string {
  return weekdays[isoWeekday(day) - 1] as string;
}

/** "Tue 3 March" of a local date. */
export function dateWords(day: number, { known }: Asked): string {
  return formatDateOnly(formatLocalDate(day), known.locale);
}

/** "11:00"; with the date when it is not the visit's, with the offset when that hour exists twice. */
export function timeWords(instant: number, { place, table, day, known }: Asked): string {
  const wall = wallOf(instant, table);
  const { timeZone } = place;
  const twice = instantsOf(wall, table).length > 1;
  const time = (twice ? formatTimeWithOffset : formatTime)(instant, timeZone, known.locale);
  return Math.floor(wall / minutesPerDay) === day
    ? time
    : `${formatDay(instant, timeZone, known.locale)}, ${time}`;
}

/** "10:00–11:00". */
export function spanWords(start: number, end: number, asked: Asked): string {
  return `${timeWords(start, asked)}–${timeWords(end, asked)}`;
}

/** "09:00–13:00 and 14:00–18:00" of rules of one date; empty when they all say closed. */
export function hoursWords(rows: readonly RuleRow[], { known }: Asked): string {
  const spans = rows
    .filter(({ startMinute }) => startMinute !== null)
    .sort((a, b) => (a.startMinute ?? 0) - (b.startMinute ?? 0))
    .map(({ startMinute, endMinute }) => {
      const [from, until] = [startMinute ?? 0, endMinute ?? 0];
      return `${formatMinuteOfDay(from, known.locale)}–${formatMinuteOfDay(until, known.locale)}`;
    });
  return joined([...new Set(spans)]);
}

/** "on Tuesdays", "every second Tuesday", "on the first Tuesday of the month": when a recurring rule speaks. */
export function whenWords({ kind, everyWeeks, nthOfMonth, weekday }: RuleRow): string {
  const name = weekdays[(weekday ?? 1) - 1] as string;
  if (kind === "monthly") return `on the ${nthWords(nthOfMonth)} ${name} of the month`;
  if (everyWeeks === 1) return `on ${name}s`;
  return everyWeeks === 2 ? `every second ${name}` : `on ${name}s in every ${everyWeeks} weeks`;
}

function nthWords(nth: number | null): string {
  return nth === -1 ? "last" : (ordinals[nth ?? 1] as string);
}

/** "Maya", "Maya and Ben", "Maya, Ben and Cy". */
export function joined(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
