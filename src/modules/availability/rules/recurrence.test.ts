import { describe, expect, it } from "vitest";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { aRule } from "#testing/builders/bookables.ts";
import { recursOn, weekOf } from "./recurrence.ts";
import type { RuleRow } from "./rule-book.ts";

/** The dates of a period on which the rule recurs. */
function datesOf(rule: Partial<RuleRow> & Pick<RuleRow, "kind">, from: string, to: string): string[] {
  const first = parseLocalDate(from);
  return Array.from({ length: parseLocalDate(to) - first + 1 }, (_, index) => first + index)
    .filter((day) => recursOn(aRule(rule), day))
    .map(formatLocalDate);
}

describe("weeks", () => {
  it("begin on Monday", () => {
    expect(weekOf(parseLocalDate("2026-03-02")) - weekOf(parseLocalDate("2026-03-01"))).toBe(1);
    expect(weekOf(parseLocalDate("2026-03-08"))).toBe(weekOf(parseLocalDate("2026-03-02")));
    expect(weekOf(parseLocalDate("1969-12-28")) - weekOf(parseLocalDate("1969-12-29"))).toBe(-1);
  });
});

describe("a rule of every so many weeks", () => {
  it("keeps its turn over the end of a year with 53 weeks", () => {
    const everySecond = { kind: "weekly", weekday: 1, everyWeeks: 2 } as const;
    const anchorDay = parseLocalDate("2026-12-21");
    expect(datesOf({ ...everySecond, anchorDay }, "2026-12-01", "2027-01-31")).toEqual([
      "2026-12-07",
      "2026-12-21",
      "2027-01-04",
      "2027-01-18",
    ]);
  });

  it("counts from the anchor's week, whatever day of it, and back in time", () => {
    const everyThird = { kind: "weekly", weekday: 5, everyWeeks: 3 } as const;
    const dates = ["2026-02-13", "2026-03-06", "2026-03-27"];
    const sunday = parseLocalDate("2026-03-29");
    expect(datesOf({ ...everyThird, anchorDay: sunday }, "2026-02-09", "2026-04-16")).toEqual(dates);
    const monday = parseLocalDate("2026-03-23");
    expect(datesOf({ ...everyThird, anchorDay: monday }, "2026-02-09", "2026-04-16")).toEqual(dates);
  });

  it("holds within its dates, each of which it may lack", () => {
    const weekly = { kind: "weekly", weekday: 3 } as const;
    const firstDay = parseLocalDate("2026-03-11");
    const lastDay = parseLocalDate("2026-03-17");
    expect(datesOf({ ...weekly, firstDay }, "2026-03-01", "2026-03-20")).toEqual([
      "2026-03-11",
      "2026-03-18",
    ]);
    expect(datesOf({ ...weekly, lastDay }, "2026-03-01", "2026-03-20")).toEqual(["2026-03-04", "2026-03-11"]);
    expect(datesOf({ ...weekly, firstDay, lastDay }, "2026-03-01", "2026-03-31")).toEqual(["2026-03-11"]);
  });
});

describe("a monthly rule", () => {
  it("names the first to fifth of a weekday, where the month has one", () => {
    const tuesday = { kind: "monthly", weekday: 2 } as const;
    expect(datesOf({ ...tuesday, nthOfMonth: 1 }, "2026-09-01", "2026-12-31")).toEqual([
      "2026-09-01",
      "2026-10-06",
      "2026-11-03",
      "2026-12-01",
    ]);
    expect(datesOf({ ...tuesday, nthOfMonth: 5 }, "2026-09-01", "2026-12-31")).toEqual([
      "2026-09-29",
      "2026-12-29",
    ]);
  });

  it("names the last of a weekday, be it the fourth or the fifth", () => {
    const lastFriday = { kind: "monthly", weekday: 5, nthOfMonth: -1 } as const;
    expect(datesOf(lastFriday, "2026-10-01", "2027-02-28")).toEqual([
      "2026-10-30",
      "2026-11-27",
      "2026-12-25",
      "2027-01-29",
      "2027-02-26",
    ]);
  });

  it("finds a fifth Tuesday in February on its 29th only", () => {
    const fifth = { kind: "monthly", weekday: 2, nthOfMonth: 5 } as const;
    expect(datesOf(fifth, "2028-02-01", "2028-02-29")).toEqual(["2028-02-29"]);
    expect(datesOf({ ...fifth, nthOfMonth: -1 }, "2028-02-01", "2028-02-29")).toEqual(["2028-02-29"]);
    expect(datesOf(fifth, "2027-02-01", "2027-02-28")).toEqual([]);
  });
});
