import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { toAllEpochMinutes, toEpochMinutes, wallTimeOf } from "#kernel/time/wall-time.ts";
import { slotsBySearch } from "#testing/business-oracle.ts";
import type { BusinessCaseInput } from "#testing/oracle-cases.ts";
import { businessCase } from "./business-case.ts";
import { findBusinessStarts, questionOf } from "./business-case-question.ts";
import { explainStart } from "./rules/explain-start.ts";

/** The clocks that have broken programs before, each by hand: what is offered, on the wall. */

type Rule = NonNullable<BusinessCaseInput["rules"]>[number];
const everyDay = (...hours: [string, string][]): Rule => ({
  kind: "weekly",
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours,
});

function aCase(zone: string, dates: [string, string], variation: Partial<BusinessCaseInput> = {}) {
  const [first, last] = dates.map((date) => Temporal.PlainDate.from(date));
  const instant = (date: Temporal.PlainDate | undefined) =>
    date?.toZonedDateTime({ timeZone: zone }).toInstant().toString() ?? "";
  return businessCase.parse({
    business: { timezone: zone },
    now: instant(first?.subtract({ days: 7 })),
    from: instant(first),
    to: instant(last?.add({ days: 1 })),
    service: { durationMin: 30, slotIntervalMin: 30 },
    places: [{ id: "here" }],
    staff: [{ id: "maya" }],
    rules: [everyDay(["00:00", "24:00"])],
    ...variation,
  });
}

/** What the engine offers from the first date to the last: "30 02:15+01:00" on the wall. The oracle must agree. */
function offered(zone: string, dates: [string, string], variation?: Partial<BusinessCaseInput>): string[] {
  const question = aCase(zone, dates, variation);
  const starts = findBusinessStarts(question);
  expect(starts).toEqual([...new Set(slotsBySearch(question).map(({ start }) => start))]);
  return starts.map((start) => {
    const shown = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toString();
    return `${shown.slice(8, 10)} ${shown.slice(11, 16)}${shown.slice(19, 25)}`;
  });
}

/** Opens at each of the times for an hour, at which two visits of half an hour fit. */
const opening = (...hours: [string, string][]) => ({ rules: [everyDay(...hours)] });

describe("a gap in the clocks", () => {
  it.each([
    [
      "America/New_York",
      "2026-03-08",
      ["01:00", "04:00"],
      ["01:00-05:00", "01:30-05:00", "03:00-04:00", "03:30-04:00"],
    ],
    [
      "Australia/Lord_Howe",
      "2026-10-04",
      ["01:00", "03:30"],
      ["01:00+10:30", "01:30+10:30", "02:30+11:00", "03:00+11:00"],
    ],
    [
      "Pacific/Chatham",
      "2026-09-27",
      ["01:45", "04:45"],
      ["01:45+12:45", "02:15+12:45", "03:45+13:45", "04:15+13:45"],
    ],
    [
      "Antarctica/Troll",
      "2026-03-29",
      ["00:00", "04:00"],
      ["00:00+00:00", "00:30+00:00", "03:00+02:00", "03:30+02:00"],
    ],
  ] as const)("is not offered: %s", (zone, date, [from, to], times) => {
    const expected = times.map((time) => `${date.slice(8)} ${time}`);
    expect(offered(zone, [date, date], opening([from, to]))).toEqual(expected);
    const service = { durationMin: 30, slotIntervalMin: 15, grid: "clock" as const };
    const onClock = offered(zone, [date, date], { service, ...opening([from, to]) });
    expect(onClock).toEqual(expect.arrayContaining(expected));
    expect(onClock).toHaveLength(7);
  });

  it.each([
    ["America/New_York", { date: "2026-03-08", minute: 150 }, "2026-03-08T07:00:00Z"],
    ["Australia/Lord_Howe", { date: "2026-10-04", minute: 135 }, "2026-10-03T15:30:00Z"],
    ["Pacific/Chatham", { date: "2026-09-27", minute: 165 }, "2026-09-26T14:00:00Z"],
    ["Antarctica/Troll", { date: "2026-03-29", minute: 61 }, "2026-03-29T01:00:00Z"],
  ])("has no moment for a typed time; the next one is the first after it: %s", (zone, wall, next) => {
    expect(toAllEpochMinutes(wall, zone)).toEqual([]);
    expect(toEpochMinutes(wall, zone)).toBe(parseInstant(next));
    const service = { durationMin: 15, slotIntervalMin: 15 };
    expect(findBusinessStarts(aCase(zone, [wall.date, wall.date], { service }))).toContain(next);
  });
});

