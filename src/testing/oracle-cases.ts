import fc from "fast-check";
import type { z } from "zod";
import type { businessCase } from "#modules/availability/business-case.ts";
import { instantOf, readClock } from "./business-oracle-calendar.ts";
import { chosen, longHours, type RuleInput, ruleOf, rules, type Setting } from "./oracle-rules.ts";
import { type Scene, scenes } from "./oracle-scenes.ts";

/** Random business cases, of everything that the format can say. */

export type BusinessCaseInput = z.input<typeof businessCase>;

/** What most of the cases are about; all of them have a little of everything. */
export type Theme = "hours" | "bookings" | "clock changes" | "classes";
export const themes: readonly Theme[] = ["hours", "bookings", "clock changes", "classes"];

const sizes = {
  hours: { reach: 1440, window: 2880, rules: 10, bookings: 3, extras: 0.2 },
  bookings: { reach: 2880, window: 1440, rules: 4, bookings: 14, extras: 1 },
  "clock changes": { reach: 600, window: 1200, rules: 6, bookings: 6, extras: 0.5 },
  classes: { reach: 1440, window: 4320, rules: 5, bookings: 2, extras: 0.2 },
} as const;

const number = fc.nat({ max: 59 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>, share: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), arbitrary)
    .map(([dice, value]) => (dice >= 100 - share * 100 ? value : null));
const upTo = (most: number) => fc.integer({ min: 0, max: most });

const service = fc.record({
  durationMin: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(15, 30, 45, 60, 90, 120, 240) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.constant(1440) },
  ),
  slotIntervalMin: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(10, 15, 20, 30, 45, 60) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 150 }) },
  ),
  grid: fc.constantFrom<"hours" | "clock">("hours", "hours", "clock"),
  bufferBeforeMin: fc.constantFrom(0, 0, 5, 10, 45),
  bufferAfterMin: fc.constantFrom(0, 0, 5, 15, 60),
});

/** How soon and how far ahead; most often nothing. */
const bookingLimits = (share: number) =>
  fc.record({ noticeMin: rarely(upTo(2000), share), horizonDays: rarely(upTo(4), share) });
const visitLimits = (share: number) =>
  fc.record({
    maxPerDay: rarely(fc.integer({ min: 1, max: 3 }), share),
    maxPerWeek: rarely(fc.integer({ min: 1, max: 4 }), share),
  });

function parts(theme: Theme) {
  const size = sizes[theme];
  const { extras } = size;
  const span = fc.tuple(fc.integer({ min: -1500, max: size.window + 600 }), upTo(240));
  const sessionSpan = fc.tuple(fc.integer({ min: -300, max: size.window }), upTo(240));
  return fc.record({
    scene: scenes(size.reach),
    otherZones: fc.tuple(scenes(0), scenes(0)),
    placeZones: number,
    ahead: fc.oneof(
      { weight: 3, arbitrary: fc.constant(2880) },
      { weight: 2, arbitrary: fc.integer({ min: -300, max: 6000 }) },
    ),
    windowMin: fc.oneof(
      { weight: 1, arbitrary: upTo(size.window) },
      { weight: 4, arbitrary: fc.integer({ min: size.window / 2, max: size.window }) },
    ),
    seconds: fc.constantFrom(0, 0, 0, 0, 1, 30),
    audience: fc.constantFrom<"customer" | "member">(...Array(9).fill("customer"), "member"),
    active: fc.nat({ max: 24 }).map((dice) => dice < 24),
    full: fc.nat({ max: 24 }).map((dice) => dice === 24),
    anyMinute: fc.nat({ max: 19 }).map((dice) => dice === 19),
    /** Who has long hours to begin with: dice for the business, for the service, for staff and resources by turns. */
    long: fc.array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 8 }),
    places: fc.integer({ min: 1, max: extras === 1 ? 3 : 2 }),
    staff: fc.array(
      fc.record({
        somewhere: rarely(number, 0.2),
        limits: bookingLimits(0.1),
        visits: visitLimits(0.2 * extras),
        weight: fc.integer({ min: 1, max: 5 }),
        recentVisits: upTo(9),
      }),
      { minLength: 1, maxLength: extras === 1 ? 4 : 3 },
    ),
    business: bookingLimits(0.1),
    service,
    serviceLimits: bookingLimits(0.1),
    serviceVisits: visitLimits(0.3 * extras),
    staffNeeded: fc.constantFrom(1, 1, 1, 2, 2, 3),
    several: rarely(fc.constant(true), 0.6 * extras),
    assignment: fc.constantFrom<"order" | "load" | "weight">("order", "load", "weight"),
    chosenStaff: rarely(number, 0.15),
    seats: fc.constantFrom(1, 1, 2, 5),
    rules: rules(size.rules),
    resources: fc.array(
      fc.record({ place: rarely(number, 0.4), units: fc.integer({ min: 1, max: 2 }), requirement: upTo(2) }),
      { maxLength: Math.ceil(3 * extras) },
    ),
    travel: fc.array(fc.tuple(number, number, upTo(120)), { maxLength: Math.ceil(4 * extras) }),
    bookings: fc.array(
      fc.record({ span, who: number, unit: rarely(number, 0.4), place: rarely(number, 0.7) }),
      {
        maxLength: size.bookings,
      },
    ),
    visits: fc.array(
      fc.record({ at: fc.integer({ min: -8000, max: 8000 }), staff: number, ofService: fc.boolean() }),
      { maxLength: Math.ceil(8 * extras) },
    ),
    sessions: fc.array(
      fc.record({
        span: sessionSpan,
        staff: number,
        place: number,
        capacity: fc.integer({ min: 1, max: 6 }),
        taken: upTo(6),
      }),
      { maxLength: theme === "classes" ? 8 : 1 },
    ),
  });
}
type Parts = ReturnType<typeof parts> extends fc.Arbitrary<infer Value> ? Value : never;

