import { describe, expect, it } from "vitest";
import { formatInstant } from "#kernel/time/instant.ts";
import { minutesPerDay, twoDigits } from "#kernel/time/local-date.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { clockChanges, type OracleCase, slotsByBruteForce, wallClockAt } from "#testing/slot-oracle.ts";
import { availabilityCase, findCaseSlots } from "./availability-case.ts";

const years = { first: 2024, last: 2035 };
const allZones = Intl.supportedValuesOf("timeZone");
const regions = [...new Set(allZones.map((zone) => zone.split("/")[0] as string))];
/** Minutes on which all clock changes of these years and all hours of these cases lie. */
const grid = 15;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** "HH:MM" of minutes from midnight, wrapped around it. */
function clock(minute: number): string {
  const wrapped = ((minute % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return `${twoDigits(Math.floor(wrapped / 60))}:${twoDigits(wrapped % 60)}`;
}

/** Working hours before, across, after and with edges inside a change (minutes of the day on either side of it). */
function hoursAround(before: number, after: number): [string, string][][] {
  const halfway = Math.round((before + after) / 30) * 15;
  return [
    [[clock(before - 180), clock(before + 180)]],
    [
      [clock(before - 240), clock(before - 60)],
      [clock(after), clock(after + 180)],
    ],
    [[clock(halfway - 150), clock(halfway)]],
    [[clock(halfway), clock(halfway + 150)]],
    [[clock(halfway - 15), clock(halfway + 15)]],
    [["00:00", "24:00"]],
    [
      ["00:00", "02:00"],
      ["02:00", "03:00"],
      ["22:00", "02:30"],
    ],
  ];
}

function casesAround(zone: string, change: number): OracleCase[] {
  const before = wallClockAt(zone, change - grid).minute + grid;
  const after = wallClockAt(zone, change).minute;
  // The two readings may lie on either side of midnight; the hour between them is what changed.
  const shift = after - before > 720 ? -minutesPerDay : before - after > 720 ? minutesPerDay : 0;
  return hoursAround(before, after + shift).map((intervals, index) => ({
    from: formatInstant(change - 300),
    to: formatInstant(change + 300),
    mode: "any",
    service: {
      durationMin: [30, 45, 60][index % 3] as number,
      slotIntervalMin: 15,
      bufferBeforeMin: 5,
      bufferAfterMin: 10,
      minNoticeMin: 0,
    },
    staff: [{ id: 1, timezone: zone, weekly: weekdays.map((day) => ({ day, intervals })), overrides: [] }],
    bookings:
      index % 2 === 0
        ? []
        : [{ staffId: 1, start: formatInstant(change - 20), end: formatInstant(change + 25) }],
  }));
}

describe(`every clock change of ${years.first}–${years.last}`, () => {
  it.each(regions)("the zones of %s change when Temporal says so", (region) => {
    for (const zone of allZones.filter((name) => name.split("/")[0] === region)) {
      const from = Date.UTC(years.first, 0, 1) / 60_000;
      const until = Date.UTC(years.last + 1, 0, 1) / 60_000;
      const inside = (change: number) => change > from + 1440 && change < until - 1440;
      const known = [...zoneOffsets(zone, from, until).starts].filter(inside);
      expect(known, zone).toEqual(clockChanges(zone, years).filter(inside));
    }
  });

  it.each(regions)(
    "the zones of %s offer what every minute of the wall clock says",
    { timeout: 180_000 },
    (region) => {
      for (const zone of allZones.filter((name) => name.split("/")[0] === region)) {
        for (const change of clockChanges(zone, years)) {
          for (const question of casesAround(zone, change)) {
            const offered = findCaseSlots(availabilityCase.parse(question));
            const expected = slotsByBruteForce(question, grid);
            if (offered.join() !== expected.join())
              expect(offered, JSON.stringify(question)).toEqual(expected);
          }
        }
      }
    },
  );
});
