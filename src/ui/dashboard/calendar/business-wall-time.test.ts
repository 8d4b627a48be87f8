import { describe, expect, it } from "vitest";
import {
  addMinutes,
  firstDayOfWeek,
  instantOfWall,
  minutesBetween,
  offsetText,
  wallAt,
  wallOfInstant,
  weekOf,
} from "./business-wall-time.ts";

describe("wall time of the business", () => {
  it("shows an instant as the business's clocks do, whatever the browser's zone", () => {
    expect(wallOfInstant("2026-11-20T15:00:00Z", "America/New_York")).toBe("2026-11-20T10:00");
    expect(wallOfInstant("2026-11-20T15:00:00Z", "Australia/Sydney")).toBe("2026-11-21T02:00");
  });

  it("goes to the instant and back on every hour of the days around both clock changes", () => {
    for (const date of ["2026-03-28", "2026-03-30", "2026-10-24", "2026-10-26"]) {
      for (let minute = 0; minute < 1440; minute += 60) {
        const wall = wallAt(date, minute);
        expect(wallOfInstant(instantOfWall(wall, "Europe/Berlin"), "Europe/Berlin")).toBe(wall);
      }
    }
  });

  it("takes a time that clocks skip to the end of the gap, and the earlier of two", () => {
    expect(instantOfWall("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:00:00Z");
    expect(instantOfWall("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00Z");
  });

  it("carries minutes into the next and the previous day", () => {
    expect(addMinutes("2026-02-28T23:50", 20)).toBe("2026-03-01T00:10");
    expect(addMinutes("2026-03-01T00:10", -20)).toBe("2026-02-28T23:50");
    expect(minutesBetween("2026-02-28T23:50", "2026-03-01T00:10")).toBe(20);
  });

  it("starts weeks where the locale does", () => {
    expect(weekOf("2026-11-20", 1)[0]).toBe("2026-11-16");
    expect(weekOf("2026-11-22", 1)[0]).toBe("2026-11-16");
    expect(weekOf("2026-11-20", 7)[0]).toBe("2026-11-15");
    expect(firstDayOfWeek("de-DE")).toBe(1);
    expect(firstDayOfWeek("en-US")).toBe(7);
  });

  it("writes an offset as the calendar takes it", () => {
    expect(offsetText("America/New_York", Date.parse("2026-11-20T15:00:00Z"))).toBe("-05:00");
    expect(offsetText("Asia/Kolkata", Date.parse("2026-11-20T15:00:00Z"))).toBe("+05:30");
  });
});
