import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findStarts, noClaims } from "./find-starts.ts";
import {
  addCommonStarts,
  addMinutes,
  countStarts,
  emptyStartSet,
  hasAnyStart,
  hasStart,
  intersectStarts,
  removeMinutes,
  type StartSet,
  startsIn,
  uniteStarts,
} from "./start-set.ts";

const window = { from: 29_000_003, until: 29_000_103 };
const visit = { duration: 1, slotInterval: 1, grid: "hours" as const, bufferBefore: 0, bufferAfter: 0 };
const minute = fc.integer({ min: window.from, max: window.until - 1 });

function setOf(starts: readonly number[]): StartSet {
  const set = emptyStartSet(window);
  const working = [...starts].sort((a, b) => a - b).flatMap((start) => [start, start + 1]);
  findStarts(set, { working, claims: noClaims }, visit);
  return set;
}

const sorted = (starts: Iterable<number>) => [...new Set(starts)].sort((a, b) => a - b);

describe("a set of starts", () => {
  it("reads out sorted, without repetition, and knows what is in it", () => {
    fc.assert(
      fc.property(fc.array(minute), minute, (starts, other) => {
        const set = setOf(starts);
        expect([...startsIn(set)]).toEqual(sorted(starts));
        expect(countStarts(set)).toBe(new Set(starts).size);
        expect(hasStart(set, other)).toBe(starts.includes(other));
      }),
    );
  });

  it("unites and intersects", () => {
    fc.assert(
      fc.property(fc.array(minute), fc.array(minute), (left, right) => {
        const both = setOf(left);
        intersectStarts(both, setOf(right));
        expect([...startsIn(both)]).toEqual(sorted(left.filter((start) => right.includes(start))));
        const either = setOf(left);
        uniteStarts(either, setOf(right));
        expect([...startsIn(either)]).toEqual(sorted([...left, ...right]));
      }),
    );
  });

  it("takes and gives back spans of time, which may reach outside of its window", () => {
    const edge = fc.integer({ min: window.from - 70, max: window.until + 70 });
    fc.assert(
      fc.property(fc.array(minute), edge, edge, (starts, from, until) => {
        const inside = (start: number) => start >= from && start < until;
        expect(hasAnyStart(setOf(starts), from, until)).toBe(starts.some(inside));
        const less = setOf(starts);
        removeMinutes(less, from, until);
        expect([...startsIn(less)]).toEqual(sorted(starts.filter((start) => !inside(start))));
        const more = setOf(starts);
        addMinutes(more, from, until);
        const span = Array.from({ length: 100 }, (_, index) => window.from + index).filter(inside);
        expect([...startsIn(more)]).toEqual(sorted([...starts, ...span]));
      }),
    );
  });

  it("adds what two others have in common", () => {
    const into = setOf([window.from]);
    addCommonStarts(
      into,
      setOf([window.from + 1, window.from + 40]),
      setOf([window.from + 2, window.from + 40]),
    );
    expect([...startsIn(into)]).toEqual([window.from, window.from + 40]);
  });

  it("holds nothing outside of its window", () => {
    const set = setOf([window.from - 1, window.from, window.until - 1, window.until]);
    expect([...startsIn(set)]).toEqual([window.from, window.until - 1]);
    expect(hasStart(set, window.from - 1)).toBe(false);
    expect(hasStart(set, window.until)).toBe(false);
    expect(countStarts(emptyStartSet({ from: 10, until: 5 }))).toBe(0);
  });
});
