import { describe, expect, it } from "vitest";
import { changesOf, valuesOf } from "./look-values.ts";

const look = {
  ...{ accentColor: "#2f6f5e", logoUrl: null, font: "lora" as const, customCss: null, hidesMaker: false },
  allowed: { customCss: true, hidesMaker: true },
  dropped: [],
};

describe("the look's form", () => {
  it("has nothing to save while nothing differs", () => {
    expect(changesOf(valuesOf(look), valuesOf(look))).toEqual({});
  });

  it("saves what differs alone; no font is the system's", () => {
    const stored = valuesOf(look);
    expect(changesOf({ ...stored, font: "", hidesMaker: true }, stored)).toEqual({
      font: null,
      hidesMaker: true,
    });
    expect(changesOf({ ...stored, font: "inter", logoUrl: "/l.png" }, stored)).toEqual({
      font: "inter",
      logoUrl: "/l.png",
    });
  });
});
