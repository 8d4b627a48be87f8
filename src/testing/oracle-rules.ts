import fc from "fast-check";
import type { z } from "zod";
import type { businessCase } from "#modules/availability/business-case.ts";
import { factsOf } from "./business-oracle-calendar.ts";

/** Random rules of every kind. They name staff, places and dates by number, until the case they belong to is known. */

type CaseInput = z.input<typeof businessCase>;
export type RuleInput = NonNullable<CaseInput["rules"]>[number];

/** What the numbers in a rule stand for. */
export type Setting = {
  /** The local date around which the case plays, as days since 1970-01-01. */
  day: number;
  staffIds: string[];
  placeIds: string[];
  resourceIds: string[];
  /** Whether hours may begin and end at any minute, not only at every fifth. */
  anyMinute: boolean;
};

export function chosen<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** First minute divided by five, and length in the same. */
const span = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.integer({ min: 60, max: 140 }), fc.integer({ min: 48, max: 170 })) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 288 })) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 20 })) },
  { weight: 1, arbitrary: fc.constant([0, 288] as [number, number]) },
  // Overnight.
  { weight: 3, arbitrary: fc.tuple(fc.integer({ min: 210, max: 287 }), fc.integer({ min: 40, max: 150 })) },
  // Edges where clocks change.
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 3, max: 140 })) },
);
const interval = fc.tuple(span, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
type Intervals = [[number, number], number, number][];

function hoursOf(intervals: Intervals, anyMinute: boolean): [string, string][] {
  return intervals.map(([[first, length], late, longer]) => {
    const start = first * 5 + (anyMinute ? late : 0);
    const end = Math.min(start + length * 5 + (anyMinute ? longer : 0), start + 1440);
    return [clock(start), clock(end <= 1440 ? end : end - 1440)];
  });
}

const number = fc.nat({ max: 59 });
const intervals = fc.oneof(
  { weight: 6, arbitrary: fc.array(interval, { minLength: 1, maxLength: 1 }) },
  { weight: 3, arbitrary: fc.array(interval, { minLength: 2, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant<Intervals>([]) },
);
const everyWeekday: number[] = [1, 2, 3, 4, 5, 6, 7];
const weekdays = fc.oneof(
  { weight: 2, arbitrary: fc.constant(everyWeekday) },
  { weight: 3, arbitrary: fc.subarray(everyWeekday, { minLength: 2 }) },
);
const about = fc.constantFrom(
  "business",
  "place",
  "place",
  "staff",
  "staff",
  "staff at place",
  "staff at place",
  "service",
  "service at place",
  "resource",
  "resource",
);
const kind = fc.constantFrom(
  "weekly",
  "weekly",
  "weekly",
  "monthly",
  "override",
  "holiday",
  "timeOff",
  "timeOff",
);

const anyRule = fc.record({
  kind,
  about,
  staff: number,
  place: number,
  resource: number,
  priority: fc.constantFrom(0, 0, 0, 1, 5, -3),
  weekdays,
  everyWeeks: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 8),
  anchor: fc.integer({ min: -70, max: 70 }),
  nth: fc.constantFrom(1, 2, 3, 4, 5, -1),
  from: fc.constantFrom(-4, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3),
  length: fc.constantFrom(0, 0, 0, 1, 2, 5),
  ends: fc.constantFrom("open", "open", "open", "from", "to", "both"),
  intervals,
});
type AnyRule = typeof anyRule extends fc.Arbitrary<infer Value> ? Value : never;

export const rules = (most: number) => fc.array(anyRule, { maxLength: most });

export function ruleOf(rule: AnyRule, setting: Setting): RuleInput[] {
  const { weekdays, priority, nth, everyWeeks } = rule;
  const date = (shift: number) => factsOf(setting.day + shift).date;
  const scope = scopeOf(rule, setting);
  if (!scope) return [];
  const hours = hoursOf(rule.intervals, setting.anyMinute);
  const dates = { from: date(rule.from), to: date(rule.from + rule.length) };
  const open = rule.ends === "open";
  const recurringDates = {
    ...(open || rule.ends === "to" ? {} : { from: date(rule.from - 2) }),
    ...(open || rule.ends === "from" ? {} : { to: date(rule.from + rule.length) }),
  };
  switch (rule.kind) {
    case "weekly": {
      const recurrence = everyWeeks === 1 ? {} : { everyWeeks, anchor: date(rule.anchor) };
      return [{ kind: "weekly", ...scope, ...recurringDates, priority, weekdays, ...recurrence, hours }];
    }
    case "monthly":
      return [{ kind: "monthly", ...scope, ...recurringDates, priority, weekdays, nth, hours }];
    case "override":
      return [{ kind: "override", ...scope, ...dates, priority, hours }];
    case "holiday":
      return [{ kind: "holiday", placeId: chosen(setting.placeIds, rule.place), date: date(rule.from) }];
    default:
      return [{ kind: "timeOff", ...scope, ...dates, hours }];
  }
}

function scopeOf({ about, staff, place, resource }: AnyRule, setting: Setting) {
  const staffId = chosen(setting.staffIds, staff);
  const placeId = chosen(setting.placeIds, place);
  const serviceId = "service";
  switch (about) {
    case "business":
      return {};
    case "place":
      return { placeId };
    case "staff":
      return { staffId };
    case "staff at place":
      return { staffId, placeId };
    case "service":
      return { serviceId };
    case "service at place":
      return { serviceId, placeId };
    default:
      return setting.resourceIds.length > 0 ? { resourceId: chosen(setting.resourceIds, resource) } : null;
  }
}

/** Long hours on all days, so that the other rules have something to cut. */
export function longHours(
  scope: { staffId?: string; serviceId?: string; resourceId?: string },
  overnight: boolean,
): RuleInput {
  const hours: [string, string][] = overnight ? [["08:30", "03:15"]] : [["00:00", "24:00"]];
  return { kind: "weekly", ...scope, weekdays: everyWeekday, hours };
}
