import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, minutesPerDay, twoDigits } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { clockChanges, type OracleCase, slotsByBruteForce } from "#testing/slot-oracle.ts";
import { type AvailabilityCase, availabilityCase, findCaseDays, findCaseSlots } from "./availability-case.ts";

const service = {
  durationMin: 60,
  slotIntervalMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  minNoticeMin: 0,
};
const monday = { day: 1, intervals: [["09:00", "11:00"]] };
const somebody = { id: 1, timezone: "Europe/Berlin", weekly: [monday], overrides: [] };
/** Monday 4 March 2030 in Berlin. */
const question = {
  from: "2030-03-03T23:00:00Z",
  to: "2030-03-04T23:00:00Z",
  service,
  staff: [somebody],
  bookings: [] as { staffId: number; start: string; end: string }[],
};

/** The times of day (UTC) that a variation of the case offers. */
function timesOf(variation: Partial<Record<keyof OracleCase, unknown>>): string[] {
  return findCaseSlots(availabilityCase.parse({ ...question, ...variation })).map((slot) =>
    slot.slice(11, 16),
  );
}

const booked = (start: string, end: string) => ({
  staffId: 1,
  start: `2030-03-04T${start}:00Z`,
  end: `2030-03-04T${end}:00Z`,
});

describe("an availability case", () => {
  it("offers starts that fit, stepping from the interval's start", () => {
    expect(timesOf({})).toEqual(["08:00", "08:30", "09:00"]);
  });

  it("lets visits touch bookings and nothing more", () => {
    expect(timesOf({ bookings: [booked("09:30", "10:00")] })).toEqual(["08:00", "08:30"]);
    expect(timesOf({ bookings: [booked("09:29", "10:00")] })).toEqual(["08:00"]);
    expect(timesOf({ bookings: [booked("07:00", "08:01")] })).toEqual(["08:30", "09:00"]);
  });

  it("keeps the grid of the interval after a booking", () => {
    expect(timesOf({ bookings: [booked("08:00", "08:10")] })).toEqual(["08:30", "09:00"]);
  });

  it("ignores bookings of nobody in the case and bookings of no length", () => {
    const foreign = { ...booked("08:00", "12:00"), staffId: 2 };
    expect(timesOf({ bookings: [foreign, booked("08:30", "08:30")] })).toHaveLength(3);
  });

  it("takes bookings in any order, overlapping or with seconds", () => {
    const late = { staffId: 1, start: "2030-03-04T09:59:59Z", end: "2030-03-04T10:00:00Z" };
    expect(timesOf({ bookings: [late, booked("07:00", "08:10"), booked("06:00", "06:30")] })).toEqual([
      "08:30",
    ]);
  });

  it("adds the last override of a date in place of its weekly hours", () => {
    const overrides = [
      { date: "2030-03-04", intervals: [] },
      { date: "2030-03-04", intervals: [["20:00", "21:00"]] },
    ];
    expect(timesOf({ staff: [{ ...somebody, overrides }] })).toEqual(["19:00"]);
  });

  it("reads an end that is not after its start as the next day's", () => {
    const weekly = [
      { day: 7, intervals: [["23:00", "02:00"]] },
      { day: 1, intervals: [["23:30", "24:00"]] },
    ];
    const short = { ...service, durationMin: 30 };
    // Sunday's night reaches into Monday; the window opens at Monday's midnight.
    expect(timesOf({ service: short, staff: [{ ...somebody, weekly }] })).toEqual([
      "23:00",
      "23:30",
      "00:00",
      "00:30",
      "22:30",
    ]);
  });

  it("keeps touching intervals apart, each with its own grid", () => {
    const weekly = [
      {
        day: 1,
        intervals: [
          ["09:20", "10:20"],
          ["08:00", "09:20"],
        ],
      },
    ];
    expect(timesOf({ staff: [{ ...somebody, weekly }] })).toEqual(["07:00", "08:20"]);
  });

  it("offers nothing sooner than the notice allows", () => {
    const notice = { ...service, minNoticeMin: 60 };
    expect(timesOf({ service: notice, now: "2030-03-04T07:30:00Z" })).toEqual(["08:30", "09:00"]);
    expect(timesOf({ service: notice, now: "2030-03-04T07:30:01Z" })).toEqual(["09:00"]);
    expect(timesOf({ service, now: "2030-03-05T00:00:00Z" })).toEqual([]);
  });

  it("offers what one can take, or what all can take together", () => {
    const late = { ...somebody, id: 2, weekly: [{ day: 1, intervals: [["10:00", "12:00"]] }] };
    expect(timesOf({ staff: [somebody, late], mode: "any" })).toEqual([
      "08:00",
      "08:30",
      "09:00",
      "09:30",
      "10:00",
    ]);
    expect(timesOf({ staff: [somebody, late], mode: "all" })).toEqual(["09:00"]);
    expect(timesOf({ staff: [], mode: "all" })).toEqual([]);
    expect(timesOf({ staff: [] })).toEqual([]);
  });

  it("joins staff of several zones", () => {
    const kathmandu = { ...somebody, id: 2, timezone: "Asia/Kathmandu" };
    expect(timesOf({ staff: [somebody, kathmandu] })).toEqual([
      "03:15",
      "03:45",
      "04:15",
      "08:00",
      "08:30",
      "09:00",
    ]);
  });

  it("belongs to the window by its start alone", () => {
    expect(timesOf({ from: "2030-03-04T08:00:01Z", to: "2030-03-04T08:30:01Z" })).toEqual(["08:30"]);
    expect(timesOf({ from: "2030-03-04T08:00:00Z", to: "2030-03-04T08:30:00Z" })).toEqual(["08:00"]);
  });

  it.each([
    ["service.durationMin", { service: { ...service, durationMin: 0 } }],
    ["service.slotIntervalMin", { service: { ...service, slotIntervalMin: 7.5 } }],
    ["service.bufferBeforeMin", { service: { ...service, bufferBeforeMin: -1 } }],
    ["from", { from: "2030-02-30T00:00:00Z" }],
    ["to", { to: "2030-03-03T22:00:00Z" }],
    ["to", { to: "2150-03-03T22:00:00Z" }],
    ["now", { now: "yesterday" }],
    ["mode", { mode: "roundRobin" }],
    ["staff.0.timezone", { staff: [{ ...somebody, timezone: "Mars/Phobos" }] }],
    ["staff.0.weekly.0.day", { staff: [{ ...somebody, weekly: [{ ...monday, day: 0 }] }] }],
    [
      "staff.0.weekly.0.intervals.0.1",
      { staff: [{ ...somebody, weekly: [{ day: 1, intervals: [["09:00", "9:60"]] }] }] },
    ],
    [
      "staff.0.overrides.0.date",
      { staff: [{ ...somebody, overrides: [{ date: "2030-02-29", intervals: [] }] }] },
    ],
    ["staff", { staff: [somebody, somebody] }],
    ["bookings.0.end", { bookings: [booked("10:00", "09:00")] }],
  ])("is refused for a mistake in %s", (path, variation) => {
    const parsed = availabilityCase.safeParse({ ...question, ...variation });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});

/** The dates of a month that the case's slots lie on. */
function datesOfSlots(asked: AvailabilityCase, month: string, zone: string): string[] {
  const dates = findCaseSlots(asked).map((slot) => localDateOf(parseInstant(slot), zone));
  return [...new Set(dates)].filter((date) => date.startsWith(month)).sort();
}

describe("the days of a month that have a start", () => {
  const month = { ...question, from: "2030-02-20T00:00:00Z", to: "2030-04-10T00:00:00Z" };
  const days = (variation: object, zone = "Europe/Berlin") =>
    findCaseDays(availabilityCase.parse({ ...month, ...variation }), "2030-03", zone);
  const mondays = ["2030-03-04", "2030-03-11", "2030-03-18", "2030-03-25"];

  it("are those of the reader's calendar", () => {
    expect(days({})).toEqual(mondays);
    // 09:00 on Monday in Berlin is the end of Sunday in Honolulu.
    expect(days({}, "Pacific/Honolulu")).toEqual([
      "2030-03-03",
      "2030-03-10",
      "2030-03-17",
      "2030-03-24",
      "2030-03-31",
    ]);
  });

  it("are those in the window alone, and not before the notice", () => {
    expect(days({ from: "2030-03-11T09:01:00Z" })).toEqual(mondays.slice(2));
    expect(days({ to: "2030-03-11T08:00:00Z" })).toEqual(mondays.slice(0, 1));
    expect(days({ now: "2030-03-12T00:00:00Z" })).toEqual(mondays.slice(2));
    expect(days({ from: "2030-05-01T00:00:00Z", to: "2030-06-01T00:00:00Z" })).toEqual([]);
  });

  it("are those when everybody can, where all are needed", () => {
    const late = { ...somebody, id: 2, weekly: [{ day: 1, intervals: [["10:00", "12:00"]] }] };
    const bookings = [{ ...booked("09:00", "10:00"), staffId: 2 }];
    expect(days({ staff: [somebody, late], mode: "all" })).toEqual(mondays);
    expect(days({ staff: [somebody, late], mode: "all", bookings })).toEqual(mondays.slice(1));
    expect(days({ staff: [somebody, late], bookings })).toEqual(mondays);
  });

  it.each([1, "id-"])(
    "are the same for a large team of whom hardly anybody is free (ids like %s)",
    (prefix) => {
      const idOf = (person: number) => (prefix === 1 ? person : `${prefix}${person}`);
      const people = Array.from({ length: 40 }, (_, person) => ({ ...somebody, id: idOf(person) }));
      // Everybody is booked every Monday but for the one whose turn it is; nobody is free on the third one.
      const bookings = people.flatMap(({ id }, person) =>
        [4, 11, 18, 25]
          .filter((day) => day === 18 || (person + day) % 20 !== 0)
          .map((day) => ({
            staffId: id,
            start: `2030-03-${twoDigits(day)}T00:00:00Z`,
            end: `2030-03-${twoDigits(day)}T23:00:30Z`,
          })),
      );
      const asked = availabilityCase.parse({ ...month, staff: people, bookings: bookings.reverse() });
      expect(findCaseDays(asked, "2030-03", "Europe/Berlin")).toEqual([
        "2030-03-04",
        "2030-03-11",
        "2030-03-25",
      ]);
    },
  );
});

// ── Random cases against the oracle ───────────────────────────────────────────────────────────────────────────────────

const zones = Intl.supportedValuesOf("timeZone");
const clock = fc
  .integer({ min: 0, max: 287 })
  .map((step) => `${twoDigits(Math.floor(step / 12))}:${twoDigits((step % 12) * 5)}`);
const interval = fc.tuple(
  clock,
  fc.oneof({ weight: 9, arbitrary: clock }, { weight: 1, arbitrary: fc.constant("24:00") }),
);
const intervals = fc.array(interval, { maxLength: 3 });

/** A minute of 2024–2035, most often within a day of a change of the zone's clocks. */
function moments(zone: string): fc.Arbitrary<number> {
  const first = parseInstant("2024-01-02T00:00:00Z");
  const anyTime = fc.integer({ min: 0, max: 4_380 * 288 }).map((step) => first + step * 5);
  const changes = clockChanges(zone, { first: 2024, last: 2035 });
  if (changes.length === 0) return anyTime;
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -288, max: 288 }))
    .map(([change, steps]) => change + steps * 5);
  return fc.oneof({ weight: 1, arbitrary: anyTime }, { weight: 3, arbitrary: nearChange });
}

