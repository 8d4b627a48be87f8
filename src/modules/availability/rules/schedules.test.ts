import { describe, expect, it } from "vitest";
import { type RuleRow, ruleBook } from "./rule-book.ts";
import { openingHours, serviceHours, staffHours } from "./schedules.ts";

const days = { first: 100, last: 110 };
const place = { id: "A", name: "A", timeZone: "UTC" };
const nobody = { staffId: null, locationId: null, serviceId: null, resourceId: null };
const plain = { priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null };
const weekly = (scope: object, weekday: number, startMinute: number, endMinute: number): RuleRow => ({
  ...{ ...nobody, ...plain, ...scope },
  ...{ kind: "weekly", weekday, startMinute, endMinute, firstDay: null, lastDay: null },
});
const override = (scope: object, day: number, minutes: [number, number] | null): RuleRow => ({
  ...{ ...nobody, ...plain, ...scope },
  ...{ kind: "override", weekday: null, firstDay: day, lastDay: day },
  ...{ startMinute: minutes?.[0] ?? null, endMinute: minutes?.[1] ?? null },
});
const at = { locationId: "A" };
const who = { staffId: "1", place };

describe("opening hours", () => {
  it("are on each weekday the location's own, else the business's", () => {
    const shut = { ...weekly(at, 3, 0, 0), startMinute: null, endMinute: null };
    const book = ruleBook([
      weekly({}, 1, 0, 60),
      weekly({}, 2, 0, 60),
      weekly(at, 2, 60, 120),
      weekly({}, 3, 0, 60),
      shut,
    ]);
    expect(openingHours(book, place, days)?.weekly.slice(0, 4)).toEqual([[0, 60], [60, 120], [], []]);
    expect(openingHours(book, { ...place, id: "B" }, days)?.weekly.slice(0, 3)).toEqual([
      [0, 60],
      [0, 60],
      [0, 60],
    ]);
  });

  it("limit nobody when there are none", () => {
    expect(openingHours(ruleBook([]), place, days)).toBeNull();
  });

  it("are limited on a holiday alone when only that is known", () => {
    const opening = openingHours(ruleBook([override({}, 105, null)]), place, days);
    expect(opening?.weekly.every((hours) => hours.join() === "0,1440")).toBe(true);
    expect([...(opening?.overrides ?? [])]).toEqual([[105, []]]);
  });

  it("take a location's override before the business's", () => {
    const book = ruleBook([override(at, 105, [60, 120]), override({}, 105, null), override({}, 106, null)]);
    expect(openingHours(book, place, days)?.overrides).toEqual(
      new Map([
        [105, [60, 120]],
        [106, []],
      ]),
    );
  });
});

describe("a staff member's hours", () => {
  it("are those at the location before those anywhere", () => {
    const book = ruleBook([weekly({ staffId: "1" }, 1, 0, 60), weekly({ staffId: "1", ...at }, 1, 60, 120)]);
    expect(staffHours(book, who, days).weekly[0]).toEqual([60, 120]);
    expect(staffHours(book, { ...who, place: { ...place, id: "B" } }, days).weekly[0]).toEqual([0, 60]);
  });

  it("are none at a location when they work at another one only", () => {
    const book = ruleBook([weekly(at, 1, 0, 60), weekly({ staffId: "1", locationId: "B" }, 1, 0, 60)]);
    expect(staffHours(book, who, days).weekly[0]).toEqual([]);
  });

  it("follow the location's when they have none, with their own overrides", () => {
    const book = ruleBook([
      weekly(at, 1, 0, 60),
      override(at, 105, null),
      override({ staffId: "1" }, 105, [60, 90]),
    ]);
    expect(staffHours(book, who, days).weekly[0]).toEqual([0, 60]);
    expect(staffHours(book, who, days).overrides.get(105)).toEqual([60, 90]);
    expect(staffHours(book, { ...who, staffId: "2" }, days).overrides.get(105)).toEqual([]);
  });

  it("are none when nobody has said any", () => {
    const closedAllWeek = [[], [], [], [], [], [], []];
    expect(staffHours(ruleBook([]), who, days).weekly).toEqual(closedAllWeek);
    expect(staffHours(ruleBook([override({}, 105, null)]), who, days).weekly).toEqual(closedAllWeek);
  });

  it("lay several intervals of a date side by side, sorted", () => {
    const own = { staffId: "1" };
    const book = ruleBook([override(own, 105, [600, 700]), override(own, 105, [60, 120])]);
    expect(staffHours(book, who, days).overrides.get(105)).toEqual([60, 120, 600, 700]);
  });
});

describe("a service's hours", () => {
  it("limit it only when it has some", () => {
    expect(serviceHours(ruleBook([]), { serviceId: "S", place }, days)).toBeNull();
    const morning = ruleBook([weekly({ serviceId: "S" }, 1, 480, 720)]);
    expect(serviceHours(morning, { serviceId: "S", place }, days)?.weekly[0]).toEqual([480, 720]);
  });
});
