import { describe, expect, it } from "vitest";
import {
  dayAndTime,
  duration,
  phraseElsewhere,
  timeElsewhere,
  timeLabel,
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

  it("adds the offset to a wall time that comes twice on that day", () => {
    const starts = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"];
    const labels = starts.map((start) =>
      timeLabel(start, starts, { ...berliner, businessZone: "Europe/Berlin" }),
    );
    expect(new Set(labels).size).toBe(3);
    expect(labels[2]).toBe("03:30");
    expect(labels[0]).toMatch(/^02:30 /);
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
