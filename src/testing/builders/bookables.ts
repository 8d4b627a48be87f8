import { parseInstant } from "#kernel/time/instant.ts";
import type {
  BookableService,
  Bookables,
  Place,
  Question,
  StaffMember,
} from "#modules/availability/rules/bookables.ts";
import { type Claims, noClaims } from "#modules/availability/rules/find-starts.ts";
import { type RuleRow, ruleBook } from "#modules/availability/rules/rule-book.ts";

/** What a test says of a business as the engine sees it; whatever is not said is unlimited. */
export type BookablesOverrides = Partial<
  Omit<Bookables, "service" | "staff" | "places" | "rules" | "business">
> & {
  business?: Partial<Bookables["business"]>;
  service?: Partial<Omit<BookableService, "visit">>;
  visit?: Partial<BookableService["visit"]>;
  places?: readonly (Partial<Place> & { id: string })[];
  staff?: readonly (Partial<StaffMember> & { id: string })[];
  rules?: readonly RuleRow[];
};

const zone = "Europe/Berlin";

/** Maya gives an hour's visit at Downtown from 09:00 to 17:00 every day, in Berlin. */
export function someBookables(overrides: BookablesOverrides = {}): Bookables {
  const { business, service, visit, places = [{ id: "downtown", name: "Downtown" }] } = overrides;
  const { staff = [{ id: "maya", name: "Maya" }], rules } = overrides;
  const all = places.map(({ id }) => id);
  return {
    resources: [],
    travel: new Map(),
    visits: null,
    sessions: [],
    ...overrides,
    business: { active: true, timeZone: zone, noticeMin: 0, horizonDays: 365, fullAt: null, ...business },
    service: {
      id: "cut",
      kind: "individual",
      visit: { duration: 60, slotInterval: 15, grid: "hours", bufferBefore: 0, bufferAfter: 0, ...visit },
      ...{ assignment: "load", staffNeeded: 1, requirements: [], ...noLimits },
      ...service,
    },
    places: places.map((place) => ({ name: place.id, timeZone: zone, ...place })),
    staff: staff.map((member) => ({
      name: member.id,
      placeIds: all,
      claims: noClaims,
      weight: 1,
      recentVisits: 0,
      ...noLimits,
      ...member,
    })),
    rules: ruleBook(
      rules ?? staff.flatMap(({ id }) => daily({ staffId: id, from: "09:00", until: "17:00" })),
    ),
  };
}

const noLimits = { noticeMin: null, horizonDays: null, maxPerDay: null, maxPerWeek: null };

/** A rule of the whole business about any date, unless more is said. */
export function aRule(rule: Partial<RuleRow> & Pick<RuleRow, "kind">): RuleRow {
  return {
    ...{ staffId: null, locationId: null, serviceId: null, resourceId: null },
    ...{ priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null, weekday: null },
    ...{ startMinute: null, endMinute: null, firstDay: null, lastDay: null },
    ...rule,
  };
}

type Daily = Partial<RuleRow> & { from: string; until: string; weekdays?: readonly number[] };

/** The same hours (`HH:MM`) on every weekday, or on those named. */
export function daily({ from, until, weekdays = [1, 2, 3, 4, 5, 6, 7], ...scope }: Daily): RuleRow[] {
  const minutes = { startMinute: minuteOf(from), endMinute: minuteOf(until) };
  return weekdays.map((weekday) => aRule({ kind: "weekly", weekday, ...minutes, ...scope }));
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Claims from pairs of ISO instants, in order of time. */
export function claimsAt(...spans: readonly (readonly [string, string])[]): Claims {
  return {
    starts: Int32Array.from(spans, ([start]) => parseInstant(start)),
    ends: Int32Array.from(spans, ([, end]) => parseInstant(end)),
    first: 0,
    last: spans.length,
  };
}

/** A customer's question for one start, asked on 1 March 2026 unless another time is given. */
export function askingFor(start: string, overrides: Partial<Question> & { at?: string } = {}): Question {
  const { at = "2026-03-01T08:00:00Z", ...rest } = overrides;
  const from = parseInstant(start);
  return { window: { from, until: from + 1 }, audience: "customer", now: parseInstant(at), ...rest };
}
