import type { HoursPlan } from "#modules/availability/schedule-schema.ts";
import { mondayOf } from "./week-words.ts";
import { problemOf, sortedWeek, type WeekHours } from "./weekly-hours.ts";

/** Weeks that take turns, or one week for a time of the year. */
export type PlanKind = "turns" | "season";

/** A week of the form; one that is left as usual says nothing. */
export type PlanWeek = { asUsual: boolean; days: WeekHours };

/** A plan of hours as its form keeps it. */
export type PlanValues = {
  kind: PlanKind;
  id?: string;
  name: string;
  weeks: PlanWeek[];
  /** A date of the first week. */
  anchorDate: string;
  dateFrom: string | null;
  dateTo: string | null;
  priority: number;
};

/** What replaces the usual week has this priority, unless another is chosen. */
export const replacing = 10;

const weekdays = [1, 2, 3, 4, 5, 6, 7];

function fullWeek(days: HoursPlan["weeks"][number]): WeekHours {
  return weekdays.map((weekday) => days.find((day) => day.weekday === weekday) ?? { weekday, intervals: [] });
}

/** A new plan; its weeks begin with the usual one, the first turn with the week of `today`. */
export function newPlan(kind: PlanKind, usual: WeekHours, today: string): PlanValues {
  const week = { asUsual: false, days: usual };
  return {
    kind,
    name: "",
    weeks: kind === "turns" ? [week, week] : [week],
    anchorDate: mondayOf(today),
    dateFrom: null,
    dateTo: null,
    priority: replacing,
  };
}

export function valuesOfPlan(plan: HoursPlan): PlanValues {
  const { id, name, anchorDate, dateFrom, dateTo, priority, weeks } = plan;
  const kind = anchorDate ? "turns" : "season";
  const shown = weeks.map((days) => ({
    asUsual: kind === "turns" && days.length === 0,
    days: fullWeek(days),
  }));
  return {
    kind,
    id,
    name: name ?? "",
    weeks: shown,
    anchorDate: anchorDate ?? "",
    dateFrom,
    dateTo,
    priority,
  };
}

/** The same plan with more or fewer weeks that take turns; new ones are left as usual. */
export function withWeeks(values: PlanValues, count: number): PlanValues {
  const added = { asUsual: true, days: fullWeek([]) };
  const weeks = Array.from({ length: count }, (_, index) => values.weeks[index] ?? added);
  return { ...values, weeks };
}

/** What is wrong with the form, in words, or null. */
export function problemOfPlan({ kind, weeks, anchorDate, dateFrom, dateTo }: PlanValues): string | null {
  if (kind === "season" && !(dateFrom && dateTo)) return "Choose the first and the last day.";
  if (kind === "turns" && !anchorDate) return "Choose when week A begins.";
  if (weeks.every(({ asUsual }) => asUsual)) return "Set the hours of at least one week.";
  const overlapping = weeks.some((week) => week.days.some(({ intervals }) => problemOf(intervals) !== null));
  return overlapping ? "Some periods overlap. Change one of them." : null;
}

/**
 * The request for a plan. Hours in place of the usual ones say of every day what it is; added ones only of the days that
 * have some.
 */
export function planRequest({ kind, weeks, anchorDate, name, ...rest }: PlanValues) {
  const whole = rest.priority > 0;
  return {
    ...rest,
    name,
    weeks: weeks.map(({ asUsual, days }) =>
      asUsual ? [] : sortedWeek(days).filter(({ intervals }) => whole || intervals.length > 0),
    ),
    ...(kind === "turns" && { anchorDate }),
  };
}
