import type { BusinessCase } from "#modules/availability/business-case.ts";
import { factsOf, firstMomentOf, type Minutes, momentOf, readClock } from "./business-oracle-calendar.ts";
import { intervalsAt, resourceHoursOf, timeOffOf } from "./business-oracle-hours.ts";

/** The rules of availability, each asked about one start. */

export type Place = { id: string; zone: string };
export type Member = BusinessCase["staff"][number];
export type Span = { start: Minutes; end: Minutes };
export type Rule = (start: Minutes) => boolean;

export function windowRule(question: BusinessCase): Rule {
  const from = momentOf(question.from);
  const to = momentOf(question.to);
  return (start) => from <= start && start < to;
}

/** The notice has passed and the date is within the horizon, for the business or service and for the person. */
export function bookableRule({ business, service, now }: BusinessCase, member: Member, place: Place): Rule {
  const present = momentOf(now);
  const today = readClock(place.zone, Math.floor(present)).day;
  const notices = [service.noticeMin ?? business.noticeMin, member.noticeMin ?? 0];
  const horizons = [service.horizonDays ?? business.horizonDays, member.horizonDays].filter(
    (days) => days !== null,
  );
  const ends = horizons.map((days) => firstMomentOf(place.zone, today + days + 1));
  return (start) => notices.every((notice) => start >= present + notice) && ends.every((end) => start < end);
}

/** No moment of the visit itself is time off. */
export function timeOffRule(
  question: BusinessCase,
  { member, place, length }: { member: Pick<Member, "id">; place: Place; length?: Minutes },
): Rule {
  const staffId = member.id;
  const placeId = place.id;
  const serviceId = question.service.id;
  const scopes = [{}, { placeId }, { staffId }, { staffId, placeId }, { serviceId }, { serviceId, placeId }];
  const off = timeOffOf(question, scopes);
  return (start) => {
    const end = start + (length ?? question.service.durationMin);
    return momentsOf({ start, end }, stepOf(question)).every(
      (moment) => intervalsAt(off, readClock(place.zone, moment)).length === 0,
    );
  };
}

/** The moments at which to look for all of a span to be seen: its first one, then those on the grid. */
function momentsOf({ start, end }: Span, step: Minutes): Minutes[] {
  const moments = [start];
  for (let moment = Math.floor(start / step) * step + step; moment < end; moment += step)
    moments.push(moment);
  return moments;
}

/** The visit with its buffers touches none of the bookings. */
export function freeRule({ bookings, service }: BusinessCase, counts: (booking: Booking) => boolean): Rule {
  const busy = bookings.filter(counts).map(spanOf).filter(hasLength);
  return (start) =>
    busy.every(
      (booking) =>
        start - service.bufferBeforeMin >= booking.end ||
        start + service.durationMin + service.bufferAfterMin <= booking.start,
    );
}

type Booking = BusinessCase["bookings"][number];

export function spanOf({ start, end }: { start: string; end: string }): Span {
  return { start: momentOf(start), end: momentOf(end) };
}

function hasLength({ start, end }: Span): boolean {
  return start < end;
}

/** Between a booking at another place and the visit with its buffers lies the time it takes to get there. */
export function travelRule({ bookings, service, travel }: BusinessCase, member: Member, place: Place): Rule {
  const minutes = (from: string, to: string) =>
    travel.findLast((way) => way.from === from && way.to === to)?.minutes ?? 0;
  const elsewhere = bookings
    .filter((booking) => booking.staffId === member.id)
    .flatMap((booking) => {
      if (booking.placeId === null || booking.placeId === place.id) return [];
      const span = spanOf(booking);
      const ways = { there: minutes(place.id, booking.placeId), back: minutes(booking.placeId, place.id) };
      return hasLength(span) ? [{ ...span, ...ways }] : [];
    });
  return (start) =>
    elsewhere.every(
      (booking) =>
        start - service.bufferBeforeMin >= booking.end + booking.back ||
        start + service.durationMin + service.bufferAfterMin + booking.there <= booking.start,
    );
}

type Limit = {
  maxPerDay: number | null;
  maxPerWeek: number | null;
  counted: (visit: BusinessCase["visits"][number]) => boolean;
};

/** Fewer visits than the limit start on the date, and in the week. Does not bind the team. */
export function visitLimit({ visits, audience }: BusinessCase, place: Place, limit: Limit): Rule {
  if (audience === "member") return () => true;
  const dates = visits.filter(limit.counted).map((visit) => dateAt(place, Math.floor(momentOf(visit.start))));
  return (start) => {
    const { date, week } = dateAt(place, start);
    const onDate = dates.filter((other) => other.date === date).length;
    const inWeek = dates.filter((other) => other.week === week).length;
    return (
      !(limit.maxPerDay !== null && onDate >= limit.maxPerDay) &&
      !(limit.maxPerWeek !== null && inWeek >= limit.maxPerWeek)
    );
  };
}

function dateAt(place: Place, moment: Minutes) {
  return factsOf(readClock(place.zone, moment).day);
}

/** Each requirement has a unit at the place that is in its hours, not off, and free. */
export function resourceRule(question: BusinessCase, place: Place): Rule {
  const units = question.resources
    .filter(({ placeId }) => placeId === null || placeId === place.id)
    .flatMap(({ id, units = [id] }) =>
      units.map((unit) => ({ resource: id, rules: unitRules(question, place, { id, unit }) })),
    );
  return (start) =>
    question.service.requirements.every((ids) =>
      units.some(({ resource, rules }) => ids.includes(resource) && rules.every((rule) => rule(start))),
    );
}

function unitRules(question: BusinessCase, place: Place, { id, unit }: { id: string; unit: string }): Rule[] {
  const free = freeRule(question, (booking) => booking.unitId === unit);
  if (question.audience === "member") return [free];
  const hours = resourceHoursOf(question, id);
  const off = timeOffOf(question, [{ resourceId: id }]);
  const there: Rule = (start) =>
    momentsOf({ start, end: start + question.service.durationMin }, stepOf(question)).every((moment) => {
      const shown = readClock(place.zone, moment);
      return intervalsAt(hours, shown).length > 0 && intervalsAt(off, shown).length === 0;
    });
  return [free, there];
}

/** Five minutes where all hours are on that grid, else one. */
export function stepOf({ rules }: BusinessCase): Minutes {
  const onGrid = (time: string) => Number(time.slice(3)) % 5 === 0;
  const hours = rules.flatMap((rule) => (rule.kind === "holiday" ? [] : rule.hours.flat()));
  return hours.every(onGrid) ? 5 : 1;
}
