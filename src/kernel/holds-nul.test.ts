import { describe, expect, it } from "vitest";
import { holdsNul, withoutNul } from "./holds-nul.ts";

describe("the character U+0000", () => {
  it.each([
    ["a\0b", true],
    [{ customer: { notes: ["fine", "\0"] } }, true],
    [{ "a\0": 1 }, true],
    [{ name: "a\\u0000b", list: [1, null, true], none: undefined }, false],
    [null, false],
  ])("is found wherever it is: %j %s", (value, found) => {
    expect(holdsNul(value)).toBe(found);
  });

  it("is found however deep", () => {
    let deep: unknown = "\0";
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(holdsNul(deep)).toBe(true);
  });

  it("is left out of parameters, and nothing else is", () => {
    expect(withoutNul(new URLSearchParams("a=x%00y&a=z&b=")).toString()).toBe("a=xy&a=z&b=");
  });
});
