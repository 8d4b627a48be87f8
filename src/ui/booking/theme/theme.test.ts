import { describe, expect, it } from "vitest";
import { contrast, hexToOklch, oklchToHex } from "#kernel/oklch.ts";
import { type ColorTokens, themeStyle, themeTokens } from "./theme.ts";

const accents = [
  "#2f6f5e",
  "#ffe600",
  "#ffffff",
  "#000000",
  "#ff0000",
  "#0a2540",
  "#f7c8d6",
  "#00d1ff",
  "#888888",
];
const schemes = accents.flatMap((accent) => {
  const { light, dark } = themeTokens(accent);
  return [
    { accent, scheme: "light", tokens: light },
    { accent, scheme: "dark", tokens: dark },
  ];
});

function worst(tokens: ColorTokens, text: keyof ColorTokens, grounds: (keyof ColorTokens)[]): number {
  return Math.min(...grounds.map((ground) => contrast(tokens[text], tokens[ground])));
}

describe.each(schemes)("the theme of $accent in $scheme", ({ tokens }) => {
  it("keeps every text at 4.5:1 on every ground that it stands on", () => {
    expect(worst(tokens, "ink", ["bg", "surface", "sunken", "tint"])).toBeGreaterThanOrEqual(7);
    expect(worst(tokens, "muted", ["bg", "surface", "sunken", "tint"])).toBeGreaterThanOrEqual(4.5);
    expect(worst(tokens, "accent-ink", ["bg", "surface", "sunken", "tint"])).toBeGreaterThanOrEqual(4.5);
    expect(worst(tokens, "on-accent", ["accent", "accent-strong"])).toBeGreaterThanOrEqual(4.5);
    expect(worst(tokens, "danger", ["bg", "surface", "danger-tint"])).toBeGreaterThanOrEqual(4.5);
    expect(worst(tokens, "warn", ["bg", "surface", "warn-tint"])).toBeGreaterThanOrEqual(4.5);
    expect(worst(tokens, "good", ["bg", "surface", "good-tint"])).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps fills and the edges of controls at 3:1", () => {
    expect(worst(tokens, "accent", ["bg", "surface", "tint"])).toBeGreaterThanOrEqual(3);
    expect(worst(tokens, "control", ["bg", "surface", "sunken"])).toBeGreaterThanOrEqual(3);
  });
});

describe("OKLCH", () => {
  it("returns the colour that went in", () => {
    for (const hex of ["#2f6f5e", "#ff0000", "#123456", "#ffffff", "#000000"]) {
      const color = hexToOklch(hex);
      expect(color && oklchToHex(color)).toBe(hex);
    }
  });

  it("agrees with a published value: pure red is 0.628 0.258 29.2", () => {
    const red = hexToOklch("#ff0000");
    expect(red?.l).toBeCloseTo(0.628, 2);
    expect(red?.c).toBeCloseTo(0.258, 2);
    expect(red?.h).toBeCloseTo(29.2, 0);
  });

  it("falls back to the default for what is no colour, and never prints what it was given", () => {
    expect(themeStyle("red;}body{display:none")).toBe(themeStyle(null));
  });
});
