import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateAfterKey } from "./date-grid-keys.ts";

const tuesday = { date: "2026-03-03", column: 2, rtl: false };

describe("keys in the month grid", () => {
  it.each([
    ["ArrowLeft", "2026-03-02"],
    ["ArrowRight", "2026-03-04"],
    ["ArrowUp", "2026-02-24"],
    ["ArrowDown", "2026-03-10"],
    ["Home", "2026-03-01"],
    ["End", "2026-03-07"],
    ["PageUp", "2026-02-03"],
    ["PageDown", "2026-04-03"],
  ])("%s leads from Tuesday 3 March to %s", (key, date) => {
    expect(dateAfterKey(key, tuesday)).toBe(date);
  });

  it("Home and End stay within the month when its first or last week is cut", () => {
    expect(dateAfterKey("Home", { date: "2026-12-03", column: 4, rtl: false })).toBe("2026-12-01");
    expect(dateAfterKey("End", { date: "2026-12-28", column: 1, rtl: false })).toBe("2026-12-31");
  });

  it("turns left and right around where people read from right to left", () => {
    expect(dateAfterKey("ArrowLeft", { ...tuesday, rtl: true })).toBe("2026-03-04");
    expect(dateAfterKey("ArrowRight", { ...tuesday, rtl: true })).toBe("2026-03-02");
  });

  it("leaves every other key to the browser", () => {
    for (const key of ["Enter", " ", "Tab", "a", "Escape"]) expect(dateAfterKey(key, tuesday)).toBeNull();
  });
});

describe("dates of the grid", () => {
  it("walks over leap days, years and clock changes day by day", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
  });

  it("takes the month's last day when there is no such day", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
  });
});
