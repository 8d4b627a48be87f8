import { type Claims, claimsOf, type Span, spansOf, type VisitLength } from "./find-starts.ts";
import type { Intervals } from "./working-intervals.ts";

/**
 * The claims with time off among them. Time off keeps the visit away but not its buffers, which may reach outside
 * working time: it is narrowed by them here, because the search widens every claim by them. It does not restart
 * the row of start times either.
 */
export function blockTimeOff(claims: Claims, timeOff: Intervals, visit: VisitLength): Claims {
  if (timeOff.length === 0) return claims;
  const blocked: Span[] = [];
  for (let index = 0; index < timeOff.length; index += 2) {
    const start = (timeOff[index] as number) + visit.bufferAfter;
    blocked.push({ start, end: (timeOff[index + 1] as number) - visit.bufferBefore });
  }
  return claimsOf([...spansOf(claims), ...blocked]);
}

/** The claims with all that keeps a visit from starting in `[from, until)` of any of the intervals, however long it is. */
export function blockStarts(claims: Claims, intervals: Intervals, visit: VisitLength): Claims {
  if (intervals.length === 0) return claims;
  const lead = visit.duration + visit.bufferAfter;
  const blocked: Span[] = [];
  for (let index = 0; index < intervals.length; index += 2) {
    // The search leaves out the starts after `start - lead` and before `end + bufferBefore`.
    const start = (intervals[index] as number) - 1 + lead;
    blocked.push({ start, end: (intervals[index + 1] as number) - visit.bufferBefore });
  }
  return claimsOf([...spansOf(claims), ...blocked]);
}
