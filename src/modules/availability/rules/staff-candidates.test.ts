import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { isoWeekday, minutesPerDay, parseLocalDate } from "#kernel/time/local-date.ts";
import { wallClockAt } from "#testing/slot-oracle.ts";
import type { Bookables, Question, StaffMember } from "./bookables.ts";
import type { Claims } from "./find-starts.ts";
import { type RuleRow, ruleBook } from "./rule-book.ts";
import { offeredSlots } from "./slots.ts";

/**
 * The whole set of rules against a search that asks of every moment, and of every visit, whether each rule lets it
 * be. It shares nothing with the engine but day numbers.
 */

const zone = "Europe/Berlin";
const cell = 5;
/** Around the night to 29 March 2026, when clocks go from 02:00 to 03:00. */
const midnight = parseInstant("2026-03-28T23:00:00Z");
const firstDay = parseLocalDate("2026-03-27");

/** What a rule that uses nothing special says. */
const plain = { resourceId: null, priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null };

type Scope = { staffId: string | null; locationId: string | null; serviceId: string | null };
const scopes: Scope[] = [
  { staffId: null, locationId: null, serviceId: null },
  { staffId: null, locationId: "A", serviceId: null },
  { staffId: null, locationId: "B", serviceId: null },
  { staffId: "1", locationId: null, serviceId: null },
  { staffId: "1", locationId: "A", serviceId: null },
  { staffId: "2", locationId: null, serviceId: null },
  { staffId: "2", locationId: "B", serviceId: null },
  { staffId: null, locationId: null, serviceId: "S" },
];

/** Minutes of a rule that are at least `shortest` and at most `longest` long, on the grid of five. */
const hours = (shortest: number, longest: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: shortest / 5, max: longest / 5 }))
    .map(([start, length]) => ({ startMinute: start * 5, endMinute: (start + length) * 5 }));
const wholeDay = fc.constant({ startMinute: null, endMinute: null });
const dates = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([first, length]) => ({
    firstDay: firstDay + first,
    lastDay: firstDay + first + length,
    weekday: null,
  }));

const week = fc
  .record({
    scope: fc.constantFrom(...scopes),
    minutes: hours(300, 1440),
    weekdays: fc.subarray([4, 5, 6, 7, 1], { minLength: 3 }),
  })
  .map(({ scope, minutes, weekdays }) =>
    weekdays.map(
      (weekday): RuleRow => ({
        ...plain,
        ...scope,
        ...minutes,
        weekday,
        kind: "weekly",
        firstDay: null,
        lastDay: null,
      }),
    ),
  );
const override = fc
  .record({
    scope: fc.constantFrom(...scopes),
    dates,
    minutes: fc.oneof({ weight: 4, arbitrary: hours(120, 1440) }, { weight: 1, arbitrary: wholeDay }),
  })
  .map(({ scope, dates, minutes }): RuleRow[] => [
    { ...plain, ...scope, ...dates, ...minutes, kind: "override" },
  ]);
const timeOff = fc
  .record({
    scope: fc.constantFrom(...scopes),
    dates,
    minutes: fc.oneof({ weight: 9, arbitrary: hours(5, 240) }, { weight: 1, arbitrary: wholeDay }),
  })
  .map(({ scope, dates, minutes }): RuleRow[] => [
    { ...plain, ...scope, ...dates, ...minutes, kind: "time_off" },
  ]);
const rules = fc
  .tuple(
    fc.array(week, { minLength: 1, maxLength: 5 }),
    fc.array(override, { maxLength: 3 }),
    fc.array(timeOff, { maxLength: 2 }),
  )
  .map((parts) => ruleBook(parts.flat(2)));

const claims: fc.Arbitrary<Claims> = fc
  .array(fc.tuple(fc.integer({ min: -300, max: 1800 }), fc.integer({ min: 1, max: 240 })), { maxLength: 4 })
  .map((spans) => {
    const sorted = spans
      .map(([offset, length]) => ({ start: midnight + offset, length }))
      .sort((a, b) => a.start - b.start);
    const starts = Int32Array.from(sorted, (span) => span.start);
    return {
      starts,
      ends: Int32Array.from(sorted, (span) => span.start + span.length),
      first: 0,
      last: sorted.length,
    };
  });