describe("an hour that comes twice", () => {
  it.each([
    [
      "Australia/Lord_Howe",
      "2026-04-05",
      ["01:00", "02:30"],
      ["01:00+11:00", "01:30+11:00", "01:30+10:30", "02:00+10:30"],
    ],
    [
      "Europe/Dublin",
      "2026-10-25",
      ["01:00", "02:00"],
      ["01:00+01:00", "01:30+01:00", "01:00+00:00", "01:30+00:00"],
    ],
    [
      "Antarctica/Troll",
      "2026-10-25",
      ["02:00", "03:00"],
      ["02:00+02:00", "02:30+02:00", "02:00+00:00", "02:30+00:00"],
    ],
  ] as const)("is offered both times, told apart by the offset: %s", (zone, date, [from, to], times) => {
    const expected = times.map((time) => `${date.slice(8)} ${time}`);
    expect(offered(zone, [date, date], opening([from, to]))).toEqual(expected);
    const service = { durationMin: 30, slotIntervalMin: 30, grid: "clock" as const };
    expect(offered(zone, [date, date], { service, ...opening([from, to]) })).toEqual(expected);
  });

  it.each([
    ["Australia/Lord_Howe", { date: "2026-04-05", minute: 105 }, "2026-04-04T14:45:00Z"],
    ["Europe/Dublin", { date: "2026-10-25", minute: 75 }, "2026-10-25T00:15:00Z"],
  ])("means the earlier one where only one is wanted: %s", (zone, wall, earlier) => {
    expect(toAllEpochMinutes(wall, zone)).toHaveLength(2);
    expect(toEpochMinutes(wall, zone)).toBe(parseInstant(earlier));
  });
});

describe("a gap at midnight", () => {
  it.each([
    ["Africa/Cairo", "2026-04-24", "+03:00"],
    ["Asia/Beirut", "2026-03-29", "+03:00"],
    ["America/Havana", "2026-03-08", "-04:00"],
    ["America/Santiago", "2026-09-06", "-03:00"],
    ["America/Sao_Paulo", "2018-11-04", "-02:00"],
    ["Asia/Tehran", "2022-03-22", "+04:30"],
  ])("starts the day at one: %s", (zone, date, offset) => {
    const day = Number(date.slice(8));
    const service = { durationMin: 60, slotIntervalMin: 60 };
    const times = offered(zone, [date, date], { service });
    expect(times).toHaveLength(23);
    expect(times[0]).toBe(`${date.slice(8)} 01:00${offset}`);
    // An override of the date alone, and hours from midnight on: neither reaches into the date before.
    const override: Rule = { kind: "override", from: date, to: date, hours: [["00:00", "02:00"]] };
    const closed = everyDay();
    expect(offered(zone, [date, date], { service, rules: [closed, override] })).toEqual([
      `${String(day).padStart(2, "0")} 01:00${offset}`,
    ]);
  });

  it("keeps notice and horizon in whole dates: Cairo", () => {
    const variation = {
      business: { timezone: "Africa/Cairo", horizonDays: 1 },
      now: "2026-04-22T23:30:00Z",
      service: { durationMin: 60, slotIntervalMin: 60 },
    };
    const times = offered("Africa/Cairo", ["2026-04-23", "2026-04-26"], variation);
    expect([times[0], times.at(-1)]).toEqual(["23 02:00+02:00", "24 23:00+03:00"]);
  });
});

