import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, hexToOklch } from "#kernel/oklch.ts";
import { judgeAccent } from "./judge-accent.ts";

const colors = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("a business's colour", () => {
  it.each(["#2f6f5e", "#000000", "#c2255c", "#3b5bdb"])("%s fits as it is", (accent) => {
    expect(judgeAccent(accent)).toMatchObject({ fits: true, fix: accent });
  });

  it.each(["#ffe600", "#ffffff", "#f7c8d6", "#00d1ff"])("%s is too pale for white paper", (accent) => {
    const verdict = judgeAccent(accent);
    expect(verdict.fits).toBe(false);
    expect(verdict.paper).toBeLessThan(3);
  });

  it("always gets a fix that can be read and seen, of the same hue", () => {
    fc.assert(
      fc.property(colors, (accent) => {
        const { fix } = judgeAccent(accent);
        expect(judgeAccent(fix).fits).toBe(true);
        expect(Math.max(contrast(fix, "#ffffff"), contrast(fix, "#101010"))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(fix, "#ffffff")).toBeGreaterThanOrEqual(3);
        const [before, after] = [hexToOklch(accent), hexToOklch(fix)];
        if (before && after && after.c > 0.04 && before.c > 0.04) {
          const turned = Math.abs(((after.h - before.h + 540) % 360) - 180);
          expect(turned).toBeLessThan(12);
        }
      }),
    );
  });
});
