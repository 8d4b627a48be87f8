import type Holidays from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";

/** A public holiday. Its rule ("easter -2") is the same every year, and tells it from the others of its country. */
export type PublicHoliday = {
  /** `YYYY-MM-DD`. */
  date: string;
  rule: string;
  /** In the language that was asked for, where the data has it. */
  name: string;
};

/** Country as ISO 3166-1 alpha-2, and the data package's code of a state or region; null: nationwide ones only. */
export type HolidayPlace = { country: string; region: string | null };

const hourMs = 3_600_000;

/** What is known for good: the data are part of the program. */
const known = new Map<string, readonly PublicHoliday[]>();

/**
 * The public holidays of some years with their substitute days, in order; those of several days by each of them.
 * None for a country that the data do not know.
 */
export async function publicHolidays(
  place: HolidayPlace,
  years: readonly number[],
): Promise<readonly PublicHoliday[]> {
  const perYear = await Promise.all(years.map((year) => listHolidays(place, year, "en")));
  return perYear.flat();
}

/** The same of one year, named in a language (ISO 639-1) as far as the data know it. */
export async function listHolidays(
  { country, region }: HolidayPlace,
  year: number,
  language: string,
): Promise<readonly PublicHoliday[]> {
  const key = `${country}/${region ?? ""}/${year}/${language}`;
  const before = known.get(key);
  if (before) return before;
  const found = (await calendarOf(country, region)).getHolidays(year, language).flatMap(daysOf);
  known.set(key, found);
  return found;
}

/** What a calendar can be chosen from: countries with their names in English, by name. */
export async function listCountries(): Promise<{ code: string; name: string }[]> {
  return inOrderOfName((await openCalendar()).getCountries("en"));
}

/** The states or regions of a country that have holidays of their own; none for most countries. */
export async function listRegions(country: string): Promise<{ code: string; name: string }[]> {
  return inOrderOfName((await openCalendar()).getStates(country, "en") ?? {});
}

function inOrderOfName(names: Record<string, string>): { code: string; name: string }[] {
  return Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

async function calendarOf(country: string, region: string | null): Promise<Holidays> {
  const Calendar = await loadCalendar();
  const only: HolidaysTypes.Options = { types: ["public"] };
  return region === null ? new Calendar(country, only) : new Calendar(country, region, only);
}

async function openCalendar(): Promise<Holidays> {
  const Calendar = await loadCalendar();
  return new Calendar();
}

/** The data of all countries take a moment to load and megabytes to keep: only who uses them pays. */
async function loadCalendar(): Promise<typeof Holidays> {
  return (await import("date-holidays")).default;
}

/** One line for each of its dates. The hours between start and end may be one more or less than whole days. */
function daysOf(holiday: HolidaysTypes.Holiday): PublicHoliday[] {
  const { rule, name } = holiday;
  const first = parseLocalDate(holiday.date.slice(0, 10));
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / hourMs;
  const days = Math.max(1, Math.ceil((hours - 1) / 24));
  return Array.from({ length: days }, (_, index) => ({ date: formatLocalDate(first + index), rule, name }));
}
