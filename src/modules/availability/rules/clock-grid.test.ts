import { describe, expect, it } from "vitest";
import { aRule, type BookablesOverrides, daily, someBookables } from "#testing/builders/bookables.ts";
import { timesOnDate } from "#testing/offered-times.ts";

const clock = { grid: "clock", slotInterval: 60, duration: 60 } as const;

function times(
  from: string,
  until: string,
  { visit, ...more }: BookablesOverrides = {},
  date = "2026-03-03",
) {
  const rules = daily({ staffId: "maya", from, until });
  return timesOnDate(someBookables({ rules, visit: { ...clock, ...visit }, ...more }), date);
}

describe("starts by the clock", () => {
  it("are at full hours, wherever working time begins", () => {
    expect(times("09:20", "12:30")).toEqual(["10:00", "11:00"]);
    expect(times("09:20", "12:30", { visit: { slotInterval: 30 } })).toEqual([
      "09:30",
      "10:00",
      "10:30",
      "11:00",
      "11:30",
    ]);
    expect(times("09:00", "11:00")).toEqual(["09:00", "10:00"]);
  });

  it("count from midnight also when the interval does not divide the day", () => {
    expect(times("00:00", "24:00", { visit: { slotInterval: 500, duration: 5 } })).toEqual([
      "00:00",
      "08:20",
      "16:40",
    ]);
    expect(times("22:00", "26:00", { visit: { slotInterval: 500, duration: 120 } })).toEqual(["00:00"]);
  });

  it("may reach over midnight as far as the working time does", () => {
    expect(times("22:30", "25:00", { visit: { slotInterval: 30 } })).toEqual([
      "00:00",
      "22:30",
      "23:00",
      "23:30",
    ]);
  });

  it("are those on the wall where clocks differ by halves and quarters of an hour", () => {
    const places = [{ id: "downtown", timeZone: "Asia/Kathmandu" }];
    expect(times("09:10", "12:00", { places })).toEqual(["10:00", "11:00"]);
  });

  it("skip the hour that clocks skip, and repeat the one they repeat", () => {
    expect(times("00:30", "05:00", {}, "2026-03-29")).toEqual(["01:00", "03:00", "04:00"]);
    expect(times("00:30", "05:00", {}, "2026-10-25")).toEqual(["01:00", "02:00", "02:00", "03:00", "04:00"]);
  });

  it("stay on the clock where it changes by half an hour", () => {
    const places = [{ id: "downtown", timeZone: "Australia/Lord_Howe" }];
    // Clocks go back from 02:00 to 01:30 on 5 April 2026: 01:30 comes twice.
    const visit = { slotInterval: 30, duration: 30 };
    expect(times("01:00", "03:00", { places, visit }, "2026-04-05")).toEqual([
      "01:00",
      "01:30",
      "01:30",
      "02:00",
      "02:30",
    ]);
  });

  it("keep the clock after time off and claims", () => {
    const off = aRule({
      kind: "time_off",
      staffId: "maya",
      firstDay: 20515,
      lastDay: 20515,
      startMinute: 600,
      endMinute: 610,
    });
    const rules = [...daily({ staffId: "maya", from: "09:20", until: "13:00" }), off];
    expect(timesOnDate(someBookables({ rules, visit: clock }), "2026-03-03")).toEqual(["11:00", "12:00"]);
  });
});
