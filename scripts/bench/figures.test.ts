import { describe, expect, it } from "vitest";
import { median, percentile, round } from "./figures.ts";

describe("the benchmark's arithmetic", () => {
  it("takes the middle, or halfway between the middle two", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 2])).toBe(3.5);
    expect(() => median([])).toThrow("no median");
  });

  it("takes the value that so many do not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
  });

  it("keeps counts whole and shortens what was measured", () => {
    expect([round(1_234_567), round(0.123456), round(1234.56)]).toEqual([1_234_567, 0.1235, 1235]);
  });
});
