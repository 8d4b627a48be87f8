import type { BusinessCase } from "#modules/availability/business-case.ts";
import { instantOf, type Minutes, momentOf, readClock } from "./business-oracle-calendar.ts";
import {
  type HoursOfDate,
  intervalsAt,
  openingHoursOf,
  serviceHoursOf,
  staffHoursOf,
} from "./business-oracle-hours.ts";
import {
  bookableRule,
  freeRule,
  type Member,
  type Place,
  resourceRule,
  type Span,
  spanOf,
  stepOf,
  timeOffRule,
  travelRule,
  visitLimit,
  windowRule,
} from "./business-oracle-rules.ts";

/**
 * Says which visits a business case offers by looking at every moment and asking each rule in turn, with Temporal and
 * nothing of the engine's: slow, and meant to be seen to be right. docs/availability.md has the rules in words.
 */

export type OracleSlot = {
  start: string;
  end: string;
  staffIds: string[];
  locationId: string;
  /** Of classes. */
  sessionId?: string;
  seatsLeft?: number;
};

/** No interval is longer than a day, and no day longer than 26 hours. */
const margin = 27 * 60;
const everyDate: HoursOfDate = () => null;

/** Every slot, by start and then by the order of places. */
export function slotsBySearch(question: BusinessCase): OracleSlot[] {
  const { business, audience, service, places } = question;
  const closed = !business.active || business.fullAt !== null;
  if (closed && audience === "customer") return [];
  const offered = places
    .map(({ id, timezone }): Place => ({ id, zone: timezone ?? business.timezone }))
    .flatMap((place) => (service.kind === "class" ? sessionsAt : visitsAt)(question, place));
  return offered.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function visitsAt(question: BusinessCase, place: Place): OracleSlot[] {
  const { service, staffId } = question;
  const starts = question.staff
    .filter((member) => worksAt(member, place))
    .map((member) => ({ id: member.id, starts: startsOfMember(question, member, place) }));
  const hasResources = resourceRule(question, place);
  const serviceMayBeBooked = visitLimit(question, place, { ...service, counted: (visit) => visit.ofService });
  return [...new Set(starts.flatMap((member) => [...member.starts]))]
    .filter((start) => serviceMayBeBooked(start) && hasResources(start))
    .map((start) => {
      const able = starts.filter((member) => member.starts.has(start)).map(({ id }) => id);
      const leads = staffId === undefined ? able : able.filter((id) => id === staffId);
      return { start, staffIds: able.length >= service.staffNeeded ? leads : [] };
    })
    .filter(({ staffIds }) => staffIds.length > 0)
    .map(({ start, staffIds }) => slotOf({ start, end: start + service.durationMin }, staffIds, place));
}

function slotOf({ start, end }: Span, staffIds: string[], place: Place): OracleSlot {
  return { start: instantOf(start), end: instantOf(end), staffIds, locationId: place.id };
}

function worksAt(member: Member, place: Place): boolean {
  return member.placeIds === undefined || member.placeIds.includes(place.id);
}

// ── One person ──────────────────────────────────────────────────────────────────────────────────────────────────────

function startsOfMember(question: BusinessCase, member: Member, place: Place): Set<Minutes> {
  const forCustomers = [
    bookableRule(question, member, place),
    timeOffRule(question, { member, place }),
    visitLimit(question, place, { ...member, counted: (visit) => visit.staffId === member.id }),
    travelRule(question, member, place),
  ];
  const rules = [
    windowRule(question),
    freeRule(question, (booking) => booking.staffId === member.id),
    ...(question.audience === "customer" ? forCustomers : []),
  ];
  return new Set(candidatesOf(question, member, place).filter((start) => rules.every((rule) => rule(start))));
}

/** The starts to ask the rules about. The team may start at any minute; of a longer time it is shown a row a day. */
function candidatesOf(question: BusinessCase, member: Member, place: Place): Minutes[] {
  const isMember = question.audience === "member";
  const [first, last] = [question.from, question.to].map((instant) => Math.ceil(momentOf(instant)));
  if (isMember && first !== undefined && last === first + 1) return [first];
  const service = isMember ? { ...question.service, grid: "hours" as const } : question.service;
  return unbrokenStretches(question, member, place).flatMap((stretch) =>
    startsWithin(stretch, service, place),
  );
}

/** The row of starts in a stretch: from its beginning in steps, or wherever the clock shows a multiple of the step. */
function startsWithin({ start, end }: Span, service: BusinessCase["service"], place: Place): Minutes[] {
  const { durationMin, slotIntervalMin, grid } = service;
  const starts: Minutes[] = [];
  for (let at = start; at + durationMin <= end; at += grid === "clock" ? 1 : slotIntervalMin) {
    const onClock = () => readClock(place.zone, at).minute % slotIntervalMin === 0;
    if (grid === "hours" || onClock()) starts.push(at);
  }
  return starts;
}

/** When the person works: runs of moments in one interval of theirs, at which place and service are open too. */
function unbrokenStretches(question: BusinessCase, member: Member, place: Place): Span[] {
  const isCustomer = question.audience === "customer";
  const of = { staffId: member.id, serviceId: question.service.id, placeId: place.id };
  const working = isCustomer
    ? staffHoursOf(question, { staffId: of.staffId, placeId: of.placeId })
    : everyDate;
  const limits = isCustomer ? [openingHoursOf(question, place.id), serviceHoursOf(question, of)] : [];
  const step = stepOf(question);
  const from = Math.floor((momentOf(question.from) - margin) / step) * step;
  const until = momentOf(question.to) + question.service.durationMin + margin;
  const stretches: Span[] = [];
  const open = new Map<number, Span>();
  for (let moment = from; moment < until; moment += step) {
    const shown = readClock(place.zone, moment);
    const isOpen = limits.every((hours) => intervalsAt(hours, shown).length > 0);
    for (const interval of isOpen ? intervalsAt(working, shown) : []) {
      const stretch = open.get(interval);
      if (stretch && stretch.end === moment) stretch.end = moment + step;
      else {
        const begun = { start: moment, end: moment + step };
        open.set(interval, begun);
        stretches.push(begun);
      }
    }
  }
  return stretches;
}

// ── Classes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function sessionsAt(question: BusinessCase, place: Place): OracleSlot[] {
  const inWindow = windowRule(question);
  return question.sessions
    .filter((session) => session.placeId === place.id)
    .filter((session) => question.staffId === undefined || session.staffId === question.staffId)
    .filter((session) => session.capacity - session.seatsTaken >= question.seats)
    .flatMap((session) => {
      const member = question.staff.find(({ id }) => id === session.staffId);
      const { start, end } = spanOf(session);
      if (!member || !inWindow(start)) return [];
      const rules = [
        bookableRule(question, member, place),
        timeOffRule(question, { member, place, length: end - start }),
      ];
      const isOffered = question.audience === "member" || rules.every((rule) => rule(start));
      const seats = { sessionId: session.id, seatsLeft: session.capacity - session.seatsTaken };
      return isOffered ? [{ ...slotOf({ start, end }, [session.staffId], place), ...seats }] : [];
    });
}
