import { type Claims, noClaims } from "./rules/find-starts.ts";

const bytesPerInstant = 8;
const bytesPerPlace = 16;

/** Reads the claims of the next subject, in the order in which they were packed. */
export type ClaimsReader = () => Claims;

/**
 * Claims as the database packs them: for each subject their number (an integer of four bytes), then all their starts and
 * then all their ends, as PostgreSQL keeps instants. `places` has the location of each claim in turn, 16 bytes, zeros for none; it is
 * null where nobody travels.
 */
export function claimsReader(packed: Buffer | null, places: Buffer | null): ClaimsReader {
  let at = 0;
  let placeAt = 0;
  return () => {
    if (!packed || at >= packed.length) return noClaims;
    const count = packed.readInt32BE(at);
    const claims = readClaims(packed, at + 4, count);
    at += 4 + 2 * count * bytesPerInstant;
    if (!places) return inOrder(claims);
    const ids = readPlaces(places, placeAt, count);
    placeAt += count * bytesPerPlace;
    return inOrder({ ...claims, places: ids });
  };
}

function readClaims(packed: Buffer, from: number, count: number): Claims {
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const at = from + index * bytesPerInstant;
    starts[index] = Math.floor(readMinutes(packed, at));
    ends[index] = Math.ceil(readMinutes(packed, at + count * bytesPerInstant));
  }
  return { starts, ends, first: 0, last: count };
}

const microsecondsPerMinute = 60_000_000;
const minutesUntil2000 = Date.UTC(2000, 0, 1) / 60_000;

/** Epoch minutes of an instant that is sent as microseconds since 2000, a big-endian integer of eight bytes. */
function readMinutes(packed: Buffer, at: number): number {
  const microseconds = packed.readInt32BE(at) * 2 ** 32 + packed.readUInt32BE(at + 4);
  return microseconds / microsecondsPerMinute + minutesUntil2000;
}

function readPlaces(places: Buffer, from: number, count: number): (string | null)[] {
  return Array.from({ length: count }, (_, index) => {
    const hex = places.toString("hex", from + index * bytesPerPlace, from + (index + 1) * bytesPerPlace);
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    return /[1-9a-f]/.test(id) ? id : null;
  });
}

/** They come by their ends, out of the index. Claims that exclude each other start in the same order. */
function inOrder(claims: Claims): Claims {
  const { starts, ends, places } = claims;
  if (starts.every((start, index) => index === 0 || start >= (starts[index - 1] as number))) return claims;
  const order = Array.from(starts, (_, index) => index).sort(
    (a, b) => (starts[a] as number) - (starts[b] as number),
  );
  return {
    starts: Int32Array.from(order, (index) => starts[index] as number),
    ends: Int32Array.from(order, (index) => ends[index] as number),
    first: 0,
    last: starts.length,
    ...(places && { places: order.map((index) => places[index] as string | null) }),
  };
}
