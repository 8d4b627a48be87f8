import type { Window } from "./working-intervals.ts";

/**
 * A set of start times as one bit a minute from `from` on: adding the same start for many staff members costs
 * nothing, and reading it out is sorted. 90 days take 16 KB.
 */
export type StartSet = { readonly from: number; readonly until: number; readonly words: Int32Array };

export function emptyStartSet(window: Window): StartSet {
  const minutes = Math.max(0, window.until - window.from);
  return { from: window.from, until: window.until, words: new Int32Array((minutes + 31) >>> 5) };
}

/** `start` must lie in the set's window. */
export function hasStart(set: StartSet, start: number): boolean {
  const bit = start - set.from;
  return bit >= 0 && start < set.until && ((set.words[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/** Adds to `into` every start of `other`, which has the same window. */
export function uniteStarts(into: StartSet, other: StartSet): void {
  for (let index = 0; index < into.words.length; index++) {
    into.words[index] = (into.words[index] as number) | (other.words[index] as number);
  }
}

/** Keeps in `into` only the starts that `other`, which has the same window, has too. */
export function intersectStarts(into: StartSet, other: StartSet): void {
  for (let index = 0; index < into.words.length; index++) {
    into.words[index] = (into.words[index] as number) & (other.words[index] as number);
  }
}

/** The starts in ascending order (epoch minutes). */
export function startsIn(set: StartSet): Int32Array {
  const words = set.words;
  const starts = new Int32Array(countStarts(set));
  let count = 0;
  for (let index = 0; index < words.length; index++) {
    let word = words[index] as number;
    const base = set.from + index * 32;
    while (word !== 0) {
      const lowest = word & -word;
      starts[count++] = base + 31 - Math.clz32(lowest);
      word ^= lowest;
    }
  }
  return starts;
}

/** How many starts the set has. */
export function countStarts(set: StartSet): number {
  let count = 0;
  for (let index = 0; index < set.words.length; index++) count += bitsIn(set.words[index] as number);
  return count;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
