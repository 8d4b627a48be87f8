import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { type BookablesOverrides, claimsAt, someBookables } from "#testing/builders/bookables.ts";
import { slotsOnDate, timesOnDate } from "#testing/offered-times.ts";
import { offeredStarts } from "./slots.ts";
import { addMinutes, emptyStartSet, startsIn } from "./start-set.ts";
import { addStaff, daysWithStarts, newTally, offeredIn } from "./start-tally.ts";

/** Three people, of whom only one is free at 09:00, two at 10:00, all at 11:00, none at 12:00 (Berlin); all until 14:00. */
const hour = (utc: number): [string, string] =>
  [`2026-03-03T${utc}:00:00Z`, `2026-03-03T${utc + 1}:00:00Z`].map((text) =>
    text.replace("T8", "T08").replace("T9", "T09"),
  ) as [string, string];
const team = [
  { id: "a", claims: claimsAt(hour(11)) },
  { id: "b", claims: claimsAt(hour(8), hour(11)) },
  { id: "c", claims: claimsAt(hour(8), hour(9), hour(11)) },
];
const needing = (staffNeeded: number, more: BookablesOverrides = {}) =>
  someBookables({ staff: team, visit: { slotInterval: 60 }, service: { staffNeeded }, ...more });

describe("a visit that takes several people", () => {
  const date = "2026-03-03";

  it("starts when enough of them are free", () => {
    const late = ["13:00", "14:00", "15:00", "16:00"];
    expect(timesOnDate(needing(1), date)).toEqual(["09:00", "10:00", "11:00", ...late]);
    expect(timesOnDate(needing(2), date)).toEqual(["10:00", "11:00", ...late]);
    expect(timesOnDate(needing(3), date)).toEqual(["11:00", ...late]);
    expect(timesOnDate(needing(4), date)).toEqual([]);
  });

  it("names all who can be the first, or the one who was asked for", () => {
    const [first, second] = slotsOnDate(needing(2), date);
    expect([first?.staffIds, second?.staffIds]).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
    const [ofThird, next] = slotsOnDate(needing(2), date, { staffId: "c" });
    expect([ofThird?.start, ofThird?.staffIds, next?.start]).toEqual([
      ...["2026-03-03T10:00:00Z", ["c"], "2026-03-03T12:00:00Z"],
    ]);
    expect(slotsOnDate(needing(1), date, { staffId: "b" })[0]?.staffIds).toEqual(["b"]);
    expect(slotsOnDate(needing(2), date, { staffId: "nobody" })).toEqual([]);
  });

  it("has them all at one place", () => {
    const places = [{ id: "downtown" }, { id: "uptown" }];
    const apart = [
      { id: "a", placeIds: ["downtown"] },
      { id: "b", placeIds: ["uptown"] },
    ];
    expect(timesOnDate(needing(2, { places, staff: apart }), date)).toEqual([]);
    const together = [...apart, { id: "c", placeIds: ["uptown"] }];
    const slots = slotsOnDate(needing(2, { places, staff: together }), date);
    expect(new Set(slots.map(({ locationId, staffIds }) => [locationId, ...staffIds].join()))).toEqual(
      new Set(["uptown,b,c"]),
    );
  });
});

describe("staff counted in stages", () => {
  it.each([undefined, "b"])("come to the same as all at once, with %s chosen", (staffId) => {
    for (const needed of [1, 2, 3]) {
      const all = needing(needed);
      const from = parseInstant("2026-03-02T23:00:00Z");
      const question = {
        window: { from, until: from + 1440 },
        audience: "customer",
        now: from - 99,
        staffId,
      } as const;
      const tally = newTally(all, question);
      for (const member of all.staff) addStaff(tally, { ...all, staff: [member] }, question);
      expect(startsIn(offeredIn(tally, all, question))).toEqual(offeredStarts(all, question));
    }
  });
});

describe("days with starts", () => {
  const days = (zone: string, from: string, until: string, starts: string[]) => {
    const window = { from: parseInstant(from), until: parseInstant(until) };
    const set = emptyStartSet(window);
    for (const start of starts) addMinutes(set, parseInstant(start), parseInstant(start) + 1);
    const table = zoneOffsets(zone, window.from, window.until);
    const firstDay = parseLocalDate("2026-03-28");
    return daysWithStarts(set, table, firstDay, firstDay + 2).map((has) => (has ? "open" : "full"));
  };

  it("are those of the reader's calendar, from midnight to midnight", () => {
    const berlin = (...starts: string[]) =>
      days("Europe/Berlin", "2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z", starts);
    expect(berlin()).toEqual(["full", "full", "full"]);
    expect(berlin("2026-03-28T22:59:00Z")).toEqual(["open", "full", "full"]);
    expect(berlin("2026-03-28T23:00:00Z")).toEqual(["full", "open", "full"]);
    // The Sunday on which clocks go forward has 23 hours.
    expect(berlin("2026-03-29T21:59:00Z")).toEqual(["full", "open", "full"]);
    expect(berlin("2026-03-29T22:00:00Z")).toEqual(["full", "full", "open"]);
  });
});
