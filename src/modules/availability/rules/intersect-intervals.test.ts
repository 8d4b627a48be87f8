import { describe, expect, it } from "vitest";
import { intersectIntervals, mergeTouching } from "./intersect-intervals.ts";

describe("hours within limits", () => {
  it("cuts each of the hours and keeps them apart", () => {
    expect(intersectIntervals([0, 10, 10, 20], [5, 15])).toEqual([5, 10, 10, 15]);
  });

  it("stays in order when overlapping hours are cut in two", () => {
    expect(intersectIntervals([0, 30, 0, 30], [0, 5, 20, 40])).toEqual([0, 5, 0, 5, 20, 30, 20, 30]);
  });

  it("is empty outside of the limits", () => {
    expect(intersectIntervals([0, 10], [])).toEqual([]);
    expect(intersectIntervals([0, 10], [10, 20])).toEqual([]);
  });

  it("makes what touches or overlaps one", () => {
    expect(mergeTouching([20, 30, 0, 10, 10, 12, 5, 11])).toEqual([0, 12, 20, 30]);
    expect(mergeTouching([0, 30, 5, 10])).toEqual([0, 30]);
  });
});