const optional = (minimum: number, maximum: number) => fc.option(fc.integer({ min: minimum, max: maximum }));
const unlimited = { maxPerDay: fc.constant(null), maxPerWeek: fc.constant(null) };
const person = (id: string): fc.Arbitrary<StaffMember> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Person ${id}`),
    placeIds: fc.subarray(["A", "B"], { minLength: 1 }),
    claims,
    noticeMin: optional(0, 300),
    horizonDays: optional(2, 9),
    ...unlimited,
    weight: fc.constant(1),
    recentVisits: fc.constant(0),
  });

const bookables: fc.Arbitrary<Bookables> = fc.record({
  business: fc.record({
    active: fc.constant(true),
    fullAt: fc.constant(null),
    timeZone: fc.constant(zone),
    noticeMin: fc.integer({ min: 0, max: 300 }),
    horizonDays: fc.integer({ min: 2, max: 9 }),
  }),
  service: fc.record({
    id: fc.constant("S"),
    kind: fc.constant("individual"),
    assignment: fc.constant("load"),
    staffNeeded: fc.constant(1),
    requirements: fc.constant([]),
    ...unlimited,
    noticeMin: optional(0, 300),
    horizonDays: optional(2, 9),
    visit: fc.record({
      duration: fc.integer({ min: 5, max: 150 }),
      slotInterval: fc.integer({ min: 5, max: 60 }),
      bufferBefore: fc.integer({ min: 0, max: 40 }),
      bufferAfter: fc.integer({ min: 0, max: 40 }),
      grid: fc.constant("hours"),
    }),
  }),
  places: fc.constant([
    { id: "A", name: "A", timeZone: zone },
    { id: "B", name: "B", timeZone: zone },
  ]),
  staff: fc.tuple(person("1"), person("2")),
  rules,
  resources: fc.constant([]),
  travel: fc.constant(new Map()),
  visits: fc.constant(null),
  sessions: fc.constant([]),
});

const question: fc.Arbitrary<Question> = fc
  .tuple(
    fc.integer({ min: -600, max: 600 }),
    fc.integer({ min: 0, max: 1500 }),
    fc.integer({ min: -2000, max: 400 }),
  )
  .map(([offset, length, now]) => ({
    window: { from: midnight + offset, until: midnight + offset + length },
    audience: "customer",
    now: midnight + now,
  }));

// ── The search ────────────────────────────────────────────────────────────────────────────────────────────────────────

type Hours = [start: number, end: number][];

/** Rules of exactly one scope that speak of a date. */
function rulesOn(all: readonly RuleRow[], scope: Partial<Scope>, day: number) {
  const { staffId = null, locationId = null, serviceId = null } = scope;
  const own = all.filter(
    (r) => r.staffId === staffId && r.locationId === locationId && r.serviceId === serviceId,
  );
  const dated = own.filter((r) => r.kind !== "weekly" && (r.firstDay ?? 0) <= day && day <= (r.lastDay ?? 0));
  return {
    hasWeek: own.some((r) => r.kind === "weekly"),
    weekly: hoursOf(own.filter((r) => r.kind === "weekly" && r.weekday === isoWeekday(day))),
    overridden: dated.some((r) => r.kind === "override"),
    override: hoursOf(dated.filter((r) => r.kind === "override")),
    off: dated
      .filter((r) => r.kind === "time_off")
      .map((r): Hours[0] => [r.startMinute ?? 0, r.endMinute ?? 1440]),
  };
}

function hoursOf(rows: readonly RuleRow[]): Hours {
  return rows.flatMap(
    (r): Hours => (r.startMinute === null || r.endMinute === null ? [] : [[r.startMinute, r.endMinute]]),
  );
}

/**
 * Hours by the first scope that overrides the date, else by the first that has some on its weekday; closed when there are
 * some on others only; null: there are none at all.
 */
function hoursBy(all: readonly RuleRow[], chain: Partial<Scope>[], day: number): Hours | null {
  const spoken = chain.map((scope) => rulesOn(all, scope, day));
  const override = spoken.find((said) => said.overridden);
  if (override) return override.override;
  const weekly = spoken.find((said) => said.weekly.length > 0)?.weekly;
  return weekly ?? (spoken.some((said) => said.hasWeek) ? [] : null);
}

type HoursOn = (day: number) => Hours;
type Setting = { person: StaffMember; personal: HoursOn; open: HoursOn; given: HoursOn; off: HoursOn };

/** Asked for every moment, so each date is worked out once. */
function remembered(hoursOn: HoursOn): HoursOn {
  const known = new Map<number, Hours>();
  return (day) => {
    const hours = known.get(day) ?? hoursOn(day);
    known.set(day, hours);
    return hours;
  };
}

function settingOf(all: readonly RuleRow[], person: StaffMember, placeId: string): Setting {
  const whole: Hours = [[0, 1440]];
  const place = [{ locationId: placeId }, {}];
  const service = [{ serviceId: "S", locationId: placeId }, { serviceId: "S" }];
  const everything = [
    ...place,
    { staffId: person.id },
    { staffId: person.id, locationId: placeId },
    { serviceId: "S" },
  ];
  return {
    person,
    personal: remembered((day) => personalHours({ all, person, placeId }, day)),
    open: remembered((day) => hoursBy(all, place, day) ?? whole),
    given: remembered((day) => hoursBy(all, service, day) ?? whole),
    off: remembered((day) => everything.flatMap((scope) => rulesOn(all, scope, day).off)),
  };
}

type Where = { all: readonly RuleRow[]; person: StaffMember; placeId: string };

function personalHours({ all, person, placeId }: Where, day: number): Hours {
  const own = [{ staffId: person.id, locationId: placeId }, { staffId: person.id }];
  const said = hoursBy(all, own, day);
  if (said) return said;
  const worksElsewhere = all.some((r) => r.staffId === person.id && r.kind === "weekly");
  return worksElsewhere ? [] : (hoursBy(all, [{ locationId: placeId }, {}], day) ?? []);
}

type Shown = { day: number; minute: number };

const lies = ({ minute }: Shown, [start, end]: Hours[0], daysLater: number) =>
  minute + daysLater * 1440 >= start && minute + daysLater * 1440 < end;

/** Whether a moment lies in the hours of its date or, overnight, of one of the dates before. */
function within(shown: Shown, hoursOn: HoursOn): boolean {
  return [0, 1, 2].some((later) => hoursOn(shown.day - later).some((hours) => lies(shown, hours, later)));
}

function shownAt(moment: number): Shown {
  const { date, minute } = wallClockAt(zone, moment);
  return { day: parseLocalDate(date), minute };
}

/** Unbroken runs of moments in one interval of the person's hours that the place and the service let in. */
function runsOf(setting: Setting, moments: readonly number[]): [number, number][] {
  const runs = new Map<string, [number, number][]>();
  for (const moment of moments) {
    const shown = shownAt(moment);
    if (!within(shown, setting.open) || !within(shown, setting.given)) continue;
    for (const later of [0, 1, 2]) {
      setting.personal(shown.day - later).forEach((hours, position) => {
        if (!lies(shown, hours, later)) return;
        const key = `${shown.day - later} ${position}`;
        const known = runs.get(key) ?? [];
        const last = known.at(-1);
        if (last?.[1] === moment) last[1] = moment + cell;
        else known.push([moment, moment + cell]);
        runs.set(key, known);
      });
    }
  }
  return [...runs.values()].flat();
}

function expectedStarts(known: Bookables, setting: Setting, { window, now }: Question): number[] {
  const { visit, ...service } = known.service;
  const { person } = setting;
  const moments = Array.from(
    { length: (window.until - window.from + 3600) / cell + 700 },
    (_, index) => midnight - 3600 + index * cell,
  );
  const off = moments.filter((moment) => within(shownAt(moment), setting.off));
  const notice = Math.max(service.noticeMin ?? known.business.noticeMin, person.noticeMin ?? 0);
  const horizon = Math.min(service.horizonDays ?? known.business.horizonDays, person.horizonDays ?? 999);
  const starts = new Set<number>();
  for (const [from, until] of runsOf(setting, moments)) {
    for (let start = from; start + visit.duration <= until; start += visit.slotInterval) {
      const end = start + visit.duration;
      const taken = [...person.claims.starts].some(
        (claimed, index) =>
          claimed < end + visit.bufferAfter &&
          (person.claims.ends[index] as number) > start - visit.bufferBefore,
      );
      const away = off.some((moment) => moment < end && moment + cell > start);
      const inWindow = start >= window.from && start < window.until;
      const inTime = start >= now + notice && shownAt(start).day <= shownAt(now).day + horizon;
      if (!taken && !away && inWindow && inTime) starts.add(start);
    }
  }
  return [...starts];
}

describe("the rules together", () => {
  it("offer what a search through every moment finds", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(bookables, question, (known, asked) => {
        const all = [...known.rules.values()].flat();
        const expected = known.places.flatMap((place) =>
          known.staff
            .filter((member) => member.placeIds.includes(place.id))
            .flatMap((member) =>
              expectedStarts(known, settingOf(all, member, place.id), asked).map(
                (start) => `${formatInstant(start)} ${place.id} ${member.id}`,
              ),
            ),
        );
        const offered = offeredSlots(known, asked).flatMap((slot) =>
          slot.staffIds.map((id) => `${slot.start} ${slot.locationId} ${id}`),
        );
        expect(offered.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it("lay overrides and time off on dates, not on days of 24 hours", () => {
    expect(shownAt(midnight + minutesPerDay)).toEqual({ day: parseLocalDate("2026-03-30"), minute: 60 });
  });
});
