import { describe, expect, it } from "vitest";
import { planUnits, type UnitInUse } from "./plan-units.ts";

function unit(number: number, dates: string[] = [], retired = false): UnitInUse {
  return { id: `u${number}`, number, retired, dates };
}

const nothing = { add: [], bringBack: [], retire: [], claimed: null };

describe("the units of a resource", () => {
  it("are added after the last number, retired ones coming back first", () => {
    expect(planUnits([], 2)).toEqual({ ...nothing, add: [1, 2] });
    const units = [unit(3, [], true), unit(1), unit(2, [], true)];
    expect(planUnits(units, 2)).toEqual({ ...nothing, bringBack: ["u2"] });
    expect(planUnits(units, 5)).toEqual({ ...nothing, bringBack: ["u2", "u3"], add: [4, 5] });
  });

  it("are left alone when the number stays", () => {
    expect(planUnits([unit(1), unit(2, ["2027-03-01"])], 2)).toEqual(nothing);
  });

  it("go from the highest number down, around those that are claimed", () => {
    const units = [unit(1), unit(2), unit(3, ["2027-03-01"]), unit(4)];
    expect(planUnits(units, 3)).toEqual({ ...nothing, retire: ["u4"] });
    expect(planUnits(units, 2)).toEqual({ ...nothing, retire: ["u2", "u4"] });
    expect(planUnits(units, 1)).toEqual({ ...nothing, retire: ["u1", "u2", "u4"] });
  });

  it("stay when too many are claimed, with the dates in order, each once", () => {
    const units = [unit(1, ["2027-03-02", "2027-03-01"]), unit(2, ["2027-03-02"]), unit(3)];
    const claimed = { units: 2, dates: ["2027-03-01", "2027-03-02"] };
    expect(planUnits(units, 1)).toEqual({ ...nothing, claimed });
  });
});
