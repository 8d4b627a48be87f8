import { describe, expect, it } from "vitest";
import { decodeClaims } from "./decode-claims.ts";

function pack(triples: [owner: number, start: number, end: number][]): Buffer {
  const packed = Buffer.alloc(triples.length * 12);
  triples.flat().forEach((value, index) => {
    packed.writeInt32BE(value, index * 4);
  });
  return packed;
}

describe("packed claims", () => {
  it("are told apart by owner, those without any included", () => {
    const claimsOf = decodeClaims(
      pack([
        [1, 10, 20],
        [1, 30, 40],
        [3, 5, 6],
      ]),
      5,
    );
    const spans = [0, 1, 2, 3, 4].map((owner) => {
      const { starts, ends, first, last } = claimsOf(owner);
      return Array.from({ length: last - first }, (_, index) => [starts[first + index], ends[first + index]]);
    });
    expect(spans).toEqual([
      [],
      [
        [10, 20],
        [30, 40],
      ],
      [],
      [[5, 6]],
      [],
    ]);
  });

  it("may be none", () => {
    expect(decodeClaims(null, 2)(1)).toMatchObject({ first: 0, last: 0 });
  });
});