describe("a date that does not exist", () => {
  it.each([
    ["Pacific/Apia", ["2011-12-29", "2011-12-31"], ["29", "31"]],
    ["Pacific/Kwajalein", ["1993-08-20", "1993-08-22"], ["20", "22"]],
  ] as const)("has no times, and those around it have all of theirs: %s", (zone, [first, last], days) => {
    const service = { durationMin: 60, slotIntervalMin: 60 };
    const times = offered(zone, [first, last], { service });
    expect(times).toHaveLength(48);
    expect([...new Set(times.map((time) => time.slice(0, 2)))]).toEqual(days);
  });

  it.each([
    ["Pacific/Apia", "2011-12-30", 5],
    ["Pacific/Kwajalein", "1993-08-21", 6],
  ] as const)("is left out by what recurs, on purpose: %s", (zone, missing, weekday) => {
    const around = [-7, 0, 7].map((days) => Temporal.PlainDate.from(missing).add({ days }).toString());
    const rules: Rule[] = [{ kind: "weekly", weekdays: [weekday], hours: [["09:00", "09:30"]] }];
    const dates: [string, string] = [around[0] as string, around[2] as string];
    const days = offered(zone, dates, { rules }).map((time) => time.slice(0, 2));
    expect(days).toEqual([around[0]?.slice(8), around[2]?.slice(8)]);
    // Nothing is at nine on that date: who asks is told of the first moment after it, which has another date.
    const wall = { date: missing, minute: 540 };
    expect(toAllEpochMinutes(wall, zone)).toEqual([]);
    expect(wallTimeOf(toEpochMinutes(wall, zone), zone).date).not.toBe(missing);
  });
});

describe("a gap across midnight", () => {
  it("keeps both dates right: Nuuk, 30 March 2024", () => {
    const service = { durationMin: 60, slotIntervalMin: 60 };
    const times = offered("America/Nuuk", ["2024-03-30", "2024-03-31"], { service });
    expect(times.filter((time) => time.startsWith("30"))).toHaveLength(23);
    expect(times.filter((time) => time.startsWith("31"))).toHaveLength(24);
    expect(times.slice(21, 25)).toEqual([
      "30 21:00-02:00",
      "30 22:00-02:00",
      "31 00:00-01:00",
      "31 01:00-01:00",
    ]);
  });

  it("shortens the night that it lies in, and a date's limit still counts that date: Nuuk", () => {
    const night = {
      rules: [{ kind: "weekly", weekdays: [6], hours: [["22:00", "02:00"]] } satisfies Rule],
      service: { durationMin: 60, slotIntervalMin: 60, maxPerDay: 1 },
    };
    const dates: [string, string] = ["2024-03-30", "2024-03-31"];
    expect(offered("America/Nuuk", dates, night)).toEqual([
      "30 22:00-02:00",
      "31 00:00-01:00",
      "31 01:00-01:00",
    ]);
    const visits = [{ start: "2024-03-31T00:00:00Z" }];
    expect(offered("America/Nuuk", dates, { ...night, visits })).toEqual([
      "31 00:00-01:00",
      "31 01:00-01:00",
    ]);
  });
});

