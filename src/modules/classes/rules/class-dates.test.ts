import { describe, expect, it } from "vitest";
import { formatInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { beginsAt, classDates, lastDayToMake } from "./class-dates.ts";

function dates(
  rule: { weekday: number; everyWeeks: number; from: string; to?: string },
  until = "2027-02-28",
) {
  const firstDay = parseLocalDate(rule.from);
  const lastDay = rule.to ? parseLocalDate(rule.to) : null;
  const range = { first: parseLocalDate("2027-01-01"), last: parseLocalDate(until) };
  const { weekday, everyWeeks } = rule;
  return classDates({ weekday, everyWeeks, firstDay, lastDay }, range).map(formatLocalDate);
}

const start = (date: string, minute: number, zone: string) => {
  const instant = beginsAt({ date, minute }, zone);
  return instant === null ? null : formatInstant(instant);
};

describe("the dates of a class", () => {
  it("are its weekday in every week, from its first day to its last, both included", () => {
    // 5 January 2027 is a Tuesday.
    expect(dates({ weekday: 2, everyWeeks: 1, from: "2027-01-05", to: "2027-01-19" })).toEqual([
      "2027-01-05",
      "2027-01-12",
      "2027-01-19",
    ]);
  });

  it("count every second week from the week of the first day, whichever day of it that is", () => {
    const everySecond = ["2027-01-19", "2027-02-02", "2027-02-16"];
    expect(dates({ weekday: 2, everyWeeks: 2, from: "2027-01-10" }).slice(0, 3)).toEqual([
      "2027-01-19",
      "2027-02-02",
      "2027-02-16",
    ]);
    expect(dates({ weekday: 2, everyWeeks: 2, from: "2027-01-04" })[0]).toBe("2027-01-05");
    expect(everySecond).toEqual(dates({ weekday: 2, everyWeeks: 2, from: "2027-01-08" }).slice(0, 3));
  });

  it("that lie before the range are counted, not listed", () => {
    expect(dates({ weekday: 5, everyWeeks: 4, from: "2026-12-04" })).toEqual([
      "2027-01-01",
      "2027-01-29",
      "2027-02-26",
    ]);
  });
});

describe("the beginning of a class", () => {
  it("is the first moment after a gap, and the earlier of two equal times", () => {
    expect(start("2027-03-28", 150, "Europe/Berlin")).toBe("2027-03-28T01:00:00Z");
    expect(start("2027-10-31", 150, "Europe/Berlin")).toBe("2027-10-31T00:30:00Z");
  });

  it("is nowhere on a date that a zone has skipped", () => {
    expect(start("2011-12-30", 600, "Pacific/Apia")).toBeNull();
    expect(start("2011-12-31", 600, "Pacific/Apia")).toBe("2011-12-30T20:00:00Z");
  });
});

describe("how far ahead sessions are made", () => {
  it("is two weeks past the horizon, and eight weeks at least", () => {
    expect(lastDayToMake(1000, 60)).toBe(1074);
    expect(lastDayToMake(1000, 7)).toBe(1056);
  });
});
