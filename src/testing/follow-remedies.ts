import type { BusinessCase, CaseRule } from "#modules/availability/business-case.ts";
import { questionOf } from "#modules/availability/business-case-question.ts";
import { nothingKnown, type Reason } from "#modules/availability/rules/explain-reason.ts";
import { explainStart } from "#modules/availability/rules/explain-start.ts";
import { instantOf, momentOf, readClock } from "./business-oracle-calendar.ts";

/** Why the one minute that a case is about is not offered. */
export function reasonsOf(asked: BusinessCase): Reason[] {
  const { bookables, question } = questionOf(asked);
  return explainStart(bookables, question, nothingKnown);
}

/** The same case about another start. */
export function askedAt(asked: BusinessCase, moment: number): BusinessCase {
  return { ...asked, from: instantOf(moment), to: instantOf(moment + 1) };
}

/**
 * The case after somebody has done what a reason says would make the start bookable; null where that cannot be said in a
 * case: the visit spans a change of the clocks, or the time has passed.
 */
export function afterRemedy(asked: BusinessCase, reason: Reason): BusinessCase | null {
  const { business, service } = asked;
  switch (reason.code) {
    case "suspended":
      return { ...asked, business: { ...business, active: true } };
    case "monthFull":
      return { ...asked, business: { ...business, fullAt: null } };
    case "tooSoon":
      return withLimits(asked, reason, { noticeMin: 0 });
    case "tooFar":
      return withLimits(asked, reason, { horizonDays: 3650 });
    case "dayLimit":
      return withLimits(asked, reason, { maxPerDay: null });
    case "weekLimit":
      return withLimits(asked, reason, { maxPerWeek: null });
    case "closed":
    case "serviceHours":
    case "notWorking":
    case "endsTooLate":
      return withHours(asked, reason);
    case "resourceClosed":
      if (reason.remedy.startsWith("Add a room")) return withRoomsAnywhere(asked);
      return reason.message.includes("time off") ? withoutTimeOff(asked, reason) : withHours(asked, reason);
    case "holiday":
      return { ...asked, rules: asked.rules.filter((rule) => !isHolidayOf(rule, reason, asked)) };
    case "timeOff":
      return withoutTimeOff(asked, reason);
    case "offGrid":
      return { ...asked, service: { ...service, slotIntervalMin: 1 } };
    case "taken":
    case "buffer":
    case "travel":
      return { ...asked, bookings: asked.bookings.filter(({ staffId }) => staffId !== reason.staffId) };
    case "resourceTaken":
      return { ...asked, bookings: asked.bookings.filter(({ unitId }) => unitId === undefined) };
    case "notEnoughStaff":
      return { ...asked, service: { ...service, staffNeeded: 1 } };
    default:
      return null;
  }
}

/** What is needed can be used at every place. */
function withRoomsAnywhere(asked: BusinessCase): BusinessCase {
  return { ...asked, resources: asked.resources.map((resource) => ({ ...resource, placeId: null })) };
}

type Limits = Partial<
  Pick<BusinessCase["service"], "noticeMin" | "horizonDays" | "maxPerDay" | "maxPerWeek">
>;

/** Limits of what the reason is about, and of nothing else. */
function withLimits(asked: BusinessCase, { about }: Reason, limits: Limits): BusinessCase {
  if (about?.kind === "service") return { ...asked, service: { ...asked.service, ...limits } };
  if (about?.kind === "staff") {
    const staff = asked.staff.map((member) => (member.id === about.id ? { ...member, ...limits } : member));
    return { ...asked, staff };
  }
  const { noticeMin, horizonDays } = limits;
  const changed = { ...(noticeMin != null && { noticeMin }), ...(horizonDays != null && { horizonDays }) };
  return { ...asked, business: { ...asked.business, ...changed } };
}

/** Special hours on the date, for whom the reason is about, that cover the visit. */
function withHours(asked: BusinessCase, reason: Reason): BusinessCase | null {
  const zone = zoneOf(asked, reason.locationId);
  const from = momentOf(asked.from);
  const [start, end] = [from, from + asked.service.durationMin].map((moment) => readClock(zone, moment)) as [
    Reading,
    Reading,
  ];
  const closes = end.minute + (end.day - start.day) * 1440;
  if (closes - start.minute !== asked.service.durationMin) return null;
  const date = new Date(start.day * 86_400_000).toISOString().slice(0, 10);
  const hours: [string, string][] = [[clockOf(start.minute), clockOf(closes)]];
  const rule = { kind: "override", from: date, to: date, hours, priority: 99, ...scopeOf(reason) } as const;
  return { ...asked, rules: [...asked.rules, rule] };
}

type Reading = ReturnType<typeof readClock>;

/** Whose hours a reason speaks of. */
function scopeOf({ about, ownedBy, staffId, locationId }: Reason) {
  const owner = [ownedBy, about].find(
    (subject) => subject?.kind === "service" || subject?.kind === "resource",
  );
  if (staffId !== null) return { staffId, ...(locationId && { placeId: locationId }) };
  if (owner?.kind === "resource") return { resourceId: owner.id };
  const place = locationId ? { placeId: locationId } : {};
  return owner ? { serviceId: owner.id, ...place } : place;
}

function withoutTimeOff(asked: BusinessCase, { staffId, about, ownedBy }: Reason): BusinessCase {
  const owner = ownedBy ?? about;
  const isMeant = (rule: CaseRule) => {
    if (rule.kind !== "timeOff") return false;
    if (staffId !== null) return rule.staffId === staffId;
    if (owner?.kind === "service") return rule.serviceId === owner.id;
    if (owner?.kind === "resource") return rule.resourceId === owner.id;
    const ofAll = !rule.staffId && !rule.serviceId && !rule.resourceId;
    return ofAll && (owner?.kind === "location" ? rule.placeId === owner.id : !rule.placeId);
  };
  return { ...asked, rules: asked.rules.filter((rule) => !isMeant(rule)) };
}

/** Hours over midnight are those of the date before. */
function isHolidayOf(rule: CaseRule, { locationId }: Reason, asked: BusinessCase): boolean {
  if (rule.kind !== "holiday" || rule.placeId !== locationId) return false;
  const { day } = readClock(zoneOf(asked, locationId), momentOf(asked.from));
  return Math.abs(Date.parse(rule.date) / 86_400_000 - day) <= 1;
}

export function zoneOf({ places, business }: BusinessCase, placeId: string | null): string {
  return places.find(({ id }) => id === placeId)?.timezone ?? business.timezone;
}

function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
