import type { HolidaysView } from "#modules/availability/holiday-schema.ts";

type Holiday = HolidaysView["years"][number]["holidays"][number];

/** Holidays still to come, by year; years without any are left out. */
export function holidaysFrom(years: HolidaysView["years"], today: string): HolidaysView["years"] {
  return years
    .map(({ year, holidays }) => ({ year, holidays: holidays.filter(({ date }) => date >= today) }))
    .filter(({ holidays }) => holidays.length > 0);
}

/** Dates of a year on which it is closed; two holidays on one date are one. */
function closedDates(holidays: readonly Holiday[], worked: readonly string[]): number {
  const closed = holidays.filter(({ rule }) => !worked.includes(rule));
  return new Set(closed.map(({ date }) => date)).size;
}

/** "Closed on 10 public holidays in 2027.": of the next whole year. */
export function closedWords({ years }: Pick<HolidaysView, "years">, worked: readonly string[]): string {
  const next = years.at(-1);
  if (!next) return "";
  const count = closedDates(next.holidays, worked);
  if (count === 0) return "Open on all public holidays.";
  return `Closed on ${count} public ${count === 1 ? "holiday" : "holidays"} in ${next.year}.`;
}

/** The rules that are worked when one of them is switched. */
export function withWorked(worked: readonly string[], rule: string, works: boolean): string[] {
  const others = worked.filter((other) => other !== rule);
  return works ? [...others, rule] : others;
}
