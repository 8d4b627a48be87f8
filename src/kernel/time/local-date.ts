/**
 * Calendar arithmetic on plain dates as integers: a local date is its number of days since 1970-01-01
 * (proleptic Gregorian), whatever the zone. Strings are `YYYY-MM-DD`.
 */

export const minutesPerDay = 1440;

/** Days since 1970-01-01 of a date that is known to exist; month and day count from 1. */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export type CalendarDate = { year: number; month: number; day: number };

/** The calendar date (month and day from 1) that is `days` after 1970-01-01. */
export function calendarDateOf(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** ISO weekday of a day number: 1 = Monday … 7 = Sunday. */
export function isoWeekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

const localDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day number of a `YYYY-MM-DD` string, or NaN when it is malformed or no such date exists (2027-02-29). */
export function parseLocalDate(text: string): number {
  const match = localDatePattern.exec(text);
  if (!match) return Number.NaN;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1) return Number.NaN;
  const days = dayOf(year, month, day);
  return calendarDateOf(days).month === month ? days : Number.NaN;
}

/** `YYYY-MM-DD` of a day number (years 0000–9999). */
export function formatLocalDate(days: number): string {
  const { year, month, day } = calendarDateOf(days);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A number from 0 to 99 with its leading zero. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
