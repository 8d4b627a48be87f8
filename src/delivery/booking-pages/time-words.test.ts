import { describe, expect, it } from "vitest";
import {
  clockTime,
  dayAndTime,
  duration,
  phraseElsewhere,
  timeElsewhere,
  zoneDifference,
} from "./time-words.ts";

const berliner = { zone: "Europe/Berlin", businessZone: "America/New_York", locale: "en-GB" };

describe("times in words", () => {
  it("shows the business's time beside the customer's only when clocks differ (C4)", () => {
    expect(phraseElsewhere("2026-03-03T13:30:00Z", berliner)).toBe("08:30 in New York");
    expect(phraseElsewhere("2026-03-03T13:30:00Z", { ...berliner, zone: "America/Toronto" })).toBeUndefined();
  });

  it("names the business's day when it is another one", () => {
    const customer = { zone: "Australia/Sydney", businessZone: "America/New_York", locale: "en-GB" };
    expect(timeElsewhere("2026-03-03T14:00:00Z", customer)).toBe("Tue 09:00");
  });

  it("says how far apart the clocks are on that day, not today", () => {
    expect(zoneDifference("2026-03-03T13:30:00Z", berliner)).toBe("New York is 6 hours behind");
    // Between the two clock changes of spring they are only five hours apart.
    expect(zoneDifference("2026-03-17T13:30:00Z", berliner)).toBe("New York is 5 hours behind");
    const india = { zone: "Europe/London", businessZone: "Asia/Kolkata", locale: "en-GB" };
    expect(zoneDifference("2026-01-10T09:00:00Z", india)).toBe("Kolkata is 5 hours 30 minutes ahead");
  });

  it("adds the offset in the hour that comes twice, and only there (C4)", () => {
    const starts = [
      "2026-10-24T23:45:00Z",
      "2026-10-25T00:30:00Z",
      "2026-10-25T01:30:00Z",
      "2026-10-25T02:00:00Z",
    ];
    const labels = starts.map((start) => clockTime(start, "Europe/Berlin", "en-GB"));
    expect(labels).toEqual(["01:45", "02:30 CEST", "02:30 CET", "03:00"]);
    expect(dayAndTime("2026-10-25T00:30:00Z", "Europe/Berlin", "en-GB")).toBe(
      "Sunday 25 October, 02:30\u00a0CEST",
    );
  });

  it("tells two equal times of the business apart for a customer whose clocks do not change", () => {
    const frame = { zone: "Asia/Tokyo", businessZone: "America/New_York", locale: "en-US" };
    const both = ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"].map((start) =>
      phraseElsewhere(start, frame),
    );
    expect(both).toEqual(["1:30 AM EDT in New York", "1:30 AM EST in New York"]);
  });

  it("follows the reader's language", () => {
    expect(dayAndTime("2026-03-03T13:30:00Z", "Europe/Berlin", "de-DE")).toBe("Dienstag, 3. März, 14:30");
  });

  it("says durations as people do", () => {
    expect([duration(45), duration(60), duration(150), duration(0)]).toEqual([
      "45 min",
      "1 h",
      "2 h 30 min",
      "0 min",
    ]);
  });
});
