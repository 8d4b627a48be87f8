import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BusinessCaseInput } from "#testing/oracle-cases.ts";
import { businessCase, isBusinessCase } from "./business-case.ts";
import { findBusinessStarts, questionOf } from "./business-case-question.ts";
import { offeredSlots } from "./rules/slots.ts";

/** Monday 4 March 2030 in Berlin, UTC+1. */
const salon: BusinessCaseInput = {
  business: { timezone: "Europe/Berlin" },
  now: "2030-03-01T00:00:00Z",
  from: "2030-03-03T23:00:00Z",
  to: "2030-03-04T23:00:00Z",
  service: { durationMin: 60, slotIntervalMin: 60 },
  places: [{ id: "north" }, { id: "south" }],
  staff: [{ id: "maya" }, { id: "leo", placeIds: ["south"] }],
  rules: [{ kind: "weekly", weekdays: [1], hours: [["09:00", "12:00"]] }],
  resources: [
    { id: "room", units: ["room 1", "room 2"] },
    { id: "laser", placeId: "north" },
  ],
};

/** The times of day in Berlin that a variation of the case offers. */
function times(variation: Partial<BusinessCaseInput>): string[] {
  const starts = findBusinessStarts(businessCase.parse({ ...salon, ...variation }));
  return starts.map(
    (start) => `${String(Number(start.slice(11, 13)) + 1).padStart(2, "0")}${start.slice(13, 16)}`,
  );
}

