import { formatMonth } from "#kernel/time/format-time.ts";
import { isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import { addDays } from "#ui/booking/date-grid-keys.ts";
import type { Link } from "#ui/booking/frame-model.ts";
import type { DayCell, MonthModel, WeekRow } from "#ui/booking/view-model.ts";
import { dateInWords } from "./time-words.ts";

export type MonthFacts = {
  /** "YYYY-MM". */
  month: string;
  /** Dates that have times. */
  available: ReadonlySet<string>;
  nextAvailable?: string;
  /** Local dates in the page's zone. */
  today: string;
  lastDay: string;
  selected?: string;
  locale: string;
  hrefOf(choice: { month?: string; date?: string }): string;
};

/** A month as rows of days, with its neighbours as far as anything can be booked (row C5). */
export function presentMonth(facts: MonthFacts): MonthModel {
  const { month, locale, hrefOf } = facts;
  const empty = ![...facts.available].some((date) => date.startsWith(month));
  const previous = addMonth(month, -1);
  const next = addMonth(month, 1);
  return {
    label: formatMonth(month, locale),
    month,
    ...(previous >= facts.today.slice(0, 7) && { previousHref: hrefOf({ month: previous }) }),
    ...(next <= facts.lastDay.slice(0, 7) && { nextHref: hrefOf({ month: next }) }),
    weekdays: weekdayNames(locale),
    weeks: weeksOf(facts),
    empty,
    ...(empty && facts.nextAvailable && { next: nextLink(facts, facts.nextAvailable) }),
  };
}

/** The way to a day that has times. */
export function nextLink({ locale, hrefOf }: Pick<MonthFacts, "locale" | "hrefOf">, date: string): Link {
  return {
    label: `Next available: ${dateInWords(date, locale)}`,
    href: hrefOf({ date, month: date.slice(0, 7) }),
  };
}

/** "YYYY-MM" some months later. */
export function addMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** ISO weekday (1 is Monday) with which the locale's weeks begin. */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };
  return known.getWeekInfo?.().firstDay ?? 1;
}

/** 2024-01-01 was a Monday. */
const aMonday = "2024-01-01";

function weekdayNames(locale: string): MonthModel["weekdays"] {
  const first = addDays(aMonday, firstWeekday(locale) - 1);
  const name = (date: string, weekday: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(Date.parse(`${date}T00:00:00Z`));
  return Array.from({ length: 7 }, (_, index) => addDays(first, index)).map((date) => ({
    short: name(date, "short"),
    long: name(date, "long"),
  }));
}

function weeksOf(facts: MonthFacts): WeekRow[] {
  const first = firstWeekday(facts.locale);
  const rows: WeekRow[] = [];
  for (let date = `${facts.month}-01`; date.startsWith(facts.month); date = addDays(date, 1)) {
    const column = (isoWeekday(parseLocalDate(date)) - first + 7) % 7;
    if (rows.length === 0 || column === 0) rows.push({ blanksBefore: column, days: [], blanksAfter: 0 });
    rows.at(-1)?.days.push(cellOf(facts, date));
  }
  const last = rows.at(-1);
  if (last) last.blanksAfter = 7 - last.blanksBefore - last.days.length;
  return rows;
}

function cellOf(facts: MonthFacts, date: string): DayCell {
  const available = facts.available.has(date);
  return {
    date,
    day: Number(date.slice(8)),
    label: `${dateInWords(date, facts.locale)}, ${available ? "times available" : "no times"}`,
    ...(available && { href: facts.hrefOf({ date, month: date.slice(0, 7) }) }),
    today: date === facts.today,
    selected: date === facts.selected,
  };
}
