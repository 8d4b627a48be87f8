import { describe, expect, it } from "vitest";
import { intersect, limitOn, offOn, openOn, staffOn, subtract, united } from "./hours-on-date.ts";
import { type RuleRow, ruleBook } from "./rule-book.ts";

const place = { id: "A", name: "A", timeZone: "UTC" };
const at = { locationId: "A" };
/** A Monday. */
const monday = 20_000 - ((20_000 + 3) % 7);

function row(over: Partial<RuleRow> & Pick<RuleRow, "kind">): RuleRow {
  return {
    ...{ staffId: null, locationId: null, serviceId: null, resourceId: null },
    ...{ priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null, weekday: null },
    ...{ startMinute: null, endMinute: null, firstDay: null, lastDay: null },
    ...over,
  };
}

const weekly = (weekday: number, startMinute: number, endMinute: number, scope: Partial<RuleRow> = {}) =>
  row({ kind: "weekly", weekday, startMinute, endMinute, ...scope });

describe("when a place is open on a date", () => {
  it("is not limited without any rule", () => {
    expect(openOn(ruleBook([]), place, monday)).toBeNull();
  });

  it("includes what began the day before and what the next day adds", () => {
    const book = ruleBook([weekly(7, 1320, 1560), weekly(1, 540, 600), weekly(2, 0, 60)]);
    expect(openOn(book, place, monday)).toEqual([
      { start: -120, end: 120 },
      { start: 540, end: 600 },
      { start: 1440, end: 1500 },
    ]);
  });

  it("is the whole of the days that nothing is said about, when one of them is closed", () => {
    const book = ruleBook([row({ kind: "holiday", ...at, firstDay: monday, lastDay: monday })]);
    expect(openOn(book, place, monday)).toEqual([
      { start: -1440, end: 0 },
      { start: 1440, end: 2880 },
    ]);
    expect(openOn(book, place, monday + 2)).toBeNull();
  });

  it("is what a service or resource says as well", () => {
    const book = ruleBook([weekly(1, 540, 600, { resourceId: "R" })]);
    expect(limitOn(book, { scopes: [{ resourceId: "R" }] }, monday)).toEqual([{ start: 540, end: 600 }]);
  });
});

describe("when somebody works on a date", () => {
  const who = { staffId: "1", place };

  it("is as the place is open, without hours of their own", () => {
    expect(staffOn(ruleBook([weekly(1, 540, 600, at)]), who, monday)).toEqual([{ start: 540, end: 600 }]);
  });

  it("is their own hours, else nothing", () => {
    const book = ruleBook([weekly(1, 540, 600, at), weekly(2, 60, 120, { staffId: "1" })]);
    expect(staffOn(book, who, monday)).toEqual([]);
    expect(staffOn(book, who, monday + 1)).toEqual([{ start: 60, end: 120 }]);
  });
});

describe("time taken away on a date", () => {
  it("reaches into the next date through midnight", () => {
    const book = ruleBook([
      row({ kind: "time_off", firstDay: monday, lastDay: monday, startMinute: 1380, endMinute: 1500 }),
      row({ kind: "time_off", staffId: "2", firstDay: monday, lastDay: monday }),
    ]);
    expect(offOn(book, [{}], monday + 1)).toEqual([{ start: -60, end: 60 }]);
    expect(offOn(book, [{ staffId: "2" }], monday)).toEqual([{ start: 0, end: 1440 }]);
  });
});

describe("parts of a day", () => {
  const parts = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

  it("are joined where they touch, cut to what is common, and made shorter", () => {
    expect(united(parts([60, 120], [0, 60], [200, 210]))).toEqual(parts([0, 120], [200, 210]));
    expect(intersect(parts([0, 100]), parts([50, 150], [90, 200]))).toEqual(parts([50, 100]));
    expect(subtract(parts([0, 100], [150, 160]), parts([20, 30], [90, 155]))).toEqual(
      parts([0, 20], [30, 90], [155, 160]),
    );
  });
});
