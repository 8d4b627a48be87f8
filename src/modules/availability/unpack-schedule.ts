import type { HolidayCalendar } from "./holiday-rules.ts";
import type { PackedRule, PackedSchedule, PackedStaff } from "./packed-row.ts";
import type {
  BookableResource,
  BookableService,
  Bookables,
  CountedVisits,
  StaffMember,
  TravelTimes,
} from "./rules/bookables.ts";
import type { Claims } from "./rules/find-starts.ts";
import type { RuleRow } from "./rules/rule-book.ts";
import { claimsReader } from "./unpack-claims.ts";

type Service = BookableService & { online: boolean; archived: boolean };

export function serviceIn({ service }: PackedSchedule, id: string): Service | null {
  if (!service) return null;
  const { duration, slotInterval, grid, bufferBefore, bufferAfter, needs, ...rest } = service;
  const byRequirement = Map.groupBy(needs ?? [], ([requirement]) => requirement);
  return {
    id,
    ...rest,
    visit: { duration, slotInterval, grid, bufferBefore, bufferAfter },
    requirements: [...byRequirement.values()].map((resources) =>
      resources.map(([, resourceId]) => resourceId).filter((resourceId) => resourceId !== null),
    ),
  };
}

/** Staff and the units of resources, each with its claims: they come one after the other. */
export function peopleIn(row: PackedSchedule): Pick<Bookables, "staff" | "resources"> {
  const nextClaims = claimsReader(row.claims, row.claimPlaces);
  const staff = (row.staff ?? []).map((packed) => memberOf(packed, nextClaims()));
  const resources = (row.resources ?? []).map(
    ([id, name, placeId, unitIds]): BookableResource => ({
      ...{ id, name, placeId },
      units: unitIds.map((unitId) => ({ id: unitId, claims: nextClaims() })),
    }),
  );
  return { staff, resources };
}

function memberOf(packed: PackedStaff, claims: Claims): StaffMember {
  const [id, name, noticeMin, horizonDays, maxPerDay, maxPerWeek, weight, recentVisits, placeIds] = packed;
  return { id, name, noticeMin, horizonDays, maxPerDay, maxPerWeek, weight, recentVisits, placeIds, claims };
}

export function timesIn(row: PackedSchedule): Pick<Bookables, "travel" | "visits" | "sessions"> {
  const sessions = (row.sessions ?? []).map(([id, staffId, placeId, start, end, capacity, seatsTaken]) => ({
    ...{ id, staffId, placeId, start, end, capacity, seatsTaken },
  }));
  return { travel: travelIn(row), visits: visitsIn(row), sessions };
}

function travelIn({ travel }: PackedSchedule): TravelTimes {
  const times = new Map<string, Map<string, number>>();
  for (const [from, to, minutes] of travel ?? []) {
    const fromThere = times.get(from) ?? new Map<string, number>();
    times.set(from, fromThere.set(to, minutes));
  }
  return times;
}

function visitsIn({ visits }: PackedSchedule): CountedVisits | null {
  if (!visits) return null;
  const byStaff = Map.groupBy(visits.ofStaff ?? [], ([staffId]) => staffId);
  return {
    ofService: visits.ofService ?? [],
    ofStaff: new Map([...byStaff].map(([staffId, rows]) => [staffId, rows.map(([, start]) => start)])),
  };
}

export function rulesIn({ rules }: PackedSchedule): RuleRow[] {
  return (rules ?? []).map(ruleOf);
}

function ruleOf(packed: PackedRule): RuleRow {
  const [id, kind, staffId, locationId, serviceId, resourceId, weekday, ...minutesAndDates] = packed;
  const [startMinute, endMinute, firstDay, lastDay, priority, everyWeeks, anchorDay, nthOfMonth] =
    minutesAndDates;
  return {
    ...{ id, kind, staffId, locationId, serviceId, resourceId, weekday, startMinute, endMinute },
    ...{ firstDay, lastDay, priority, everyWeeks, anchorDay, nthOfMonth },
  };
}

export function calendarsIn({ holidays }: PackedSchedule): HolidayCalendar[] {
  return (holidays ?? []).map(([locationId, country, region, worked]) => ({
    ...{ locationId, country, region, worked },
  }));
}
