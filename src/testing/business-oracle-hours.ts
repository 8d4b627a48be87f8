import type { BusinessCase, CaseRule } from "#modules/availability/business-case.ts";
import {
  type DateFacts,
  factsOf,
  factsOfDate,
  type Minutes,
  type Reading,
} from "./business-oracle-calendar.ts";

/**
 * Which hours the rules give to a date, said as the rules are said: a date before a public holiday before a week, the
 * higher priority before the lower, the more specific before the more general.
 */

/** `[start, end)` in minutes from the date's midnight; an end past 1440 is on the next date. */
export type Hours = readonly (readonly [Minutes, Minutes])[];

/** The hours that a date has; null when nobody has said anything about it. */
export type HoursOfDate = (day: number) => Hours | null;

type DatedRule = Exclude<CaseRule, { kind: "holiday" | "timeOff" }>;
type Recurring = Extract<CaseRule, { kind: "weekly" | "monthly" }>;
type Question = Pick<BusinessCase, "rules">;
type Of = { staffId?: string; placeId?: string; serviceId?: string; resourceId?: string };

const wholeDay: Hours = [[0, 1440]];

export function openingHoursOf({ rules }: Question, placeId: string): HoursOfDate {
  const speaking = rulesAbout(rules, [{}, { placeId }]);
  const holidays = rules.filter((rule) => rule.kind === "holiday" && rule.placeId === placeId);
  return remembered((day) => {
    const isHoliday = holidays.some((rule) => rule.kind === "holiday" && rule.date === factsOf(day).date);
    return hoursOf(speaking, day, { isHoliday, elseClosed: speaking.some(isRecurring) });
  });
}

export function serviceHoursOf({ rules }: Question, of: { serviceId: string; placeId: string }): HoursOfDate {
  const { serviceId, placeId } = of;
  return limitOf(rulesAbout(rules, [{ serviceId }, { serviceId, placeId }]));
}

export function resourceHoursOf({ rules }: Question, resourceId: string): HoursOfDate {
  return limitOf(rulesAbout(rules, [{ resourceId }]));
}

/** Who has no recurring hours of their own anywhere follows the opening hours, but for the dates they speak about. */
export function staffHoursOf(question: Question, of: { staffId: string; placeId: string }): HoursOfDate {
  const { staffId, placeId } = of;
  const speaking = rulesAbout(question.rules, [{ staffId }, { staffId, placeId }]);
  const hasOwn = question.rules.some(
    (rule) => (rule.kind === "weekly" || rule.kind === "monthly") && rule.staffId === staffId,
  );
  const opening = openingHoursOf(question, placeId);
  return remembered((day) => {
    const own = hoursOf(speaking, day, { isHoliday: false, elseClosed: hasOwn });
    // Where nobody has said any hours, nobody works.
    return own ?? opening(day) ?? [];
  });
}

/** Time taken away by rules of any of the scopes. */
export function timeOffOf({ rules }: Question, scopes: Of[]): HoursOfDate {
  const rows = rules.filter((rule) => rule.kind === "timeOff");
  const speaking = rows.filter((rule) => scopes.some((scope) => isAbout(rule, scope)));
  return remembered((day) => {
    const { date } = factsOf(day);
    const off = speaking.filter((rule) => rule.from <= date && date <= rule.to);
    return off.flatMap((rule) => (rule.hours.length === 0 ? wholeDay : minutesOf(rule.hours)));
  });
}

function limitOf(speaking: DatedRule[]): HoursOfDate {
  const elseClosed = speaking.some(isRecurring);
  return remembered((day) => hoursOf(speaking, day, { isHoliday: false, elseClosed }));
}

function hoursOf(
  rules: DatedRule[],
  day: number,
  { isHoliday, elseClosed }: { isHoliday: boolean; elseClosed: boolean },
): Hours | null {
  const date = factsOf(day);
  const overrides = rules.filter(
    (rule) => rule.kind === "override" && rule.from <= date.date && date.date <= rule.to,
  );
  if (overrides.length > 0) return hoursOfStrongest(overrides);
  if (isHoliday) return [];
  const recurring = rules.filter((rule) => isRecurring(rule) && recursOn(rule, date));
  if (recurring.length > 0) return hoursOfStrongest(recurring);
  return elseClosed ? [] : null;
}

function recursOn(rule: Recurring, date: DateFacts): boolean {
  if (rule.from !== undefined && date.date < rule.from) return false;
  if (rule.to !== undefined && date.date > rule.to) return false;
  if (!rule.weekdays.includes(date.weekday)) return false;
  if (rule.kind === "monthly") return rule.nth === -1 ? date.lastOfMonth : date.nthOfMonth === rule.nth;
  if (rule.everyWeeks === 1 || rule.anchor === undefined) return true;
  return (date.week - factsOfDate(rule.anchor).week) % rule.everyWeeks === 0;
}

function hoursOfStrongest(rules: DatedRule[]): Hours {
  const highest = Math.max(...rules.map((rule) => rule.priority));
  const ofPriority = rules.filter((rule) => rule.priority === highest);
  const mostSpecific = Math.max(...ofPriority.map(specificity));
  return ofPriority
    .filter((rule) => specificity(rule) === mostSpecific)
    .flatMap((rule) => minutesOf(rule.hours));
}

/** How many things a rule names: a person at a place is more specific than a person. */
function specificity({ staffId, placeId, serviceId, resourceId }: DatedRule): number {
  return [staffId, placeId, serviceId, resourceId].filter((id) => id !== undefined).length;
}

function isRecurring(rule: DatedRule): rule is Recurring {
  return rule.kind === "weekly" || rule.kind === "monthly";
}

function rulesAbout(rules: CaseRule[], scopes: Of[]): DatedRule[] {
  return rules
    .filter((rule) => rule.kind !== "holiday" && rule.kind !== "timeOff")
    .filter((rule) => scopes.some((scope) => isAbout(rule, scope)));
}

/** Whether the rule is about exactly this. */
function isAbout(rule: Exclude<CaseRule, { kind: "holiday" }>, scope: Of): boolean {
  return (
    rule.staffId === scope.staffId &&
    rule.placeId === scope.placeId &&
    rule.serviceId === scope.serviceId &&
    rule.resourceId === scope.resourceId
  );
}

function minutesOf(hours: readonly [string, string][]): Hours {
  return hours.map(([from, to]) => {
    const start = clock(from);
    const end = clock(to);
    return [start, end > start ? end : end + 1440];
  });
}

function clock(text: string): Minutes {
  const [hour, minute] = text.split(":");
  return Number(hour) * 60 + Number(minute);
}

function remembered(hours: HoursOfDate): HoursOfDate {
  const known = new Map<number, Hours | null>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const made = hours(day);
    known.set(day, made);
    return made;
  };
}

/**
 * The intervals (date and position) that the clock is in, of the date it shows and of the one before, whose hours may
 * run past midnight. What nobody has said anything about is one interval, the whole date.
 */
export function intervalsAt(hours: HoursOfDate, { day, minute }: Reading): number[] {
  const found: number[] = [];
  (hours(day) ?? wholeDay).forEach(([start, end], position) => {
    if (start <= minute && minute < end) found.push(day * 100 + position);
  });
  (hours(day - 1) ?? wholeDay).forEach(([start, end], position) => {
    if (start <= minute + 1440 && minute + 1440 < end) found.push((day - 1) * 100 + position);
  });
  return found;
}
