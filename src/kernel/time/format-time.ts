import { twoDigits } from "./local-date.ts";

/**
 * Times in words, for people. Instants are ISO strings or epoch minutes; zones are IANA names; locales are
 * BCP 47 tags. Runs in browsers too, so it needs nothing but `Intl`.
 */

type Instant = string | number;

const maximalFormats = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and cheap to keep. */
function formatFor(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  if (formats.size >= maximalFormats) formats.clear();
  formats.set(key, format);
  return format;
}

function millisecondsOf(instant: Instant): number {
  return typeof instant === "number" ? instant * 60_000 : Date.parse(instant);
}

const dayOptions = { weekday: "short", day: "numeric", month: "long" } as const;
const timeOptions = { timeStyle: "short" } as const;

/** "Tue 3 March" (en-GB), "Tue, March 3" (en-US). */
export function formatDay(instant: Instant, zone: string, locale: string): string {
  return formatFor(locale, zone, dayOptions).format(millisecondsOf(instant));
}

/** "14:30" (en-GB), "2:30 PM" (en-US). */
export function formatTime(instant: Instant, zone: string, locale: string): string {
  return formatFor(locale, zone, timeOptions).format(millisecondsOf(instant));
}

const momentOptions = { dateStyle: "medium", timeStyle: "short" } as const;

/** "3 Mar 2026, 14:30" (en-GB): where the year matters. */
export function formatMoment(instant: Instant, zone: string, locale: string): string {
  return formatFor(locale, zone, momentOptions).format(millisecondsOf(instant));
}

/** "Tue 3 March, 14:30". */
export function formatDayTime(instant: Instant, zone: string, locale: string): string {
  return `${formatDay(instant, zone, locale)}, ${formatTime(instant, zone, locale)}`;
}

/** "14:30 CEST" or "14:30 GMT+2": for an hour that exists twice, when the time alone would not tell which. */
export function formatTimeWithOffset(instant: Instant, zone: string, locale: string): string {
  return `${formatTime(instant, zone, locale)} ${zoneAbbreviation(instant, zone, locale)}`;
}

/** A plain date (`YYYY-MM-DD`) in words, as `formatDay`, with the year when asked. */
export function formatDateOnly(date: string, locale: string, withYear = false): string {
  const options = withYear ? ({ ...dayOptions, year: "numeric" } as const) : dayOptions;
  return formatFor(locale, "UTC", options).format(Date.parse(`${date}T00:00:00Z`));
}

/** "March 2026" for `2026-03`. */
export function formatMonth(month: string, locale: string): string {
  return formatFor(locale, "UTC", { month: "long", year: "numeric" }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

/** Minutes from midnight as a time: 570 is "09:30" (en-GB), "9:30 AM" (en-US). */
export function formatMinuteOfDay(minute: number, locale: string): string {
  return formatFor(locale, "UTC", timeOptions).format((minute % 1440) * 60_000);
}

/** Minutes from midnight as `HH:MM`, as form fields take it; the end of the day is "24:00". */
export function formatClock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** "Eastern Time", "Central European Time": the zone's name all year round. */
export function zoneName(instant: Instant, zone: string, locale: string): string {
  return zonePart(instant, formatFor(locale, zone, { timeZoneName: "longGeneric" })) ?? zoneCity(zone);
}

/** "EDT", "CET", "GMT+5:30": what clocks follow at that instant. */
export function zoneAbbreviation(instant: Instant, zone: string, locale: string): string {
  return zonePart(instant, formatFor(locale, zone, { timeZoneName: "short" })) ?? zone;
}

/** "New York" for `America/New_York`. */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function zonePart(instant: Instant, format: Intl.DateTimeFormat): string | undefined {
  return format.formatToParts(millisecondsOf(instant)).find((part) => part.type === "timeZoneName")?.value;
}