/** Random cases of a theme, as JSON documents. */
export function businessCases(theme: Theme): fc.Arbitrary<BusinessCaseInput> {
  return parts(theme).map((random) => caseOf(random, theme === "classes"));
}

function caseOf(random: Parts, isClass: boolean): BusinessCaseInput {
  const { scene } = random;
  const places = placesOf(random);
  const staffIds = random.staff.map((_, index) => `staff-${index + 1}`);
  const placeIds = places.map(({ id }) => id);
  const resources = random.resources.map(({ place, units }, index) => ({
    id: `resource-${index + 1}`,
    ...(place === null ? {} : { placeId: chosen(placeIds, place) }),
    units: Array.from({ length: units }, (_, unit) => `unit-${index + 1}-${unit + 1}`),
  }));
  const setting: Setting = {
    day: readClock(scene.zone, scene.at).day,
    staffIds,
    placeIds,
    resourceIds: resources.map(({ id }) => id),
    anyMinute: random.anyMinute,
  };
  return {
    business: {
      timezone: scene.zone,
      active: random.active,
      fullAt: random.full ? 30 : null,
      noticeMin: random.business.noticeMin ?? 0,
      horizonDays: random.business.horizonDays ?? 60,
    },
    now: instantOf(scene.at - random.ahead + random.seconds / 60),
    from: instantOf(scene.at),
    to: instantOf(scene.at + random.windowMin),
    audience: random.audience,
    seats: random.seats,
    ...(random.chosenStaff === null ? {} : { staffId: chosen(staffIds, random.chosenStaff) }),
    service: {
      ...random.service,
      kind: isClass ? "class" : "individual",
      ...random.serviceLimits,
      ...random.serviceVisits,
      staffNeeded: random.several ? random.staffNeeded : 1,
      assignment: random.assignment,
      requirements: requirementsOf(random),
    },
    places,
    staff: staffOf(random, placeIds),
    rules: [...longRules(random, setting), ...random.rules.flatMap((rule) => ruleOf(rule, setting))],

    resources,
    travel: random.travel
      .map(([from, to, minutes]) => ({ from: chosen(placeIds, from), to: chosen(placeIds, to), minutes }))
      .filter(({ from, to }) => from !== to),
    ...takenOf(
      random,
      setting,
      resources.flatMap(({ units }) => units),
    ),
  };
}

/** Long hours for most businesses, many of the staff, and some of the services and resources. */
function longRules({ long }: Parts, { staffIds, resourceIds }: Setting): RuleInput[] {
  const dice = (index: number) => long[index] as number;
  return [
    ...(dice(0) > 1 ? [longHours({}, dice(0) === 9)] : []),
    ...(dice(1) > 6 ? [longHours({ serviceId: "service" }, dice(1) === 9)] : []),
    ...staffIds.flatMap((staffId, index) =>
      dice(2 + index) > 3 ? [longHours({ staffId }, dice(2 + index) > 7)] : [],
    ),
    ...resourceIds.flatMap((resourceId, index) =>
      dice(5 + index) > 5 ? [longHours({ resourceId }, dice(5 + index) > 8)] : [],
    ),
  ];
}

/** The first place is in the business's zone; one in five of the others is somewhere else in the world. */
function placesOf({ places, otherZones, placeZones }: Parts) {
  return Array.from({ length: places }, (_, index) => ({
    id: `place-${index + 1}`,
    ...(index > 0 && placeZones % 5 === 0 ? { timezone: (otherZones[index % 2] as Scene).zone } : {}),
  }));
}

function staffOf({ staff }: Parts, placeIds: string[]) {
  return staff.map(({ somewhere, limits, visits, weight, recentVisits }, index) => ({
    id: `staff-${index + 1}`,
    ...(somewhere === null ? {} : { placeIds: [chosen(placeIds, somewhere)] }),
    ...limits,
    ...visits,
    weight,
    recentVisits,
  }));
}

/** Up to two requirements; a resource is in one of them or in none. */
function requirementsOf({ resources }: Parts): string[][] {
  const lists = [1, 2].map((requirement) =>
    resources.flatMap((resource, index) =>
      resource.requirement === requirement ? [`resource-${index + 1}`] : [],
    ),
  );
  return lists.filter((list) => list.length > 0);
}

/** What is booked already: time of staff and units, visits that count, classes. */
function takenOf(random: Parts, { staffIds, placeIds }: Setting, unitIds: string[]) {
  const { at } = random.scene;
  const spanOf = ([start, length]: [number, number]) => ({
    start: instantOf(at + start),
    end: instantOf(at + start + length),
  });
  return {
    bookings: random.bookings.map(({ span, who, unit, place }) => ({
      ...(unit === null || unitIds.length === 0
        ? { staffId: chosen(staffIds, who) }
        : { unitId: chosen(unitIds, unit) }),
      placeId: place === null ? null : chosen(placeIds, place),
      ...spanOf(span),
    })),
    visits: random.visits.map(({ at: shift, staff, ofService }) => ({
      start: instantOf(at + shift),
      staffId: chosen(staffIds, staff),
      ofService,
    })),
    sessions: random.sessions.map(({ span, staff, place, capacity, taken }, index) => ({
      id: `session-${index + 1}`,
      staffId: chosen(staffIds, staff),
      placeId: chosen(placeIds, place),
      ...spanOf([span[0], span[1] + 15]),
      capacity,
      seatsTaken: Math.min(taken, capacity),
    })),
  };
}
