import { describe, expect, it } from "vitest";
import { durationWords, minutesOf, spanOf, spanWords } from "./span-of-time.ts";

describe("a length of time", () => {
  it("is shown in the largest unit that says it whole, and goes back to the same minutes", () => {
    expect(spanOf(2880)).toEqual({ amount: 2, unit: "days" });
    expect(spanOf(120)).toEqual({ amount: 2, unit: "hours" });
    expect(spanOf(90)).toEqual({ amount: 90, unit: "minutes" });
    expect(spanOf(0)).toEqual({ amount: 0, unit: "minutes" });
    for (const minutes of [0, 5, 45, 60, 90, 1440, 1500, 10_080])
      expect(minutesOf(spanOf(minutes))).toBe(minutes);
  });

  it("is written as people say it", () => {
    expect([45, 60, 90, 150].map(durationWords)).toEqual(["45 min", "1 h", "1 h 30 min", "2 h 30 min"]);
    expect([0, 60, 120, 1440, 2880].map(spanWords)).toEqual([
      "no time",
      "1 hour",
      "2 hours",
      "1 day",
      "2 days",
    ]);
  });
});
