import type { Claims, VisitLength } from "./find-starts.ts";
import type { Intervals } from "./working-intervals.ts";

/**
 * The claims with time off among them. Time off keeps the visit away but not its buffers, which may reach outside
 * working time: it is narrowed by them here, because the search widens every claim by them. It does not restart
 * the row of start times either.
 */
export function blockTimeOff(claims: Claims, timeOff: Intervals, visit: VisitLength): Claims {
  if (timeOff.length === 0) return claims;
  const rows: { start: number; end: number }[] = [];
  for (let index = claims.first; index < claims.last; index++) {
    rows.push({ start: claims.starts[index] as number, end: claims.ends[index] as number });
  }
  for (let index = 0; index < timeOff.length; index += 2) {
    const start = (timeOff[index] as number) + visit.bufferAfter;
    rows.push({ start, end: (timeOff[index + 1] as number) - visit.bufferBefore });
  }
  rows.sort((a, b) => a.start - b.start);
  return {
    starts: Int32Array.from(rows, (row) => row.start),
    ends: Int32Array.from(rows, (row) => row.end),
    first: 0,
    last: rows.length,
  };
}
