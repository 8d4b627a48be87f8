import { type Candidate, findStarts, type VisitLength } from "./find-starts.ts";
import { emptyStartSet, intersectStarts, type StartSet } from "./start-set.ts";
import type { Window } from "./working-intervals.ts";

/** The starts in the window that this one candidate can take. */
export function startsOf(candidate: Candidate, visit: VisitLength, window: Window): StartSet {
  const starts = emptyStartSet(window);
  findStarts(starts, candidate, visit);
  return starts;
}

/** The starts that at least one of the candidates can take (C3, "first available"). */
export function startsOfAny(candidates: Iterable<Candidate>, visit: VisitLength, window: Window): StartSet {
  const starts = emptyStartSet(window);
  for (const candidate of candidates) findStarts(starts, candidate, visit);
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
