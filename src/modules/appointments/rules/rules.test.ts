import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedPrice } from "./agreed-price.ts";
import { changeDeadline, isPastDeadline } from "./change-deadline.ts";
import { codeAlphabet, newConfirmationCode } from "./confirmation-code.ts";
import { nearestTimes } from "./nearest-times.ts";

describe("a confirmation code", () => {
  it("has eight signs, none of which is mistaken for another", () => {
    const codes = Array.from({ length: 500 }, newConfirmationCode);
    for (const code of codes) expect(code).toMatch(/^[A-Z0-9]{8}$/);
    expect(codes.join("")).not.toMatch(/[BIOQSUZL01258]/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("uses every sign of its alphabet, each of them once", () => {
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
    const seen = new Set(Array.from({ length: 500 }, newConfirmationCode).join(""));
    expect([...seen].sort().join("")).toBe([...codeAlphabet].sort().join(""));
  });
});

describe("the agreed price", () => {
  it("is what the service costs, whatever its duration, when it is fixed", () => {
    expect(agreedPrice({ priceKind: "fixed", priceMinor: 4500 }, 90)).toBe(4500);
  });

  it("counts the minutes when it is per hour, half a cent rounded up", () => {
    expect(agreedPrice({ priceKind: "per_hour", priceMinor: 6000 }, 45)).toBe(4500);
    expect(agreedPrice({ priceKind: "per_hour", priceMinor: 101 }, 30)).toBe(51);
  });
});

describe("the deadline for changes", () => {
  const start = new Date("2026-03-03T14:30:00Z");

  it("lies the window before the start", () => {
    expect(changeDeadline(start, 1440)).toEqual(new Date("2026-03-02T14:30:00Z"));
  });

  it("still allows the very last moment", () => {
    const deadline = Date.parse("2026-03-02T14:30:00Z");
    expect(isPastDeadline(start, 1440, deadline)).toBe(false);
    expect(isPastDeadline(start, 1440, deadline + 1)).toBe(true);
  });
});

describe("the nearest times", () => {
  const slot = (minute: number) => ({ start: new Date(minute * 60_000).toISOString() });

  it("are in order of time, closest ones chosen, the wanted one never", () => {
    const slots = [0, 60, 120, 180, 240, 600].map(slot);
    expect(nearestTimes(slots, slot(120).start, 3)).toEqual([slot(0), slot(60), slot(180)]);
  });

  it("leave out no time that is closer than one they name", () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 8 }),
        (all, wanted, count) => {
          const named = nearestTimes(all.map(slot), slot(wanted).start, count).map(
            ({ start }) => Date.parse(start) / 60_000,
          );
          const others = all.filter((minute) => minute !== wanted && !named.includes(minute));
          const furthest = Math.max(-1, ...named.map((minute) => Math.abs(minute - wanted)));
          expect(named).toEqual([...named].sort((a, b) => a - b));
          expect(named.length).toBe(Math.min(count, all.filter((minute) => minute !== wanted).length));
          for (const minute of count > 0 ? others : [])
            expect(Math.abs(minute - wanted)).toBeGreaterThanOrEqual(furthest);
        },
      ),
    );
  });
});
