import { formatInstants, parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import type { BusinessCase, CaseRule } from "./business-case.ts";
import { wallMinutes } from "./business-case-fields.ts";
import type { BookableResource, Bookables, Question, Session, StaffMember } from "./rules/bookables.ts";
import type { Claims } from "./rules/find-starts.ts";
import { type RuleRow, ruleBook } from "./rules/rule-book.ts";
import { offeredStarts } from "./rules/slots.ts";

/** What a case asks the engine. Expects a case that `businessCase` accepted. */
export function questionOf(asked: BusinessCase): { bookables: Bookables; question: Question } {
  const { business, audience, staffId, seats } = asked;
  const bookables: Bookables = {
    business: { ...business, timeZone: business.timezone },
    service: serviceOf(asked),
    places: asked.places.map(({ id, timezone }) => ({
      id,
      name: id,
      timeZone: timezone ?? business.timezone,
    })),
    staff: asked.staff.map((member) => staffMemberOf(member, asked)),
    rules: ruleBook(asked.rules.flatMap(rowsOf)),
    resources: asked.resources.map((resource) => resourceOf(resource, asked)),
    travel: travelOf(asked),
    visits: visitsOf(asked),
    sessions: asked.service.kind === "class" ? asked.sessions.map(sessionOf) : [],
  };
  const window = { from: Math.ceil(parseInstant(asked.from)), until: Math.ceil(parseInstant(asked.to)) };
  return { bookables, question: { window, audience, staffId, seats, now: parseInstant(asked.now) } };
}

/** Every start the case offers, as sorted ISO instants (UTC). Expects a case that `businessCase` accepted. */
export function findBusinessStarts(asked: BusinessCase): string[] {
  const { bookables, question } = questionOf(asked);
  return formatInstants(offeredStarts(bookables, question));
}

function serviceOf({ service }: BusinessCase): Bookables["service"] {
  return {
    ...service,
    visit: {
      duration: service.durationMin,
      slotInterval: service.slotIntervalMin,
      grid: service.grid,
      bufferBefore: service.bufferBeforeMin,
      bufferAfter: service.bufferAfterMin,
    },
  };
}

function staffMemberOf(member: BusinessCase["staff"][number], asked: BusinessCase): StaffMember {
  return {
    ...member,
    name: member.id,
    placeIds: member.placeIds ?? asked.places.map(({ id }) => id),
    claims: claimsOf(asked.bookings.filter(({ staffId }) => staffId === member.id)),
  };
}

function resourceOf(
  { id, placeId, units }: BusinessCase["resources"][number],
  asked: BusinessCase,
): BookableResource {
  return {
    id,
    name: id,
    placeId,
    units: (units ?? [id]).map((unit) => ({
      id: unit,
      claims: claimsOf(asked.bookings.filter(({ unitId }) => unitId === unit)),
    })),
  };
}

/** Bookings as the engine wants them: sorted by start, widened to whole minutes, without those of no length. */
function claimsOf(bookings: BusinessCase["bookings"]): Claims {
  const rows = bookings
    .map(({ start, end, placeId }) => ({ start: parseInstant(start), end: parseInstant(end), placeId }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  return {
    starts: Int32Array.from(rows, ({ start }) => Math.floor(start)),
    ends: Int32Array.from(rows, ({ end }) => Math.ceil(end)),
    first: 0,
    last: rows.length,
    places: rows.map(({ placeId }) => placeId),
  };
}

function travelOf({ travel }: BusinessCase): Bookables["travel"] {
  const times = new Map<string, Map<string, number>>();
  for (const { from, to, minutes } of travel) {
    const onwards = times.get(from) ?? new Map<string, number>();
    times.set(from, onwards.set(to, minutes));
  }
  return times;
}

function visitsOf({ service, staff, visits }: BusinessCase): Bookables["visits"] {
  const limited = [service, ...staff].some(({ maxPerDay, maxPerWeek }) => maxPerDay ?? maxPerWeek);
  if (!limited) return null;
  const starts = (chosen: BusinessCase["visits"]) =>
    chosen.map(({ start }) => Math.floor(parseInstant(start)));
  return {
    ofService: starts(visits.filter(({ ofService }) => ofService)),
    ofStaff: new Map(staff.map(({ id }) => [id, starts(visits.filter(({ staffId }) => staffId === id))])),
  };
}

function sessionOf(session: BusinessCase["sessions"][number]): Session {
  return { ...session, start: parseInstant(session.start), end: parseInstant(session.end) };
}

const everyDay = { priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null, weekday: null } as const;

/** The rows in which the product would keep the rule: one for each weekday and each of its hours. */
function rowsOf(rule: CaseRule): RuleRow[] {
  if (rule.kind === "holiday") {
    const day = dayNumber(rule.date);
    const scope = { staffId: null, locationId: rule.placeId, serviceId: null, resourceId: null };
    const closed = { startMinute: null, endMinute: null, firstDay: day, lastDay: day };
    return [{ kind: "holiday", ...everyDay, ...scope, ...closed }];
  }
  const row = {
    ...everyDay,
    staffId: rule.staffId ?? null,
    locationId: rule.placeId ?? null,
    serviceId: rule.serviceId ?? null,
    resourceId: rule.resourceId ?? null,
    firstDay: dayNumber(rule.from),
    lastDay: dayNumber(rule.to),
  };
  return recurrencesOf(rule).flatMap((recurrence) =>
    minutesOf(rule.hours).map((minutes) => ({ ...row, ...recurrence, ...minutes })),
  );
}

type Recurrence = Pick<RuleRow, "kind"> & Partial<RuleRow>;

function recurrencesOf(rule: Exclude<CaseRule, { kind: "holiday" }>): Recurrence[] {
  switch (rule.kind) {
    case "timeOff":
      return [{ kind: "time_off" }];
    case "override":
      return [{ kind: "override", priority: rule.priority }];
    case "weekly": {
      const { priority, everyWeeks } = rule;
      const anchorDay = everyWeeks === 1 ? null : dayNumber(rule.anchor);
      return rule.weekdays.map((weekday) => ({ kind: "weekly", priority, everyWeeks, anchorDay, weekday }));
    }
    case "monthly":
      return rule.weekdays.map((weekday) => ({
        kind: "monthly",
        priority: rule.priority,
        nthOfMonth: rule.nth,
        weekday,
      }));
  }
}

/** Days since 1970-01-01 of a date the case names, or null when it names none. */
function dayNumber(date: string | undefined): number | null {
  return date === undefined ? null : parseLocalDate(date);
}

function minutesOf(hours: readonly [string, string][]): Pick<RuleRow, "startMinute" | "endMinute">[] {
  if (hours.length === 0) return [{ startMinute: null, endMinute: null }];
  return hours.map((pair) => {
    const { opens, closes } = wallMinutes(pair);
    return { startMinute: opens, endMinute: closes };
  });
}
