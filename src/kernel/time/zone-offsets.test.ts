import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "./instant.ts";
import { isTimeZone, offsetAt, segmentAt, segmentEnd, zoneOffsets } from "./zone-offsets.ts";

/** The changes of a zone in one year, as "instant offset-before>offset-after". */
function changesIn(zone: string, year: number): string[] {
  const from = parseInstant(`${year}-01-01T00:00:00Z`);
  const until = parseInstant(`${year + 1}-01-01T00:00:00Z`);
  const table = zoneOffsets(zone, from, until);
  const changes: string[] = [];
  table.starts.forEach((start, index) => {
    if (start < from || start >= until) return;
    changes.push(`${formatInstant(start)} ${table.offsets[index - 1]}>${table.offsets[index]}`);
  });
  return changes;
}

describe("offsets of a zone", () => {
  it.each([
    ["America/New_York", 2030, ["2030-03-10T07:00:00Z -300>-240", "2030-11-03T06:00:00Z -240>-300"]],
    ["Europe/Dublin", 2026, ["2026-03-29T01:00:00Z 0>60", "2026-10-25T01:00:00Z 60>0"]],
    // The change falls on the first of a month there, on the last of the one before in UTC.
    ["Australia/Sydney", 2018, ["2018-03-31T16:00:00Z 660>600", "2018-10-06T16:00:00Z 600>660"]],
    ["Australia/Lord_Howe", 2026, ["2026-04-04T15:00:00Z 660>630", "2026-10-03T15:30:00Z 630>660"]],
    ["Antarctica/Troll", 2026, ["2026-03-29T01:00:00Z 0>120", "2026-10-25T01:00:00Z 120>0"]],
    ["Pacific/Chatham", 2026, ["2026-04-04T14:00:00Z 825>765", "2026-09-26T14:00:00Z 765>825"]],
    ["Africa/Casablanca", 2025, ["2025-02-23T02:00:00Z 60>0", "2025-04-06T02:00:00Z 0>60"]],
    [
      "Africa/Cairo",
      2014,
      [
        "2014-05-15T22:00:00Z 120>180",
        "2014-06-26T21:00:00Z 180>120",
        "2014-07-31T22:00:00Z 120>180",
        "2014-09-25T21:00:00Z 180>120",
      ],
    ],
    ["America/Nuuk", 2024, ["2024-03-31T01:00:00Z -120>-60", "2024-10-27T01:00:00Z -60>-120"]],
    ["America/Nuuk", 2023, ["2023-03-26T01:00:00Z -180>-120"]],
    [
      "Pacific/Apia",
      2011,
      ["2011-04-02T14:00:00Z -600>-660", "2011-09-24T14:00:00Z -660>-600", "2011-12-30T10:00:00Z -600>840"],
    ],
    [
      "America/Recife",
      2000,
      ["2000-02-27T02:00:00Z -120>-180", "2000-10-08T03:00:00Z -180>-120", "2000-10-15T02:00:00Z -120>-180"],
    ],
    ["America/Sao_Paulo", 2026, []],
    ["Asia/Kathmandu", 2026, []],
    ["UTC", 2026, []],
  ])("%s in %i", (zone, year, changes) => {
    expect(changesIn(zone, year)).toEqual(changes);
  });

  it("rounds local mean time down to the minute that clocks showed", () => {
    const noon1850 = parseInstant("1850-06-01T12:00:00Z");
    expect(offsetAt(zoneOffsets("America/New_York", noon1850, noon1850), noon1850)).toBe(-297);
  });

  it("stays exact when later requests ask for other years", () => {
    const early = parseInstant("1999-07-01T00:00:00Z");
    const late = parseInstant("2051-07-01T00:00:00Z");
    const middle = parseInstant("2026-01-01T00:00:00Z");
    expect(offsetAt(zoneOffsets("Europe/Athens", late, late), late)).toBe(180);
    expect(offsetAt(zoneOffsets("Europe/Athens", early, early), early)).toBe(180);
    expect(offsetAt(zoneOffsets("Europe/Athens", middle, middle), middle)).toBe(120);
  });

  it("finds the segment that holds an instant, its edges included", () => {
    const change = parseInstant("2026-03-29T01:00:00Z");
    const table = zoneOffsets("Europe/Berlin", change, change);
    const after = segmentAt(table, change);
    expect(table.starts[after]).toBe(change);
    expect(segmentAt(table, change - 1)).toBe(after - 1);
    expect(segmentEnd(table, after - 1)).toBe(change);
  });

  it("tells names of zones from other text", () => {
    expect(isTimeZone("Pacific/Kiritimati")).toBe(true);
    expect(isTimeZone("Mars/Olympus_Mons")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });

  it("throws for a zone that nobody knows", () => {
    expect(() => zoneOffsets("Mars/Olympus_Mons", 0, 0)).toThrow(RangeError);
  });
});
