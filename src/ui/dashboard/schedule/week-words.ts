import { formatDateOnly } from "#kernel/time/format-time.ts";
import { formatLocalDate, isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import type { HoursOnDate, HoursPlan, MonthlyHours } from "#modules/availability/schedule-schema.ts";
import { hoursWords } from "./hours-words.ts";
import type { DayInterval } from "./weekly-hours.ts";

type Day = { weekday: number; intervals: DayInterval[] };

/** "Mon" for 1 … "Sun" for 7, in the language of `locale`. */
function shortWeekday(weekday: number, locale: string): string {
  const day = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(day);
}

/** "Mon–Wed 9:00 – 13:00, Fri 10:00 – 14:00"; days in a row with the same hours are said together. */
export function weekWords(days: Day[], locale: string, none = "closed"): string {
  const open = days.filter(({ intervals }) => intervals.length > 0);
  if (open.length === 0) return none;
  return runsOf(open.map(({ weekday, intervals }) => ({ weekday, words: wordsOfDay(intervals, locale) })))
    .map(({ first, last, words }) => `${daysWords(first, last, locale)} ${words}`)
    .join(", ");
}

function wordsOfDay(intervals: DayInterval[], locale: string): string {
  return hoursWords(
    intervals.map(({ startMinute, endMinute }) => ({ start: startMinute, end: endMinute })),
    locale,
  ).replaceAll(", ", " and ");
}

function daysWords(first: number, last: number, locale: string): string {
  if (first === last) return shortWeekday(first, locale);
  const between = last === first + 1 ? ", " : "–";
  return `${shortWeekday(first, locale)}${between}${shortWeekday(last, locale)}`;
}

type Run = { first: number; last: number; words: string };

function runsOf(days: { weekday: number; words: string }[]): Run[] {
  const runs: Run[] = [];
  for (const { weekday, words } of days) {
    const run = runs.at(-1);
    if (run && run.last === weekday - 1 && run.words === words) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, words });
  }
  return runs;
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const day = parseLocalDate(date);
  return formatLocalDate(day - isoWeekday(day) + 1);
}

/** The Monday of this week, or of the next one, in which a week that takes turns is on. */
export function nextTurn(anchorDate: string, turn: { index: number; of: number }, today: string): string {
  const anchor = parseLocalDate(mondayOf(anchorDate)) + 7 * turn.index;
  const cycle = 7 * turn.of;
  const passed = parseLocalDate(mondayOf(today)) - anchor;
  return formatLocalDate(anchor + Math.ceil(passed / cycle) * cycle);
}

/** When a week is on that begins on `monday`: "this week", or "from Mon 23 November". */
export function turnWords(monday: string, locale: string, today: string): string {
  return monday <= today ? "this week" : `from ${formatDateOnly(monday, locale)}`;
}

/** "Week A". */
export function turnName(index: number): string {
  return `Week ${"ABCDEFGH"[index] ?? index + 1}`;
}

/** "from 1 July to 31 August 2026", or null without dates. */
export function periodWords(dateFrom: string | null, dateTo: string | null, locale: string): string | null {
  const words = (date: string) => formatDateOnly(date, locale, true);
  if (dateFrom && dateTo) return `${words(dateFrom)} – ${words(dateTo)}`;
  if (dateFrom) return `from ${words(dateFrom)}`;
  return dateTo ? `until ${words(dateTo)}` : null;
}

/** How hours stand to the usual week. */
export function priorityWords(priority: number): string {
  if (priority === 0) return "added to the usual hours";
  return priority > 0 ? "in place of the usual hours" : "where no other hours are set";
}

type Spoken = { title: string; lines: string[] };

/** A plan as a list shows it. */
export function planWords(plan: HoursPlan, locale: string, today: string): Spoken {
  const period = periodWords(plan.dateFrom, plan.dateTo, locale);
  const { anchorDate, weeks } = plan;
  const turns = anchorDate
    ? weeks.map((days, index) => {
        const monday = nextTurn(anchorDate, { index, of: weeks.length }, today);
        const hours = days.length === 0 ? "as usual" : weekWords(days, locale);
        return `${turnName(index)} (${turnWords(monday, locale, today)}): ${hours}`;
      })
    : [weekWords(weeks[0] ?? [], locale)];
  const rhythm = weeks.length === 2 ? "Every second week" : `Every ${weeks.length} weeks`;
  const title = plan.name ?? (anchorDate ? rhythm : (period ?? rhythm));
  const said = period !== null && title !== period ? [period] : [];
  return { title, lines: [...said, ...turns, priorityWords(plan.priority)] };
}

/** "First", "Second" … "Last". */
export const nthNames: readonly { value: MonthlyHours["nth"]; label: string }[] = [
  { value: 1, label: "First" },
  { value: 2, label: "Second" },
  { value: 3, label: "Third" },
  { value: 4, label: "Fourth" },
  { value: 5, label: "Fifth" },
  { value: -1, label: "Last" },
];

/** Monthly hours as a list shows them: "First Saturday of the month". */
export function monthlyWords(hours: MonthlyHours, locale: string, weekday: string): Spoken {
  const nth = nthNames.find(({ value }) => value === hours.nth)?.label ?? "";
  const which = `${nth} ${weekday} of the month`;
  const period = periodWords(hours.dateFrom, hours.dateTo, locale);
  const open = hours.intervals.length > 0 ? wordsOfDay(hours.intervals, locale) : "closed";
  return {
    title: hours.name ?? which,
    lines: [
      ...(hours.name ? [which] : []),
      ...(period ? [period] : []),
      `${open}, ${priorityWords(hours.priority)}`,
    ],
  };
}

type Line = { label: string; words: string };

/** What results for some weeks from Monday on, a line each; one line when all weeks are alike. */
export function previewLines(days: readonly HoursOnDate[], locale: string): Line[] {
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, index) =>
    days.slice(7 * index, 7 * index + 7),
  );
  const lines = weeks.map((week, index) => ({
    label: weekLabel(week, index, locale),
    words: resultOf(week, locale),
  }));
  const [first] = lines;
  if (first && lines.length > 1 && lines.every(({ words }) => words === first.words)) {
    return [
      {
        label: lines.length === 2 ? "This week and next" : `This week and the next ${lines.length - 1}`,
        words: first.words,
      },
    ];
  }
  return lines;
}

function weekLabel(week: readonly HoursOnDate[], index: number, locale: string): string {
  if (index === 0) return "This week";
  if (index === 1) return "Next week";
  return `Week of ${formatDateOnly(week[0]?.date ?? "", locale)}`;
}

function resultOf(week: readonly HoursOnDate[], locale: string): string {
  const plain = week.every(({ intervals, because }) => intervals === null && because === null);
  if (plain) return "not limited";
  const words = weekWords(
    week.map(({ date, intervals }) => ({
      weekday: isoWeekday(parseLocalDate(date)),
      intervals: intervals ?? [{ startMinute: 0, endMinute: 1440 }],
    })),
    locale,
  );
  const special = week.flatMap((day) => exceptionOf(day, locale));
  return special.length > 0 ? `${words} (${special.join("; ")})` : words;
}

const because = { override: "other hours", holiday: "public holiday", timeOff: "time off" };

function exceptionOf({ date, because: why, name }: HoursOnDate, locale: string): string[] {
  return why ? [`${shortWeekday(isoWeekday(parseLocalDate(date)), locale)}: ${name ?? because[why]}`] : [];
}
