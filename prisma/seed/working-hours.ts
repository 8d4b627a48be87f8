import { isoWeekday } from "#kernel/time/local-date.ts";
import type { Interval, PlannedBusiness, PlannedRule } from "./plan-business.ts";

/** A stretch of work at one place, in minutes from midnight. */
export type Shift = { locationId: string; from: number; until: number };

/** When somebody works on a date (days since 1970-01-01): their hours within those of the place, less time off. */
export function shiftsOn(plan: PlannedBusiness, staffId: string, day: number): Shift[] {
  const own = plan.rules.filter((rule) => rule.staffId === staffId);
  const off = own.filter((rule) => rule.kind === "time_off" && covers(rule, day));
  return own
    .filter((rule) => rule.kind === "weekly" && rule.weekday === isoWeekday(day))
    .flatMap((rule) => {
      const locationId = rule.locationId ?? plan.locations[0]?.id ?? "";
      const open = openingHours(plan.rules, locationId, day);
      const worked = rule.interval ? open.map((hours) => overlapOf(hours, rule.interval as Interval)) : [];
      return worked
        .flatMap((interval) => withoutTimeOff(interval, off))
        .map(([from, until]) => ({ locationId, from, until }));
    })
    .sort((a, b) => a.from - b.from);
}

function openingHours(rules: readonly PlannedRule[], locationId: string, day: number): Interval[] {
  const own = rules.filter((rule) => rule.locationId === locationId && !rule.staffId);
  const overrides = own.filter((rule) => rule.kind === "override" && covers(rule, day));
  const weekly = own.filter((rule) => rule.kind === "weekly" && rule.weekday === isoWeekday(day));
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

function withoutTimeOff(interval: Interval, off: readonly PlannedRule[]): Interval[] {
  let left: Interval[] = [interval];
  for (const { interval: [from, until] = [0, 1440] } of off) {
    left = left.flatMap(([start, end]): Interval[] => [
      [start, Math.min(end, from)],
      [Math.max(start, until), end],
    ]);
  }
  return left.filter(([start, end]) => end > start);
}