describe("a business case", () => {
  it("offers what its rules leave", () => {
    expect(times({})).toEqual(["09:00", "10:00", "11:00"]);
    const weekly = salon.rules ?? [];
    const off = { kind: "timeOff", staffId: "maya", from: "2030-03-04", to: "2030-03-04" } as const;
    expect(times({ rules: [...weekly, off] })).toEqual(["09:00", "10:00", "11:00"]);
    expect(times({ rules: [...weekly, off], staffId: "maya" })).toEqual([]);
    const holidays = ["north", "south"].map(
      (placeId) => ({ kind: "holiday", placeId, date: "2030-03-04" }) as const,
    );
    expect(times({ rules: [...weekly, ...holidays] })).toEqual([]);
    const special = {
      kind: "override",
      from: "2030-03-04",
      to: "2030-03-04",
      hours: [["20:00", "21:00"]],
    } as const;
    expect(times({ rules: [...weekly, ...holidays, { ...special, hours: [["20:00", "21:00"]] }] })).toEqual([
      "20:00",
    ]);
  });

  it("puts bookings on staff and on units", () => {
    const morning = { start: "2030-03-04T08:00:00Z", end: "2030-03-04T09:00:00Z" };
    const everybody = [
      { staffId: "maya", ...morning },
      { staffId: "leo", ...morning },
    ];
    expect(times({ bookings: everybody })).toEqual(["10:00", "11:00"]);
    const service = { durationMin: 60, slotIntervalMin: 60, requirements: [["room"]] };
    expect(times({ service, bookings: [{ unitId: "room 1", ...morning }] })).toHaveLength(3);
    const rooms = ["room 1", "room 2"].map((unitId) => ({ unitId, ...morning }));
    expect(times({ service, bookings: rooms })).toEqual(["10:00", "11:00"]);
  });

  it("counts visits towards limits, of the service or of a person", () => {
    const service = { durationMin: 60, slotIntervalMin: 60, maxPerDay: 1 };
    const visits = [{ start: "2030-03-04T15:00:00Z", staffId: "maya" }];
    expect(times({ service, visits })).toEqual([]);
    expect(times({ service, visits: [{ start: "2030-03-05T15:00:00Z" }] })).toHaveLength(3);
    expect(times({ service, visits: [{ start: "2030-03-04T15:00:00Z", ofService: false }] })).toHaveLength(3);
    const staff = [{ id: "maya", maxPerWeek: 1 }];
    expect(
      times({ staff, visits: [{ ...visits[0], start: "2030-03-10T10:00:00Z", ofService: false }] }),
    ).toEqual([]);
    expect(times({ staff, visits: [{ ...visits[0], start: "2030-03-11T10:00:00Z" }] })).toHaveLength(3);
  });

  it("knows how long it takes to get from one place to another", () => {
    const bookings = [
      { staffId: "maya", placeId: "south", start: "2030-03-04T08:00:00Z", end: "2030-03-04T09:00:00Z" },
    ];
    const travel = [{ from: "south", to: "north", minutes: 1 }];
    const question = businessCase.parse({ ...salon, staffId: "maya", bookings, travel });
    const { bookables, question: asked } = questionOf(question);
    const slots = offeredSlots(bookables, asked).map(
      ({ start, locationId }) => `${start.slice(11, 16)} ${locationId}`,
    );
    expect(slots).toEqual(["09:00 south", "10:00 north", "10:00 south"]);
  });

  it("offers a class at its sessions alone", () => {
    const service = { durationMin: 60, kind: "class" } as const;
    const session = {
      id: "yoga",
      staffId: "leo",
      placeId: "south",
      start: "2030-03-04T18:05:00Z",
      end: "2030-03-04T19:05:00Z",
      capacity: 8,
      seatsTaken: 6,
    };
    expect(times({ service, sessions: [session], seats: 2 })).toEqual(["19:05"]);
    expect(times({ service, sessions: [session], seats: 3 })).toEqual([]);
    expect(times({ sessions: [session] })).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("takes what the documentation shows", () => {
    const text = readFileSync(new URL("../../../docs/availability.md", import.meta.url), "utf8");
    const documents = [...text.matchAll(/```json\n(\{\n[\s\S]*?)```/g)].map(([, json = ""]) =>
      JSON.parse(json),
    );
    expect(documents.filter(isBusinessCase)).toHaveLength(1);
    expect(findBusinessStarts(businessCase.parse(documents.find(isBusinessCase)))).not.toEqual([]);
  });
});

describe("a business case is refused for", () => {
  const rule = { kind: "weekly", weekdays: [1], hours: [["09:00", "12:00"]] } as const;
  const booking = { start: "2030-03-04T08:00:00Z", end: "2030-03-04T09:00:00Z" };

  it.each([
    [
      "business.timezone",
      "is not a time zone this platform knows",
      { business: { timezone: "Mars/Phobos" } },
    ],
    ["to", "is before from", { to: "2030-03-01T00:00:00Z" }],
    ["to", "is more than 400 days after from", { to: "2032-03-01T00:00:00Z" }],
    ["staffId", "names no staff of this case", { staffId: "nobody" }],
    ["staff", 'names "maya" twice', { staff: [{ id: "maya" }, { id: "maya" }] }],
    ["staff[0].placeIds[0]", "names no place of this case", { staff: [{ id: "maya", placeIds: ["east"] }] }],
    [
      "resources",
      'names "x" twice',
      {
        resources: [
          { id: "a", units: ["x"] },
          { id: "b", units: ["x"] },
        ],
      },
    ],
    [
      "service.requirements[0][0]",
      "names no resource of this case",
      { service: { durationMin: 5, requirements: [["pool"]] } },
    ],
    [
      "service.requirements",
      'names "room" twice',
      { service: { durationMin: 5, requirements: [["room"], ["room"]] } },
    ],
    ["service.durationMin", "must be at least 1", { service: { durationMin: 0 } }],
    ["rules[0].staffId", "names no staff of this case", { rules: [{ ...rule, staffId: "nobody" }] }],
    [
      "rules[0].serviceId",
      "is not the service of this case (service)",
      { rules: [{ ...rule, serviceId: "cut" }] },
    ],
    [
      "rules[0].placeId",
      "does not go with a resource, which has its place",
      { rules: [{ ...rule, resourceId: "room", placeId: "north" }] },
    ],
    [
      "rules[0]",
      "is about more than one of staff, service, resource",
      { rules: [{ ...rule, resourceId: "room", staffId: "maya" }] },
    ],
    [
      "rules[0].anchor",
      "is needed with everyWeeks above 1: a date of a week that counts",
      { rules: [{ ...rule, everyWeeks: 2 }] },
    ],
    ["rules[0].to", "is before from", { rules: [{ ...rule, from: "2030-03-04", to: "2030-03-01" }] }],
    ["rules[0].from", "is not a date (2030-03-01)", { rules: [{ ...rule, from: "2030-02-29" }] }],
    ["rules[0].hours[0]", "is longer than a day", { rules: [{ ...rule, hours: [["09:00", "34:00"]] }] }],
    [
      "rules[0].hours[0][1]",
      "is not a time from 00:00 to 47:59",
      { rules: [{ ...rule, hours: [["09:00", "9:60"]] }] },
    ],
    ["travel[0].to", "is where the journey begins", { travel: [{ from: "north", to: "north", minutes: 5 }] }],
    ["bookings[0].staffId", "needs either a staffId or a unitId", { bookings: [booking] }],
    ["bookings[0].unitId", "names no unit of this case", { bookings: [{ ...booking, unitId: "room 9" }] }],
    [
      "bookings[0].end",
      "is before the start",
      { bookings: [{ staffId: "maya", start: booking.end, end: booking.start }] },
    ],
  ])("a mistake in %s: it %s", (field, reason, variation) => {
    const { error } = businessCase.safeParse({ ...salon, ...variation });
    const problems = error?.issues.map(({ path, message }) => `${dotted(path)}: ${message}`);
    expect(problems).toContain(`${field}: ${reason}`);
  });

  it("a field that it does not have", () => {
    const { error } = businessCase.safeParse({ ...salon, horizon: 5 });
    expect(error?.issues[0]?.message).toContain('"horizon"');
  });
});

function dotted(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .slice(1);
}
