import { formatTime, formatTimeWithOffset, zoneCity } from "#kernel/time/format-time.ts";
import { instantsOf, localDateOf, wallOf } from "#kernel/time/wall-time.ts";
import { offsetAt, zoneOffsets } from "#kernel/time/zone-offsets.ts";

/** Where and how a page tells time: the zone it shows, the business's, and the language. */
export type TimeFrame = { zone: string; businessZone: string; locale: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  if (formats.size > 500) formats.clear();
  formats.set(key, known);
  return known;
}

/** Whether clocks in the zone show this instant's time twice: they are turned back around it. */
function comesTwice(instant: string, zone: string): boolean {
  const at = minutesOf(instant);
  const table = zoneOffsets(zone, at, at);
  return instantsOf(wallOf(at, table), table).length > 1;
}

/** "14:30"; "01:30 EDT" in the hour that comes twice, where the time alone would not tell which (row C4). */
export function clockTime(instant: string, zone: string, locale: string): string {
  const words = comesTwice(instant, zone) ? formatTimeWithOffset : formatTime;
  return words(instant, zone, locale);
}

/** A time of day that no line break tears apart. */
function clock(instant: string, zone: string, locale: string): string {
  return clockTime(instant, zone, locale).replaceAll(" ", "\u00a0");
}

const longDay = { weekday: "long", day: "numeric", month: "long" } as const;

/** Epoch minutes of an instant. */
export function minutesOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}

/** "Tuesday 3 March" (en-GB), "Tuesday, March 3" (en-US) for `YYYY-MM-DD`; or just the parts that are asked for. */
export function dateInWords(
  date: string,
  locale: string,
  parts: Intl.DateTimeFormatOptions = longDay,
): string {
  return format(locale, "UTC", parts).format(Date.parse(`${date}T00:00:00Z`));
}

/** "Tuesday 3 March, 14:30". */
export function dayAndTime(instant: string, zone: string, locale: string): string {
  return `${format(locale, zone, longDay).format(Date.parse(instant))}, ${clock(instant, zone, locale)}`;
}

/** "Tuesday 14:30", for a button. */
export function weekdayAndTime(instant: string, zone: string, locale: string): string {
  const weekday = format(locale, zone, { weekday: "long" }).format(Date.parse(instant));
  return `${weekday} ${clock(instant, zone, locale)}`;
}

/** "Tue 3 March, 14:30" with a short weekday and month, where space is short. */
export function shortDayAndTime(instant: string, zone: string, locale: string): string {
  const day = format(locale, zone, { weekday: "short", day: "numeric", month: "short" });
  return `${day.format(Date.parse(instant))}, ${clock(instant, zone, locale)}`;
}

/** Minutes by which the business's clocks are ahead of the page's at an instant; negative: behind. */
export function minutesAhead(instant: string, frame: TimeFrame): number {
  const at = minutesOf(instant);
  const offset = (zone: string) => offsetAt(zoneOffsets(zone, at, at), at);
  return offset(frame.businessZone) - offset(frame.zone);
}

/** The business's time of an instant when its clocks show another: "08:30", or "Wed 08:30" on another day. */
export function timeElsewhere(instant: string, frame: TimeFrame): string | undefined {
  if (minutesAhead(instant, frame) === 0) return undefined;
  const time = clockTime(instant, frame.businessZone, frame.locale);
  const at = minutesOf(instant);
  if (localDateOf(at, frame.zone) === localDateOf(at, frame.businessZone)) return time;
  const weekday = format(frame.locale, frame.businessZone, { weekday: "short" });
  return `${weekday.format(Date.parse(instant))} ${time}`;
}

/** "08:30 in New York", when it differs (row C4). */
export function phraseElsewhere(instant: string, frame: TimeFrame): string | undefined {
  const time = timeElsewhere(instant, frame);
  return time && `${time} in ${zoneCity(frame.businessZone)}`;
}

/** "New York is 6 hours behind", when clocks differ at the instant. */
export function zoneDifference(instant: string, frame: TimeFrame): string | undefined {
  const ahead = minutesAhead(instant, frame);
  if (ahead === 0) return undefined;
  const hours = Math.floor(Math.abs(ahead) / 60);
  const minutes = Math.abs(ahead) % 60;
  const words = [hours && count(hours, "hour"), minutes && count(minutes, "minute")]
    .filter(Boolean)
    .join(" ");
  return `${zoneCity(frame.businessZone)} is ${words} ${ahead > 0 ? "ahead" : "behind"}`;
}

/** "1 hour", "6 hours". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** "45 min", "1 h", "2 h 30 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(" ");
}
