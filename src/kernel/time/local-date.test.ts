import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDateOf, dayOf, formatLocalDate, isoWeekday, parseLocalDate } from "./local-date.ts";

describe("local dates as day numbers", () => {
  it("agrees with the calendar of Date in every year from 1 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
        const date = new Date(days * 86_400_000);
        const calendar = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(calendarDateOf(days)).toEqual(calendar);
        expect(dayOf(calendar.year, calendar.month, calendar.day)).toBe(days);
        expect(formatLocalDate(days)).toBe(date.toISOString().slice(0, 10));
        expect(parseLocalDate(formatLocalDate(days))).toBe(days);
        expect(isoWeekday(days)).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  it("knows 29 February in leap years only", () => {
    expect(parseLocalDate("2028-02-29")).toBe(dayOf(2028, 3, 1) - 1);
    expect(parseLocalDate("2027-02-29")).toBeNaN();
    expect(parseLocalDate("2100-02-29")).toBeNaN();
    expect(parseLocalDate("2000-02-29")).toBe(dayOf(2000, 3, 1) - 1);
  });

  it.each(["", "2026-1-01", "2026-13-01", "2026-04-31", "2026-04-00", "20260401", "2026-04-01T00:00"])(
    "finds no date in '%s'",
    (text) => {
      expect(parseLocalDate(text)).toBeNaN();
    },
  );
});
