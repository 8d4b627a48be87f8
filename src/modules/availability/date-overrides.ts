import { intervalOf } from "./hours-plans.ts";
import type { DateOverride } from "./schedule-schema.ts";
import { type NewRule, type StoredRule, shiftDate } from "./stored-rules.ts";

/** An override is stored as one row an interval: they have the same dates and priority. */
function overrideKey({ dateFrom, dateTo, priority }: StoredRule): string {
  return `${dateFrom} ${dateTo} ${priority}`;
}

/** Overrides among the rules of a scope, in the order of their dates; the id is that of the first row. */
export function overridesIn(rules: readonly StoredRule[]): DateOverride[] {
  const rows = rules.filter((rule) => rule.kind === "override");
  return [...Map.groupBy(rows, overrideKey).values()].flatMap(([first, ...others]) => {
    if (!first?.dateFrom || !first.dateTo) return [];
    const { id, dateFrom, dateTo, priority, reason } = first;
    return { id, dateFrom, dateTo, priority, reason, intervals: [first, ...others].flatMap(intervalOf) };
  });
}

/** The rules of the override that a rule with this id belongs to. */
export function overrideWith(rules: readonly StoredRule[], id: string): StoredRule[] {
  const one = rules.find((rule) => rule.id === id && rule.kind === "override");
  if (!one) return [];
  return rules.filter((rule) => rule.kind === "override" && overrideKey(rule) === overrideKey(one));
}

type Dates = { dateFrom: string; dateTo: string };

/** Overrides of a priority that say something about some of the dates. */
export function overridesOn(rules: readonly StoredRule[], dates: Dates, priority: number): StoredRule[] {
  return rules.filter(
    (rule) =>
      rule.kind === "override" &&
      rule.priority === priority &&
      (rule.dateFrom ?? "") <= dates.dateTo &&
      (rule.dateTo ?? "") >= dates.dateFrom,
  );
}

/** What is left of an override when dates are cut out of it: what it says before and after them. */
export function withoutDates({ id, ...rule }: StoredRule, { dateFrom, dateTo }: Dates): NewRule[] {
  const first = rule.dateFrom ?? dateFrom;
  const last = rule.dateTo ?? dateTo;
  return [
    ...(first < dateFrom ? [{ ...rule, dateTo: shiftDate(dateFrom, -1) }] : []),
    ...(last > dateTo ? [{ ...rule, dateFrom: shiftDate(dateTo, 1) }] : []),
  ];
}