describe("rules that have changed", () => {
  it("follow the data of the platform, which are those of 2026: Vancouver stays on summer time", () => {
    const noon = { service: { durationMin: 30 }, rules: [everyDay(["12:00", "12:30"])] };
    expect(offered("America/Vancouver", ["2026-10-31", "2026-11-02"], noon)).toEqual([
      "31 12:00-07:00",
      "01 12:00-07:00",
      "02 12:00-07:00",
    ]);
  });

  it("follow the data of the platform: Casablanca goes to Greenwich time for good", () => {
    const noon = { service: { durationMin: 30 }, rules: [everyDay(["12:00", "12:30"])] };
    expect(offered("Africa/Casablanca", ["2026-09-19", "2026-09-21"], noon)).toEqual([
      "19 12:00+01:00",
      "20 12:00+00:00",
      "21 12:00+00:00",
    ]);
  });

  it("keep the wall time where clock changes were given up: Tehran, São Paulo", () => {
    const nine = opening(["09:00", "09:30"]);
    expect(offered("Asia/Tehran", ["2023-03-21", "2023-03-22"], nine)).toEqual([
      "21 09:00+03:30",
      "22 09:00+03:30",
    ]);
    expect(offered("America/Sao_Paulo", ["2019-11-02", "2019-11-03"], nine)).toEqual([
      "02 09:00-03:00",
      "03 09:00-03:00",
    ]);
  });
});

describe("days that are not 24 hours long", () => {
  it.each([
    ["Antarctica/Troll", "2026-03-29", 22],
    ["Europe/Berlin", "2026-03-29", 23],
    ["Europe/Berlin", "2026-10-25", 25],
    ["Antarctica/Troll", "2026-10-25", 26],
  ])(
    "have as many hours as they have, and the next begins at its own midnight: %s %s",
    (zone, date, hours) => {
      const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
      const service = { durationMin: 60, slotIntervalMin: 60 };
      const times = offered(zone, [date, next], { service });
      expect(times).toHaveLength(hours + 24);
      expect(times[hours]?.slice(0, 8)).toBe(`${next.slice(8)} 00:00`);
    },
  );

  it("offer half hours twice where clocks go back by half an hour", () => {
    const times = offered("Australia/Lord_Howe", ["2026-04-05", "2026-04-05"]);
    expect(times).toHaveLength(49);
  });

  it("know 29 February: a date in leap years, and the fifth Tuesday of that month", () => {
    const nine: [string, string][] = [["09:00", "09:30"]];
    const fifth: Rule[] = [{ kind: "monthly", weekdays: [2], nth: 5, hours: nine }];
    const days = offered("Europe/Berlin", ["2028-02-01", "2028-03-31"], { rules: fifth });
    expect(days).toEqual(["29 09:00+01:00"]);
    const last: Rule[] = [{ kind: "monthly", weekdays: [2], nth: -1, hours: nine }];
    expect(offered("Europe/Berlin", ["2027-02-01", "2027-02-28"], { rules: last })).toEqual([
      "23 09:00+01:00",
    ]);
    const override: Rule = { kind: "override", from: "2028-02-29", to: "2028-02-29", hours: nine };
    expect(offered("Europe/Berlin", ["2028-02-28", "2028-03-01"], { rules: [everyDay(), override] })).toEqual(
      ["29 09:00+01:00"],
    );
  });
});

describe("a clock that changes a minute after midnight", () => {
  it("is followed to the minute: Casey, 2 October 2022", () => {
    const question = aCase("Antarctica/Casey", ["2022-10-02", "2022-10-02"], opening(["00:00", "04:00"]));
    // 00:00 exists for one minute; then it is 03:01.
    expect(findBusinessStarts(question)).toEqual(["2022-10-01T16:00:00Z", "2022-10-01T16:30:00Z"]);
  });
});

describe("the first moment after a gap", () => {
  it("needs no explanation: it is offered", () => {
    const { bookables, question } = questionOf(aCase("America/New_York", ["2026-03-08", "2026-03-08"]));
    const after = toEpochMinutes({ date: "2026-03-08", minute: 150 }, "America/New_York");
    const window = { from: after, until: after + 1 };
    expect(explainStart(bookables, { ...question, window })).toEqual([]);
    const odd = { from: after + 10, until: after + 11 };
    expect(explainStart(bookables, { ...question, window: odd }).length).toBeGreaterThan(0);
  });
});
