import { describe, expect, it } from "vitest";
import type { HoursPlan } from "#modules/availability/schedule-schema.ts";
import { newPlan, planRequest, problemOfPlan, valuesOfPlan, withWeeks } from "./plan-values.ts";

const day = { startMinute: 540, endMinute: 1020 };
const usual = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, intervals: weekday === 1 ? [day] : [] }));
const today = "2026-11-20";

describe("a new plan", () => {
  it("of weeks in turn begins this Monday, with the usual week in both", () => {
    const values = newPlan("turns", usual, today);
    expect(values).toMatchObject({ anchorDate: "2026-11-16", priority: 10 });
    expect(values.weeks.map(({ days }) => days)).toEqual([usual, usual]);
  });

  it("leaves weeks that are added as usual, and keeps the others", () => {
    const three = withWeeks(newPlan("turns", usual, today), 3);
    expect(three.weeks.map(({ asUsual }) => asUsual)).toEqual([false, false, true]);
    expect(withWeeks(three, 2).weeks).toHaveLength(2);
  });
});

describe("what is asked for", () => {
  const values = withWeeks(newPlan("turns", usual, today), 3);

  it("says of each day what it is, when it replaces the usual hours", () => {
    const request = planRequest(values);
    expect(request.weeks.map((days) => days.length)).toEqual([7, 7, 0]);
    expect(request).toMatchObject({ anchorDate: "2026-11-16", priority: 10 });
  });

  it("says only when it is open, when it adds to them", () => {
    const request = planRequest({ ...values, priority: 0 });
    expect(request.weeks[0]).toEqual([{ weekday: 1, intervals: [day] }]);
  });

  it("has no first week for a time of the year", () => {
    expect(planRequest(newPlan("season", usual, today))).not.toHaveProperty("anchorDate");
  });
});

describe("a saved plan", () => {
  const saved: HoursPlan = {
    id: "1",
    name: null,
    priority: 10,
    dateFrom: null,
    dateTo: null,
    anchorDate: "2026-11-16",
    weeks: [usual, []],
  };

  it("is asked for as it was read", () => {
    const { weeks, anchorDate } = planRequest(valuesOfPlan(saved));
    expect({ weeks, anchorDate }).toEqual({ weeks: saved.weeks, anchorDate: saved.anchorDate });
  });
});

describe("what is wrong with a plan", () => {
  const turns = newPlan("turns", usual, today);

  it.each([
    ["nothing", turns, null],
    ["no start", { ...turns, anchorDate: "" }, "Choose when week A begins."],
    ["no days of a season", newPlan("season", usual, today), "Choose the first and the last day."],
    [
      "all weeks as usual",
      { ...turns, weeks: turns.weeks.map((week) => ({ ...week, asUsual: true })) },
      "Set the hours of at least one week.",
    ],
    [
      "periods that overlap",
      { ...turns, weeks: [{ asUsual: false, days: [{ weekday: 1, intervals: [day, day] }] }] },
      "Some periods overlap. Change one of them.",
    ],
  ])("is said: %s", (_, values, problem) => {
    expect(problemOfPlan(values)).toBe(problem);
  });
});