function staffMember(id: number, zone: string, at: number) {
  const date = fc
    .integer({ min: -2, max: 3 })
    .map((days) => formatLocalDate(Math.floor(at / minutesPerDay) + days));
  return fc.record({
    id: fc.constant(id),
    timezone: fc.oneof(
      { weight: 3, arbitrary: fc.constant(zone) },
      { weight: 1, arbitrary: fc.constantFrom(...zones) },
    ),
    weekly: fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), intervals }), { maxLength: 9 }),
    overrides: fc.array(fc.record({ date, intervals }), { maxLength: 2 }),
  });
}

function randomCase(zone: string, at: number): fc.Arbitrary<OracleCase> {
  const booking = fc
    .tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -1500, max: 3500 }),
      fc.integer({ min: 0, max: 200 }),
    )
    .map(([staffId, offset, length]) => ({
      staffId,
      start: formatInstant(at + offset),
      end: formatInstant(at + offset + length),
    }));
  return fc.record({
    from: fc.constant(formatInstant(at)),
    to: fc.integer({ min: 0, max: 2400 }).map((length) => formatInstant(at + length)),
    now: fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: -600, max: 900 }).map((offset) => formatInstant(at + offset)),
    ),
    mode: fc.constantFrom("any", "all"),
    service: fc.record({
      durationMin: fc.integer({ min: 1, max: 180 }),
      slotIntervalMin: fc.integer({ min: 3, max: 90 }),
      bufferBeforeMin: fc.integer({ min: 0, max: 45 }),
      bufferAfterMin: fc.integer({ min: 0, max: 45 }),
      minNoticeMin: fc.integer({ min: 0, max: 600 }),
    }),
    staff: fc
      .integer({ min: 0, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => staffMember(id, zone, at)))),
    bookings: fc.array(booking, { maxLength: 12 }),
  });
}

describe("random cases", () => {
  it("offer what the oracle finds by looking at every moment", { timeout: 120_000 }, () => {
    const cases = fc
      .constantFrom(...zones)
      .chain((zone) => moments(zone).chain((at) => randomCase(zone, at)));
    fc.assert(
      fc.property(cases, fc.constantFrom(...zones), (random, reader) => {
        const asked = availabilityCase.parse(random);
        expect(findCaseSlots(asked)).toEqual(slotsByBruteForce(random));
        const month = random.from.slice(0, 7);
        expect(findCaseDays(asked, month, reader)).toEqual(datesOfSlots(asked, month, reader));
      }),
      { numRuns: 500 },
    );
  });
});
