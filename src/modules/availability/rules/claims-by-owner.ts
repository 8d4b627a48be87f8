import type { Claims } from "./find-starts.ts";
import type { Window } from "./working-intervals.ts";

/** Busy times in any order: `owners[i]` (0 to owners − 1, negative to leave out) is busy `[starts[i], ends[i])`. */
export type ClaimRows = { count: number; owners: Int32Array; starts: Int32Array; ends: Int32Array };

/**
 * Sorts busy times into one list an owner, by a counting sort: rows that are already in order of start stay
 * so, which costs one pass. Rows that end before `reach` begins or begin after it are dropped.
 */
export function claimsByOwner(rows: ClaimRows, owners: number, reach: Window): Claims[] {
  const next = new Int32Array(owners + 1);
  for (let row = 0; row < rows.count; row++) {
    if (!matters(rows, row, reach)) rows.owners[row] = -1;
    const owner = rows.owners[row] as number;
    if (owner >= 0) next[owner + 1] = (next[owner + 1] as number) + 1;
  }
  for (let owner = 0; owner < owners; owner++) {
    next[owner + 1] = (next[owner + 1] as number) + (next[owner] as number);
  }
  const firsts = next.slice();
  const starts = new Int32Array(firsts[owners] as number);
  const ends = new Int32Array(starts.length);
  for (let row = 0; row < rows.count; row++) {
    const owner = rows.owners[row] as number;
    if (owner < 0) continue;
    const place = next[owner] as number;
    next[owner] = place + 1;
    starts[place] = rows.starts[row] as number;
    ends[place] = rows.ends[row] as number;
  }
  return Array.from({ length: owners }, (_, owner) =>
    inOrder({ starts, ends, first: firsts[owner] as number, last: firsts[owner + 1] as number }),
  );
}

function matters(rows: ClaimRows, row: number, reach: Window): boolean {
  const start = rows.starts[row] as number;
  const end = rows.ends[row] as number;
  return end > start && end > reach.from && start < reach.until;
}

function inOrder(claims: Claims): Claims {
  const { starts, first, last } = claims;
  for (let index = first + 1; index < last; index++) {
    if ((starts[index] as number) < (starts[index - 1] as number)) return sorted(claims);
  }
  return claims;
}

function sorted({ starts, ends, first, last }: Claims): Claims {
  const order = Array.from({ length: last - first }, (_, index) => first + index).sort(
    (a, b) => (starts[a] as number) - (starts[b] as number),
  );
  return {
    starts: Int32Array.from(order, (index) => starts[index] as number),
    ends: Int32Array.from(order, (index) => ends[index] as number),
    first: 0,
    last: order.length,
  };
}
