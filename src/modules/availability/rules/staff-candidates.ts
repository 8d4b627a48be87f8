import { minutesPerDay } from "#kernel/time/local-date.ts";
import { type ZoneOffsets, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { blockStarts, blockTimeOff } from "./block-time-off.ts";
import { bookableWindow, stricterLimits } from "./bookable-window.ts";
import type { Bookables, Place, Question, StaffMember } from "./bookables.ts";
import type { Candidate, VisitLength } from "./find-starts.ts";
import { intersectIntervals, mergeTouching } from "./intersect-intervals.ts";
import { closedWeek, type Schedule } from "./schedule.ts";
import {
  type DayRange,
  openingHours,
  serviceHours,
  staffHours,
  timeOff,
  timeOffScopes,
} from "./schedules.ts";
import { travelledClaims } from "./travel.ts";
import { fullTime, reachedLimits } from "./visit-limits.ts";
import { type Intervals, type Window, workingIntervals } from "./working-intervals.ts";

/** A place while a window is looked at: its clocks, and the dates whose hours can matter. */
export type Layout = {
  readonly place: Place;
  readonly clocks: ZoneOffsets;
  readonly window: Window;
  readonly days: DayRange;
};

/** `timeOff` is among the claims already. */
export type StaffCandidate = Candidate & { readonly member: StaffMember; readonly timeOff: Intervals };

/** The staff members who work at a place, with the time they can give the service there (C1, C2). */
export function staffCandidates(bookables: Bookables, place: Place, question: Question): StaffCandidate[] {
  const members = bookables.staff.filter((member) => member.placeIds.includes(place.id));
  const layout = layoutOf(place, question.window);
  if (question.audience === "member") {
    const working = workingForTeam(bookables.service.visit, layout);
    return members.map((member) => ({ member, working, claims: member.claims, timeOff: [] }));
  }
  const limits = limitsAt(bookables, layout);
  return members.map((member) => candidateOf(member, { bookables, layout, limits, now: question.now }));
}

export function layoutOf(place: Place, window: Window): Layout {
  const clocks = zoneOffsets(place.timeZone, window.from, window.until);
  return { place, clocks, window, days: daysAround(window) };
}

/** The team may start a visit at any minute of any day; of a longer window the times from midnight on are shown. */
function workingForTeam(visit: VisitLength, { place, clocks, window }: Layout): Intervals {
  if (window.until - window.from === 1) return [window.from, window.from + visit.duration];
  return workingIntervals(alwaysOpen(place), clocks, window);
}

type Setting = { bookables: Bookables; layout: Layout; limits: readonly Intervals[]; now: number };

function candidateOf(member: StaffMember, { bookables, layout, limits, now }: Setting): StaffCandidate {
  const { business, service, rules, travel } = bookables;
  const { place, days, clocks, window } = layout;
  const hours = workingIntervals(staffHours(rules, { staffId: member.id, place }, days), clocks, window);
  const scopes = timeOffScopes({ staffId: member.id, serviceId: service.id, place });
  const off = timeOff(rules, { scopes, place }, days);
  const away = off.overrides.size === 0 ? [] : workingIntervals(off, clocks, reachOf(window, service.visit));
  const claims = blockTimeOff(travelledClaims(member.claims, place.id, travel), away, service.visit);
  return {
    member,
    working: limits.reduce(intersectIntervals, hours),
    claims: blockStarts(claims, fullTimeOf(member, bookables, layout), service.visit),
    timeOff: away,
    bookable: bookableWindow(now, stricterLimits(business, service, member), clocks),
    clocks,
  };
}

/** Dates and weeks on which the person has as many visits as they take. */
function fullTimeOf(member: StaffMember, { visits }: Bookables, layout: Layout): Intervals {
  if (member.maxPerDay === null && member.maxPerWeek === null) return [];
  const reached = reachedLimits(member, visits?.ofStaff.get(member.id) ?? [], layout.clocks);
  return fullTime(reached, layout, layout.window);
}

/** What nobody at the place works outside of: its opening hours and the service's own. */
function limitsAt({ rules, service }: Bookables, { place, clocks, window, days }: Layout): Intervals[] {
  const schedules = [
    openingHours(rules, place, days),
    serviceHours(rules, { serviceId: service.id, place }, days),
  ].filter((schedule) => schedule !== null);
  return schedules.map((schedule) =>
    mergeTouching(workingIntervals(schedule, clocks, reachOf(window, service.visit))),
  );
}

/** All the time that visits starting in the window can touch, and the hours that began before it. */
export function reachOf(window: Window, visit: VisitLength): Window {
  return {
    from: window.from - visit.bufferBefore - 2 * minutesPerDay,
    until: window.until + visit.duration + visit.bufferAfter,
  };
}

/** Dates whose hours can matter to the window in any zone. */
export function daysAround(window: Window): DayRange {
  return {
    first: Math.floor(window.from / minutesPerDay) - 6,
    last: Math.floor(window.until / minutesPerDay) + 3,
  };
}

function alwaysOpen(place: Place): Schedule {
  return { zone: place.timeZone, weekly: closedWeek.map(() => [0, minutesPerDay]), overrides: new Map() };
}
