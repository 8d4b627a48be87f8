import { type Claims, noClaims } from "./find-starts.ts";

const bytesPerClaim = 12;

/**
 * Reads claims packed by the database: big-endian triples (owner's ordinal, start, end in epoch minutes), sorted by
 * owner and start. Returns each owner's claims.
 */
export function decodeClaims(packed: Buffer | null, owners: number): (owner: number) => Claims {
  const count = (packed?.length ?? 0) / bytesPerClaim;
  if (!packed || count === 0) return () => noClaims;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const firsts = new Int32Array(owners + 1).fill(count);
  let expected = 0;
  for (let index = 0; index < count; index++) {
    const at = index * bytesPerClaim;
    for (const owner = packed.readInt32BE(at); expected <= owner; expected++) firsts[expected] = index;
    starts[index] = packed.readInt32BE(at + 4);
    ends[index] = packed.readInt32BE(at + 8);
  }
  return (owner) => ({ starts, ends, first: firsts[owner] ?? count, last: firsts[owner + 1] ?? count });
}
