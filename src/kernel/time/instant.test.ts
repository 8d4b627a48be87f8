import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ceilMinute, floorMinute, formatInstant, formatInstants, parseInstant } from "./instant.ts";

const anyInstant = fc.date({
  min: new Date("1600-01-01T00:00:00Z"),
  max: new Date("2500-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("instants as epoch minutes", () => {
  it("reads what Date reads, to the second", () => {
    fc.assert(
      fc.property(anyInstant, (date) => {
        const text = `${date.toISOString().slice(0, 19)}Z`;
        expect(parseInstant(text)).toBeCloseTo(Date.parse(text) / 60_000, 6);
        expect(floorMinute(text)).toBe(Math.floor(parseInstant(text)));
        // Added to 0, since the ceiling of less than a minute before 1970 is a negative zero.
        expect(ceilMinute(text)).toBe(Math.ceil(parseInstant(text)) + 0);
      }),
    );
  });

  it("writes what Date writes, one by one and in bulk", () => {
    fc.assert(
      fc.property(fc.array(anyInstant, { maxLength: 20 }), (dates) => {
        const minutes = Int32Array.from(dates, (date) => Math.floor(date.getTime() / 60_000));
        const texts = dates.map((date) => `${date.toISOString().slice(0, 17)}00Z`);
        expect(formatInstants(minutes)).toEqual(texts);
        expect(Array.from(minutes, formatInstant)).toEqual(texts);
      }),
    );
  });

  it.each([
    ["2026-03-29T02:00:00+02:00", "2026-03-29T00:00:00Z"],
    ["2026-03-29T02:00-0330", "2026-03-29T05:30:00Z"],
    ["2026-03-29T02:00Z", "2026-03-29T02:00:00Z"],
    ["2026-03-29T02:00:00.000Z", "2026-03-29T02:00:00Z"],
  ])("reads the rarer form %s", (text, plain) => {
    expect(parseInstant(text)).toBe(parseInstant(plain));
    expect([floorMinute(text), ceilMinute(text)]).toEqual([parseInstant(plain), parseInstant(plain)]);
  });

  it("keeps seconds as a fraction of the minute, or rounds it away", () => {
    expect(parseInstant("1970-01-01T00:01:30Z")).toBe(1.5);
    expect([floorMinute("1970-01-01T00:01:30Z"), ceilMinute("1970-01-01T00:01:30Z")]).toEqual([1, 2]);
    expect([floorMinute("1970-01-01T00:01:30.5Z"), ceilMinute("1970-01-01T00:01:00.5Z")]).toEqual([1, 2]);
  });

  it.each([
    "",
    "tomorrow",
    "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-01-32T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T10:60:00Z",
    "2026-01-01T10:00:60Z",
    "2026-01-01T10:00:00",
    "2026-01-01T1a:00:00Z",
    "2026/01/01T10:00:00Z",
    "2026-01-01T10.00.00Z",
    "2026-02-29T00:00:00+01:00",
  ])("finds no instant in '%s'", (text) => {
    expect(parseInstant(text)).toBeNaN();
  });
});
