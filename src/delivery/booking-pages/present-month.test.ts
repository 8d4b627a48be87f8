import { describe, expect, it } from "vitest";
import { type MonthFacts, presentMonth } from "./present-month.ts";

function factsOf(change: Partial<MonthFacts> = {}): MonthFacts {
  return {
    month: "2026-11",
    available: new Set(["2026-11-24"]),
    today: "2026-11-20",
    lastDay: "2027-01-10",
    locale: "en-US",
    hrefOf: ({ month, date }) => `/book?m=${month}&d=${date ?? ""}`,
    ...change,
  };
}

describe("the month", () => {
  it("starts its weeks as the locale does", () => {
    expect(presentMonth(factsOf()).weekdays[0]?.long).toBe("Sunday");
    expect(presentMonth(factsOf({ locale: "de-DE" })).weekdays[0]?.long).toBe("Montag");
    expect(presentMonth(factsOf()).weeks[0]?.blanksBefore).toBe(0);
    expect(presentMonth(factsOf({ locale: "de-DE" })).weeks[0]?.blanksBefore).toBe(6);
  });

  it("has every day once, in rows of seven columns", () => {
    for (const month of ["2026-02", "2026-11", "2028-02", "2027-08"]) {
      const { weeks } = presentMonth(factsOf({ month, locale: "en-GB" }));
      expect(weeks.flatMap((week) => week.days.map((day) => day.day))).toEqual(
        Array.from({ length: daysIn(month) }, (_, index) => index + 1),
      );
      for (const week of weeks) expect(week.blanksBefore + week.days.length + week.blanksAfter).toBe(7);
    }
  });

  it("links days with times and names every day in words", () => {
    const days = presentMonth(factsOf()).weeks.flatMap((week) => week.days);
    expect(days[23]).toMatchObject({
      label: "Tuesday, November 24, times available",
      href: "/book?m=2026-11&d=2026-11-24",
    });
    expect(days[24]).toMatchObject({ label: "Wednesday, November 25, no times" });
    expect(days[24]?.href).toBeUndefined();
  });

  it("turns back to the present month and on to the horizon, no further", () => {
    expect(presentMonth(factsOf()).previousHref).toBeUndefined();
    expect(presentMonth(factsOf()).nextHref).toBe("/book?m=2026-12&d=");
    expect(presentMonth(factsOf({ month: "2027-01" })).nextHref).toBeUndefined();
    expect(presentMonth(factsOf({ month: "2027-01" })).previousHref).toBe("/book?m=2026-12&d=");
  });

  it("offers the next available day when it has none", () => {
    const empty = presentMonth(factsOf({ available: new Set(), nextAvailable: "2026-12-01" }));
    expect(empty.empty).toBe(true);
    expect(empty.next).toEqual({
      label: "Next available: Tuesday, December 1",
      href: "/book?m=2026-12&d=2026-12-01",
    });
    expect(presentMonth(factsOf({ nextAvailable: "2026-11-24" })).next).toBeUndefined();
  });
});

function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
