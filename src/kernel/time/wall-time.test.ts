import { describe, expect, it } from "vitest";
import { formatInstant } from "./instant.ts";
import { localDateOf, toAllEpochMinutes, toEpochMinutes, wallTimeOf } from "./wall-time.ts";

const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const first = (date: string, time: string, zone: string) =>
  formatInstant(toEpochMinutes({ date, minute: clock(time) }, zone));
const all = (date: string, time: string, zone: string) =>
  toAllEpochMinutes({ date, minute: clock(time) }, zone).map(formatInstant);

describe("wall time to instants", () => {
  it.each([
    ["an ordinary time", "2026-11-20", "14:30", "Europe/Berlin", ["2026-11-20T13:30:00Z"]],
    [
      "a time that exists twice",
      "2026-11-01",
      "01:30",
      "America/New_York",
      ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"],
    ],
    [
      "a time that exists twice, half an hour apart",
      "2026-04-05",
      "01:45",
      "Australia/Lord_Howe",
      ["2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"],
    ],
    [
      "the last minute before the clock goes back",
      "2026-11-01",
      "00:59",
      "America/New_York",
      ["2026-11-01T04:59:00Z"],
    ],
    ["the end of a day", "2026-11-20", "24:00", "Asia/Kathmandu", ["2026-11-20T18:15:00Z"]],
  ])("%s", (_, date, time, zone, instants) => {
    expect(all(date, time, zone)).toEqual(instants);
    expect(first(date, time, zone)).toBe(instants[0]);
  });

  it.each([
    ["New York springs forward", "2026-03-08", "02:30", "America/New_York", "2026-03-08T07:00:00Z"],
    ["Lord Howe, by half an hour", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
    ["Troll, by two hours", "2026-03-29", "02:59", "Antarctica/Troll", "2026-03-29T01:00:00Z"],
    ["Cairo, at midnight", "2026-04-24", "00:00", "Africa/Cairo", "2026-04-23T22:00:00Z"],
    ["Nuuk, across midnight", "2024-03-30", "23:30", "America/Nuuk", "2024-03-31T01:00:00Z"],
    ["Apia, a whole day", "2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T10:00:00Z"],
  ])(
    "a time that does not exist is followed by the first one that does: %s",
    (_, date, time, zone, instant) => {
      expect(all(date, time, zone)).toEqual([]);
      expect(first(date, time, zone)).toBe(instant);
    },
  );

  it("refuses a date that does not exist", () => {
    expect(() => toEpochMinutes({ date: "2027-02-29", minute: 0 }, "UTC")).toThrow(RangeError);
  });
});

describe("instants to wall time", () => {
  it("reads the clocks of the zone", () => {
    expect(wallTimeOf(toEpochMinutes({ date: "2026-11-20", minute: 875 }, "UTC"), "Pacific/Chatham")).toEqual(
      {
        date: "2026-11-21",
        minute: clock("04:20"),
      },
    );
  });

  it("knows the date on either side of midnight", () => {
    const midnight = toEpochMinutes({ date: "2026-11-20", minute: 0 }, "America/Los_Angeles");
    expect(localDateOf(midnight, "America/Los_Angeles")).toBe("2026-11-20");
    expect(localDateOf(midnight - 1, "America/Los_Angeles")).toBe("2026-11-19");
  });
});
