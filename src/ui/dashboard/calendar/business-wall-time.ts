import { formatClock } from "#kernel/time/format-time.ts";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, isoWeekday, minutesPerDay, parseLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes, wallTimeOf } from "#kernel/time/wall-time.ts";
import { offsetAt, zoneOffsets } from "#kernel/time/zone-offsets.ts";

/**
 * What the clocks of the business show, `YYYY-MM-DDTHH:MM`, with no zone attached. The calendar is fed with these
 * alone, so that the zone of the browser it runs in never matters.
 */
export type Wall = string;

/** The wall time in `zone` of an instant (ISO). */
export function wallOfInstant(instant: string, zone: string): Wall {
  const { date, minute } = wallTimeOf(Math.floor(parseInstant(instant)), zone);
  return wallAt(date, minute);
}

/** The instant (ISO) of a wall time in `zone`: the earlier one when it exists twice, the end of the gap when never. */
export function instantOfWall(wall: Wall, zone: string): string {
  return formatInstant(toEpochMinutes({ date: wallDate(wall), minute: wallMinute(wall) }, zone));
}

/** Wall time of minutes from midnight of a date; minutes outside of the day run into its neighbours. */
export function wallAt(date: string, minute: number): Wall {
  const days = Math.floor(minute / minutesPerDay);
  const day = days === 0 ? date : addDays(date, days);
  return `${day}T${formatClock(minute - days * minutesPerDay)}`;
}

export function wallDate(wall: Wall): string {
  return wall.slice(0, 10);
}

/** Minutes from midnight. */
export function wallMinute(wall: Wall): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

export function addMinutes(wall: Wall, minutes: number): Wall {
  return wallAt(wallDate(wall), wallMinute(wall) + minutes);
}

/** Minutes from one wall time to another, as a clock on the wall counts them. */
export function minutesBetween(from: Wall, to: Wall): number {
  const days = parseLocalDate(wallDate(to)) - parseLocalDate(wallDate(from));
  return days * minutesPerDay + wallMinute(to) - wallMinute(from);
}

export function addDays(date: string, days: number): string {
  return formatLocalDate(parseLocalDate(date) + days);
}

/** The seven dates of the week that holds `date`, from its first day on (1 is Monday … 7 is Sunday). */
export function weekOf(date: string, firstDay: number): string[] {
  const day = parseLocalDate(date);
  const start = day - ((isoWeekday(day) - firstDay + 7) % 7);
  return Array.from({ length: 7 }, (_, index) => formatLocalDate(start + index));
}

/** What clocks in `zone` are ahead of UTC by at an instant (epoch ms), as `+02:00`. */
export function offsetText(zone: string, epochMs: number): string {
  const minute = Math.floor(epochMs / 60_000);
  const offset = offsetAt(zoneOffsets(zone, minute, minute), minute);
  return `${offset < 0 ? "-" : "+"}${formatClock(Math.abs(offset))}`;
}

/** The first day of the week where `locale` is spoken: 1 is Monday … 7 is Sunday. */
export function firstDayOfWeek(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return known.getWeekInfo?.().firstDay ?? 1;
}
