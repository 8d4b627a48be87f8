import { calendarDateOf, isoWeekday } from "#kernel/time/local-date.ts";
import type { Interval, PlannedBusiness, PlannedRule, PlannedSession } from "./plan-business.ts";

/** A stretch of work at one place, in minutes from midnight. */
export type Shift = { locationId: string; from: number; until: number };

/**
 * When somebody works on a date (days since 1970-01-01): their hours within those of the place, less time off and the
 * classes they give.
 */
export function shiftsOn(plan: PlannedBusiness, staffId: string, day: number): Shift[] {
  const own = plan.rules.filter((rule) => rule.staffId === staffId);
  const off = own
    .filter((rule) => rule.kind === "time_off" && covers(rule, day))
    .map(({ interval = [0, 1440] }) => interval);
  const classes = plan.sessions
    .filter((session) => session.staffId === staffId && session.date === day)
    .map(claimedBy);
  return own
    .filter((rule) => recursOn(rule, day))
    .flatMap((rule) => {
      const locationId = rule.locationId ?? plan.locations[0]?.id ?? "";
      const open = openingHours(plan, locationId, day);
      const worked = rule.interval ? open.map((hours) => overlapOf(hours, rule.interval as Interval)) : [];
      return worked
        .flatMap((interval) => without(interval, [...off, ...classes]))
        .map(([from, until]) => ({ locationId, from, until }));
    })
    .sort((a, b) => a.from - b.from);
}

/** The time that a class takes of its teacher and its room, buffers included. */
export function claimedBy({ from, until, service }: PlannedSession): Interval {
  return [from - (service.bufferBeforeMin ?? 0), until + (service.bufferAfterMin ?? 0)];
}

/** Whether a recurring rule speaks about a date. */
export function recursOn(
  rule: Pick<PlannedRule, "kind" | "weekday" | "everyWeeks" | "anchor" | "nthOfMonth">,
  day: number,
): boolean {
  if (rule.weekday !== isoWeekday(day)) return false;
  if (rule.kind === "monthly") return Math.ceil(calendarDateOf(day).day / 7) === rule.nthOfMonth;
  const weeks = weekOf(day) - weekOf(rule.anchor ?? day);
  return rule.kind === "weekly" && weeks % (rule.everyWeeks ?? 1) === 0;
}

/** Weeks from Monday to Sunday; 1970-01-01 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function openingHours({ rules, holidays }: PlannedBusiness, locationId: string, day: number): Interval[] {
  const own = rules.filter((rule) => rule.locationId === locationId && !rule.staffId);
  const overrides = own.filter((rule) => rule.kind === "override" && covers(rule, day));
  const weekly = own.filter((rule) => rule.kind === "weekly" && rule.weekday === isoWeekday(day));
  if (overrides.length === 0 && holidays.has(day)) return [];
  return (overrides.length > 0 ? overrides : weekly).flatMap((rule) =>
    rule.interval ? [rule.interval] : [],
  );
}

function covers(rule: PlannedRule, day: number): boolean {
  return rule.days !== undefined && rule.days.from <= day && day <= rule.days.to;
}

function overlapOf(a: Interval, b: Interval): Interval {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

function without(interval: Interval, taken: readonly Interval[]): Interval[] {
  let left: Interval[] = [interval];
  for (const [from, until] of taken) {
    left = left.flatMap(([start, end]): Interval[] => [
      [start, Math.min(end, from)],
      [Math.max(start, until), end],
    ]);
  }
  return left.filter(([start, end]) => end > start);
}
