import { describe, expect, it } from "vitest";
import { normalHours } from "./normal-hours.ts";

const at = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

describe("hours as they are stored", () => {
  it("are sorted, with what touches or overlaps made one", () => {
    expect(normalHours([at(780, 1020), at(540, 720), at(700, 780)])).toEqual([at(540, 1020)]);
    expect(normalHours([at(780, 1020), at(540, 720)])).toEqual([at(540, 720), at(780, 1020)]);
    expect(normalHours([at(540, 720), at(600, 660)])).toEqual([at(540, 720)]);
  });

  it("never grow longer than a day", () => {
    expect(normalHours([at(0, 1440), at(1320, 1560)])).toEqual([at(0, 1440), at(1320, 1560)]);
  });

  it("leave what they were given as it was", () => {
    const given = [at(540, 720), at(720, 780)];
    normalHours(given);
    expect(given).toEqual([at(540, 720), at(720, 780)]);
  });
});
