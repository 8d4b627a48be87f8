import type { Claims } from "./find-starts.ts";

/** Busy times in any order, as they come: read only when they are asked for. */
export type BusyRows = {
  /** Whose each row is: the position of somebody, or negative for nobody. */
  readonly owners: Int32Array;
  /** Whether the row can matter to the question: asked before its times are. */
  readonly isNear: (row: number) => boolean;
  /** Epoch minutes. */
  readonly startOf: (row: number) => number;
  readonly endOf: (row: number) => number;
};

/** Positions of owners, `[first, last)`. */
export type OwnerRange = { readonly first: number; readonly last: number };

/**
 * The busy times of each owner in the range, by start. Rows are counted, then put where they belong: those that come in
 * order of start, as they do from most sources, cost one reading each and no comparison of others. Rows that are
 * not near, and those of no length, which keep nobody busy, are dropped.
 */
export function claimsByOwner(rows: BusyRows, { first, last }: OwnerRange): Claims[] {
  const { owners } = rows;
  const firsts = firstPlaces(owners, { first, last });
  const next = firsts.slice();
  const starts = new Int32Array(firsts[last - first] as number);
  const ends = new Int32Array(starts.length);
  for (let row = 0; row < owners.length; row++) {
    const owner = owners[row] as number;
    if (owner < first || owner >= last || !rows.isNear(row)) continue;
    const start = rows.startOf(row);
    const end = rows.endOf(row);
    if (end <= start) continue;
    const place = next[owner - first] as number;
    next[owner - first] = place + 1;
    starts[place] = start;
    ends[place] = end;
  }
  return Array.from({ length: last - first }, (_, index) =>
    inOrder({ starts, ends, first: firsts[index] as number, last: next[index] as number }),
  );
}

/** Where the rows of each owner in the range begin when they lie one owner after the other; one more for their end. */
function firstPlaces(owners: Int32Array, { first, last }: OwnerRange): Int32Array {
  const places = new Int32Array(last - first + 1);
  for (let row = 0; row < owners.length; row++) {
    const owner = owners[row] as number;
    if (owner < first || owner >= last) continue;
    places[owner - first + 1] = (places[owner - first + 1] as number) + 1;
  }
  for (let index = 1; index < places.length; index++) {
    places[index] = (places[index] as number) + (places[index - 1] as number);
  }
  return places;
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
