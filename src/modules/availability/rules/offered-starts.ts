import { type Claims, findStarts, type VisitLength } from "./find-starts.ts";
import { emptyStartSet, intersectStarts, type StartSet } from "./start-set.ts";
import type { Intervals, Window } from "./working-intervals.ts";

/** One person's day as the engine needs it: when they work and what they are already taken for. */
export type Candidate = { readonly working: Intervals; readonly claims: Claims };

/** The starts in the window that this one candidate can take. */
export function startsOf(candidate: Candidate, visit: VisitLength, window: Window): StartSet {
  const starts = emptyStartSet(window);
  findStarts(starts, candidate.working, candidate.claims, visit);
  return starts;
}

/** The starts that at least one of the candidates can take (C3, "first available"). */
export function startsOfAny(candidates: Iterable<Candidate>, visit: VisitLength, window: Window): StartSet {
  const starts = emptyStartSet(window);
  for (const { working, claims } of candidates) findStarts(starts, working, claims, visit);
  return starts;
}

/** The starts that all of the candidates can take together (C3, "several together"); none without candidates. */
export function startsOfAll(candidates: Iterable<Candidate>, visit: VisitLength, window: Window): StartSet {
  let common: StartSet | undefined;
  for (const candidate of candidates) {
    const starts = startsOf(candidate, visit, window);
    if (common) intersectStarts(common, starts);
    else common = starts;
  }
  return common ?? emptyStartSet(window);
}
