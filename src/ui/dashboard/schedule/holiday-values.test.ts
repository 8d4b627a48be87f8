import { describe, expect, it } from "vitest";
import { closedWords, holidaysFrom, withWorked } from "./holiday-values.ts";

const newYear = { date: "2026-01-01", rule: "01-01", name: "New Year" };
const christmas = { date: "2026-12-25", rule: "12-25", name: "Christmas" };
const boxing = { date: "2027-12-26", rule: "12-26", name: "Boxing Day" };
const substitute = { date: "2027-12-26", rule: "other", name: "On the same date" };
const years = [
  { year: 2026, holidays: [newYear, christmas] },
  { year: 2027, holidays: [boxing, substitute] },
];

describe("public holidays", () => {
  it("are listed from today on, without years that are over", () => {
    expect(holidaysFrom(years, "2026-11-20").map(({ holidays }) => holidays.length)).toEqual([1, 2]);
    expect(holidaysFrom(years, "2026-12-26").map(({ year }) => year)).toEqual([2027]);
  });

  it("are counted by their dates in the next year", () => {
    expect(closedWords({ years }, [])).toBe("Closed on 1 public holiday in 2027.");
    expect(closedWords({ years }, ["12-26"])).toBe("Closed on 1 public holiday in 2027.");
    expect(closedWords({ years }, ["12-26", "other"])).toBe("Open on all public holidays.");
  });

  it("are worked and closed again one by one", () => {
    expect(withWorked(["12-26"], "01-01", true)).toEqual(["12-26", "01-01"]);
    expect(withWorked(["12-26", "01-01"], "12-26", false)).toEqual(["01-01"]);
  });
});
