import {
  calendarDateOf,
  dayOf,
  formatLocalDate,
  minutesPerDay,
  parseLocalDate,
  twoDigits,
} from "./local-date.ts";

/**
 * Instants as epoch minutes. Text is parsed and written by hand, digit by digit: a request for slots carries
 * tens of thousands of them, and `Date` costs ten times as much.
 */

const zero = 48;

/** The two digits at `index`, or something outside 0–99 when they are not digits. */
function pairAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - zero;
  const ones = text.charCodeAt(index + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1000;
}

/**
 * Epoch minutes of `YYYY-MM-DDTHH:MM:SSZ` (fractional when the seconds are not zero), or of any other ISO
 * instant with `Z` or an offset; NaN when it is not an instant.
 */
export function parseInstant(text: string): number {
  if (text.length === 20 && text.charCodeAt(19) === 90 && text.charCodeAt(10) === 84 && hasColons(text)) {
    const day = dayPartOf(text);
    const hour = pairAt(text, 11);
    const minute = pairAt(text, 14);
    const second = pairAt(text, 17);
    if (day !== invalidDay && hour < 24 && minute < 60 && second < 60) {
      const minutes = day * minutesPerDay + hour * 60 + minute;
      return second === 0 ? minutes : minutes + second / 60;
    }
  }
  return parseUnusualInstant(text);
}

function hasColons(text: string): boolean {
  return text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
}

const unusualInstant =
  /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)$/;

/** Offsets, fractions and missing seconds are rare: the platform reads them, once the date is known to exist. */
function parseUnusualInstant(text: string): number {
  const date = unusualInstant.exec(text)?.[1];
  if (!date || Number.isNaN(parseLocalDate(date))) return Number.NaN;
  return Date.parse(text) / 60_000;
}

const invalidDay = -1_000_000_000;
/** Day number of the date in front of the `T`. */
function dayPartOf(text: string): number {
  const century = pairAt(text, 0);
  const year = pairAt(text, 2);
  const month = pairAt(text, 5);
  const day = pairAt(text, 8);
  if (century > 99 || year > 99 || month < 1 || month > 12 || day < 1 || day > 31) return invalidDay;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return invalidDay;
  const days = dayOf(century * 100 + year, month, day);
  return calendarDateOf(days).month === month ? days : invalidDay;
}

const tableFirstYear = 1900;
const tableYears = 300;
const digitsOfYear = 1111 * zero;
const digitsOfPair = 11 * zero;
const digitsOfTime = (600 + 60 + 10 + 1) * zero;

/** Epoch minutes of the day before the first of each month: the date's own number is then simply added. */
const monthOrigins = Int32Array.from(
  { length: tableYears * 12 },
  (_, index) => (dayOf(tableFirstYear + Math.floor(index / 12), (index % 12) + 1, 1) - 1) * minutesPerDay,
);

/**
 * The whole epoch minute that an instant lies in, of a text that `parseInstant` accepts, without looking for mistakes:
 * for rows by the ten thousand that were checked at the door. The only such text of 20 characters is
 * `YYYY-MM-DDTHH:MM:SSZ`; digits are added as their character codes, and what that is too much is taken away at once.
 */
export function floorMinute(text: string): number {
  if (text.length !== 20) return Math.floor(parseInstant(text));
  const year =
    text.charCodeAt(0) * 1000 +
    text.charCodeAt(1) * 100 +
    text.charCodeAt(2) * 10 +
    text.charCodeAt(3) -
    digitsOfYear;
  const month = text.charCodeAt(5) * 10 + text.charCodeAt(6) - digitsOfPair;
  const index = (year - tableFirstYear) * 12 + month - 1;
  if (index < 0 || index >= monthOrigins.length) return Math.floor(parseInstant(text));
  const day = text.charCodeAt(8) * 10 + text.charCodeAt(9) - digitsOfPair;
  const hours = text.charCodeAt(11) * 600 + text.charCodeAt(12) * 60;
  const time = hours + text.charCodeAt(14) * 10 + text.charCodeAt(15) - digitsOfTime;
  return (monthOrigins[index] as number) + day * minutesPerDay + time;
}

/** The first whole epoch minute that is not before an instant; else as `floorMinute`. */
export function ceilMinute(text: string): number {
  if (text.length !== 20) return Math.ceil(parseInstant(text));
  const isWhole = text.charCodeAt(17) + text.charCodeAt(18) === 2 * zero;
  return isWhole ? floorMinute(text) : floorMinute(text) + 1;
}

const timesOfDay: string[] = Array.from(
  { length: minutesPerDay },
  (_, minute) => `T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00Z`,
);

/** `YYYY-MM-DDTHH:MM:00Z` of whole epoch minutes. */
export function formatInstant(minutes: number): string {
  const day = Math.floor(minutes / minutesPerDay);
  return `${formatLocalDate(day)}${timesOfDay[minutes - day * minutesPerDay]}`;
}

/** The same for many whole epoch minutes; neighbours on one day share the work. */
export function formatInstants(minutes: Int32Array): string[] {
  const texts: string[] = new Array(minutes.length);
  let prefix = "";
  let dayStart = 0;
  let dayEnd = 0;
  for (let index = 0; index < minutes.length; index++) {
    const minute = minutes[index] as number;
    if (minute >= dayEnd || minute < dayStart) {
      const day = Math.floor(minute / minutesPerDay);
      prefix = formatLocalDate(day);
      dayStart = day * minutesPerDay;
      dayEnd = dayStart + minutesPerDay;
    }
    texts[index] = prefix + timesOfDay[minute - dayStart];
  }
  return texts;
}
