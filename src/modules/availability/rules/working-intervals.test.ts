import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { closedWeek, type DayHours, dayHours } from "./schedule.ts";
import { workingIntervals } from "./working-intervals.ts";

/** What hours on every date come to in a window, as "13:30-14:00" (UTC). */
function worked(zone: string, hours: DayHours, [from, until]: [string, string]): string[] {
  const window = { from: parseInstant(from), until: parseInstant(until) };
  const schedule = { zone, weekly: closedWeek.map(() => hours), overrides: new Map() };
  const pairs = workingIntervals(schedule, zoneOffsets(zone, window.from, window.until), window);
  const times = pairs.map((minute) => formatInstant(minute).slice(11, 16));
  return times.flatMap((time, index) => (index % 2 === 0 ? [`${time}-${times[index + 1]}`] : []));
}

const at = (hour: number, minute = 0) => hour * 60 + minute;

describe("working hours as instants", () => {
  it("are whole, also when they begin before the window or end after it", () => {
    expect(worked("UTC", [at(22), at(26)], ["2026-05-02T00:00:00Z", "2026-05-02T23:00:00Z"])).toEqual([
      ...["22:00-02:00", "22:00-02:00"],
    ]);
  });

  it("leave out what ends as the window opens, and what begins as it closes", () => {
    expect(worked("UTC", [at(9), at(10)], ["2026-05-02T10:00:00Z", "2026-05-03T09:00:00Z"])).toEqual([]);
  });

  it("are unbroken through a change of the clocks", () => {
    const sunday: [string, string] = ["2026-03-08T06:00:00Z", "2026-03-08T10:00:00Z"];
    expect(worked("America/New_York", [at(1), at(4)], sunday)).toEqual(["06:00-08:00"]);
    expect(worked("America/New_York", [at(1), at(2, 30)], sunday)).toEqual(["06:00-07:00"]);
    expect(worked("America/New_York", [at(2, 30), at(4)], sunday)).toEqual(["07:00-08:00"]);
    expect(worked("America/New_York", [at(2), at(3)], sunday)).toEqual([]);
  });

  it("are worked twice inside an hour that exists twice, in order of time", () => {
    const sunday: [string, string] = ["2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z"];
    expect(worked("America/New_York", [at(0), at(3)], sunday)).toEqual(["04:00-08:00"]);
    const halves = dayHours([
      [at(1, 30), at(3)],
      [at(0), at(1, 30)],
    ]);
    expect(worked("America/New_York", halves, sunday)).toEqual([
      "04:00-05:30",
      "05:30-06:00",
      "06:00-06:30",
      "06:30-08:00",
    ]);
  });

  it("do not exist on a date that was skipped", () => {
    expect(worked("Pacific/Apia", [at(9), at(10)], ["2011-12-29T00:00:00Z", "2011-12-31T12:00:00Z"])).toEqual(
      [...["19:00-20:00", "19:00-20:00"]],
    );
  });
});
