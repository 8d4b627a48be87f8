import type { ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import { onClock } from "./clock-grid.ts";
import type { StartSet } from "./start-set.ts";
import type { Intervals, Window } from "./working-intervals.ts";

/** What one visit takes, in minutes. Buffers are kept free of claims and may reach outside working hours. */
export type VisitLength = {
  readonly duration: number;
  /** Distance of the times offered, counted from the beginning of each working interval. */
  readonly slotInterval: number;
  /** hours: starts count from the beginning of each working interval; clock: from midnight (60 means full hours). */
  readonly grid: "hours" | "clock";
  readonly bufferBefore: number;
  readonly bufferAfter: number;
};

/**
 * Busy times of one staff member, `[starts[i], ends[i])` in epoch minutes for `first <= i < last`, sorted by
 * start. They may overlap each other.
 */
export type Claims = {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly first: number;
  readonly last: number;
  /** Where each of them is (location ids), where that matters: another place may be a journey away. */
  readonly places?: readonly (string | null)[];
};

export const noClaims: Claims = { starts: new Int32Array(0), ends: new Int32Array(0), first: 0, last: 0 };

/** A busy time in epoch minutes, `[start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** Claims of busy times in any order. Where they are is not kept. */
export function claimsOf(spans: readonly Span[]): Claims {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return {
    starts: Int32Array.from(sorted, (span) => span.start),
    ends: Int32Array.from(sorted, (span) => span.end),
    first: 0,
    last: sorted.length,
  };
}

/** The busy times of claims, by start. */
export function spansOf({ starts, ends, first, last }: Claims): Span[] {
  return Array.from({ length: last - first }, (_, index) => ({
    start: starts[first + index] as number,
    end: ends[first + index] as number,
  }));
}

/** One person's time as the engine needs it: when they work and what they are already taken for. */
export type Candidate = {
  readonly working: Intervals;
  readonly claims: Claims;
  /** Narrower than the window asked for, where their notice and horizon (C2) say so. */
  readonly bookable?: Window;
  /** The clocks of the place: where visits start by them, not by the beginning of working time. */
  readonly clocks?: ZoneOffsets;
};

/**
 * Adds to `into` every start at which the visit fits: candidates begin at each working interval's start (or at the first
 * time on the clock inside it) and step by the slot interval; the visit lies inside the interval; the visit with its buffers touches no claim;
 * the start lies in the set's window. One sweep over the intervals and the claims.
 */
export function findStarts(
  into: StartSet,
  { working: hours, claims, bookable, clocks }: Candidate,
  visit: VisitLength,
): void {
  const working = clocks && visit.grid === "clock" ? onClock(hours, visit, clocks) : hours;
  const { duration, slotInterval: step, bufferBefore } = visit;
  const { starts, ends, last } = claims;
  const words = into.words;
  const from = bookable ? Math.max(into.from, bookable.from) : into.from;
  const lastBookable = (bookable ? Math.min(into.until, bookable.until) : into.until) - 1;
  const lead = duration + visit.bufferAfter;
  let nearest = claims.first;
  for (let index = 0; index < working.length; index += 2) {
    const opens = working[index] as number;
    const stop = Math.min((working[index + 1] as number) - duration, lastBookable);
    const earliest = Math.max(opens, from);
    while (nearest < last && (ends[nearest] as number) + bufferBefore <= earliest) nearest++;
    let start = nextOnGrid(opens, earliest, step);
    for (let claim = nearest; claim < last && start <= stop; claim++) {
      // Starts after `free` and before `again` would meet this claim.
      const free = (starts[claim] as number) - lead;
      if (free >= stop) break;
      for (; start <= free; start += step) mark(words, start - into.from);
      const again = (ends[claim] as number) + bufferBefore;
      if (start < again) start = nextOnGrid(start, again, step);
    }
    for (; start <= stop; start += step) mark(words, start - into.from);
  }
}

/** The first of `origin`, `origin + step` … that is not before `earliest`. */
function nextOnGrid(origin: number, earliest: number, step: number): number {
  return earliest <= origin ? origin : origin + Math.ceil((earliest - origin) / step) * step;
}

function mark(words: Int32Array, bit: number): void {
  const index = bit >>> 5;
  words[index] = (words[index] as number) | (1 << (bit & 31));
}
