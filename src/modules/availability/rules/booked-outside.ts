import type { Place } from "./bookables.ts";
import { limitOn, offOn, type Part, staffOn, united } from "./hours-on-date.ts";
import type { RuleBook, Scope } from "./rule-book.ts";
import { openingLayer, resourceLayer, serviceLayer } from "./rulings.ts";
import { timeOffScopes } from "./schedules.ts";

/** A visit as it was promised: by the clocks of its place. */
export type BookedVisit = {
  readonly id: string;
  readonly staffId: string;
  readonly locationId: string;
  readonly serviceId: string;
  /** Resources whose hours are of interest. */
  readonly resourceIds: readonly string[];
  /** Local date (days since 1970-01-01), minutes from its midnight, minutes it lasts. */
  readonly day: number;
  readonly start: number;
  readonly minutes: number;
  /** Seats of a class: its time is its own, only time off concerns it. */
  readonly isClass: boolean;
};

/** Whether a booked visit lies outside of the hours, or in time off: customers could not book it there now. */
export function isOutside(visit: BookedVisit, book: RuleBook, place: Place): boolean {
  const time = { start: visit.start, end: visit.start + visit.minutes };
  const scopes: Scope[] = [
    ...timeOffScopes({ staffId: visit.staffId, serviceId: visit.serviceId, place }),
    ...visit.resourceIds.map((resourceId) => ({ resourceId })),
  ];
  const away = offOn(book, scopes, visit.day);
  if (away.some(({ start, end }) => start < time.end && time.start < end)) return true;
  return (
    !visit.isClass && limitsOf(visit, book, place).some((hours) => hours !== null && !holds(hours, time))
  );
}

function limitsOf(visit: BookedVisit, book: RuleBook, place: Place): (readonly Part[] | null)[] {
  const { staffId, serviceId, resourceIds, day } = visit;
  const shifted = (days: number) =>
    staffOn(book, { staffId, place }, day + days).map(({ start, end }) => ({
      start: start + days * 1440,
      end: end + days * 1440,
    }));
  return [
    limitOn(book, openingLayer(place), day),
    limitOn(book, serviceLayer(serviceId, place), day),
    ...resourceIds.map((resourceId) => limitOn(book, resourceLayer(resourceId), day)),
    united([-1, 0, 1].flatMap(shifted)),
  ];
}

function holds(hours: readonly Part[], time: Part): boolean {
  return hours.some(({ start, end }) => start <= time.start && time.end <= end);
}
