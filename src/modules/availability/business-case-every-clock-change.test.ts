import { describe, expect, it } from "vitest";
import { slotsBySearch } from "#testing/business-oracle.ts";
import { factsOf, instantOf, readClock } from "#testing/business-oracle-calendar.ts";
import type { BusinessCaseInput } from "#testing/oracle-cases.ts";
import { clockChanges } from "#testing/slot-oracle.ts";
import { businessCase } from "./business-case.ts";
import { questionOf } from "./business-case-question.ts";
import { offeredSlots } from "./rules/slots.ts";

/** The grid of the clock, overnight hours, special dates and limits at every change of every zone's clocks. */

const years = { first: 2024, last: 2035 };
const allZones = Intl.supportedValuesOf("timeZone");
const regions = [...new Set(allZones.map((zone) => zone.split("/")[0] as string))];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Variations that take turns, so that each zone meets all of them within its first changes. */
const steps = [60, 45, 20, 30];
const nights: [string, string][][] = [
  [["21:00", "06:00"]],
  [
    ["20:30", "01:30"],
    ["01:30", "05:15"],
  ],
  [["00:15", "24:00"]],
];

function caseAt(zone: string, change: number, turn: number): BusinessCaseInput {
  const { day } = readClock(zone, change);
  const date = (shift: number) => factsOf(day + shift).date;
  const hours = nights[turn % nights.length] as [string, string][];
  return {
    business: { timezone: zone, horizonDays: 1 },
    now: instantOf(change - 1440),
    from: instantOf(change - 360),
    to: instantOf(change + 360),
    service: {
      durationMin: turn % 2 === 0 ? 60 : 40,
      slotIntervalMin: steps[turn % steps.length] as number,
      grid: turn % 5 === 4 ? "hours" : "clock",
      bufferBeforeMin: 5,
      maxPerDay: turn % 3 === 2 ? 1 : null,
    },
    places: [{ id: "here" }],
    staff: [{ id: "maya" }],
    rules: [
      { kind: "weekly", weekdays: everyDay, hours },
      ...(turn % 4 === 1
        ? [
            {
              kind: "override" as const,
              from: date(-1),
              to: date(-1),
              hours: [["19:00", "04:00"] as [string, string]],
            },
          ]
        : []),
      ...(turn % 4 === 3 ? [{ kind: "holiday" as const, placeId: "here", date: date(0) }] : []),
      ...(turn % 6 === 5
        ? [
            {
              kind: "timeOff" as const,
              from: date(0),
              to: date(0),
              hours: [["01:00", "02:45"] as [string, string]],
            },
          ]
        : []),
    ],
    bookings:
      turn % 2 === 0 ? [{ staffId: "maya", start: instantOf(change + 70), end: instantOf(change + 95) }] : [],
    visits: [{ start: instantOf(change - 200) }],
  };
}

describe(`every clock change of ${years.first}–${years.last}`, () => {
  it.each(regions)(
    "on the clock's grid and through the night, the zones of %s",
    { timeout: 180_000 },
    (region) => {
      let offering = 0;
      let changes = 0;
      for (const zone of allZones.filter((name) => name.split("/")[0] === region)) {
        clockChanges(zone, years).forEach((change, turn) => {
          changes += 1;
          const question = businessCase.parse(caseAt(zone, change, turn));
          const engine = questionOf(question);
          const offered = JSON.stringify(offeredSlots(engine.bookables, engine.question));
          if (offered !== "[]") offering += 1;
          if (offered !== JSON.stringify(slotsBySearch(question))) {
            expect(offered, JSON.stringify(question)).toBe(JSON.stringify(slotsBySearch(question)));
          }
        });
      }
      expect(offering).toBeGreaterThanOrEqual(changes / 2);
    },
  );

  it("lies on a quarter of an hour, as the oracle takes for granted", () => {
    const odd = allZones.filter((zone) => clockChanges(zone, years).some((change) => change % 15 !== 0));
    expect(odd).toEqual([]);
  });
});
