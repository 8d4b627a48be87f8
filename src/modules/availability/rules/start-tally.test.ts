import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { addMinutes, emptyStartSet } from "./start-set.ts";
import { daysWithStarts } from "./start-tally.ts";

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
