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

/** Adds to `into` the starts that both `one` and `other` have; all three have the same window. */
export function addCommonStarts(into: StartSet, one: StartSet, other: StartSet): void {
  for (let index = 0; index < into.words.length; index++) {
    const common = (one.words[index] as number) & (other.words[index] as number);
    into.words[index] = (into.words[index] as number) | common;
  }
}

/** Adds every minute of `[from, until)`, as far as it lies in the set's window. */
export function addMinutes(set: StartSet, from: number, until: number): void {
  const { words } = set;
  const first = Math.max(0, from - set.from);
  const end = Math.min(until, set.until) - set.from;
  if (end <= first) return;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  for (let index = firstWord; index <= lastWord; index++) {
    words[index] = (words[index] as number) | maskOf(index, first, end);
  }
}

/** Takes every minute of `[from, until)` out. */
export function removeMinutes(set: StartSet, from: number, until: number): void {
  const { words } = set;
  const first = Math.max(0, from - set.from);
  const end = Math.min(until, set.until) - set.from;
  if (end <= first) return;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  for (let index = firstWord; index <= lastWord; index++) {
    words[index] = (words[index] as number) & ~maskOf(index, first, end);
  }
}

/** Whether there is a start in `[from, until)`. */
export function hasAnyStart(set: StartSet, from: number, until: number): boolean {
  const { words } = set;
  const first = Math.max(0, from - set.from);
  const end = Math.min(until, set.until) - set.from;
  if (end <= first) return false;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  for (let index = firstWord; index <= lastWord; index++) {
    if (((words[index] as number) & maskOf(index, first, end)) !== 0) return true;
  }
  return false;
}

/** The bits of word `index` that lie in `[first, end)`; the word must touch it. */
function maskOf(index: number, first: number, end: number): number {
  const low = first - (index << 5);
  const high = end - (index << 5);
  const fromLow = low <= 0 ? -1 : -1 << low;
  return high >= 32 ? fromLow : fromLow & ~(-1 << high);
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
