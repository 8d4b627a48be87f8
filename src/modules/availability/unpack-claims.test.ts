import { describe, expect, it } from "vitest";
import type { Claims } from "./rules/find-starts.ts";
import { claimsReader } from "./unpack-claims.ts";

/** As the database packs them: for each subject the number of its claims, then their starts, then their ends. */
function pack(...subjects: [start: number, end: number][][]): Buffer {
  return Buffer.concat(
    subjects.flatMap((spans) => [
      Buffer.from(Int32Array.of(spans.length).buffer).swap32(),
      ...spans.map(([start]) => instant(start)),
      ...spans.map(([, end]) => instant(end)),
    ]),
  );
}

/** Microseconds since 2000, as PostgreSQL sends an instant. */
function instant(minute: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(Math.round((minute * 60 - 946_684_800) * 1_000_000)));
  return bytes;
}

const spansOf = ({ starts, ends, first, last }: Claims) =>
  Array.from({ length: last - first }, (_, index) => [starts[first + index], ends[first + index]]);

const here = "3f2b7e1c-0000-4a00-8000-00000000abcd";

describe("packed claims", () => {
  it("belong to one subject after the other", () => {
    const next = claimsReader(
      pack(
        [[10, 20]],
        [],
        [
          [30, 40],
          [50, 60],
        ],
      ),
      null,
    );
    expect([next(), next(), next()].map(spansOf)).toEqual([
      [[10, 20]],
      [],
      [
        [30, 40],
        [50, 60],
      ],
    ]);
  });

  it("are none when nothing was packed", () => {
    expect(spansOf(claimsReader(null, null)())).toEqual([]);
  });

  it("may lie before 1970", () => {
    expect(spansOf(claimsReader(pack([[-30, -10]]), null)())).toEqual([[-30, -10]]);
  });

  it("cover every minute that they touch", () => {
    expect(spansOf(claimsReader(pack([[10.5, 19.001]]), null)())).toEqual([[10, 20]]);
  });

  it("are put in order of their starts, with their places", () => {
    const nowhere = "0".repeat(32);
    const places = Buffer.from(here.replaceAll("-", "") + nowhere, "hex");
    const claims = claimsReader(
      pack([
        [50, 60],
        [10, 70],
      ]),
      places,
    )();
    expect(spansOf(claims)).toEqual([
      [10, 70],
      [50, 60],
    ]);
    expect(claims.places).toEqual([null, here]);
  });
});
