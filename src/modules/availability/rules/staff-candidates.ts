import { minutesPerDay } from "#kernel/time/local-date.ts";
import { type ZoneOffsets, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { blockTimeOff } from "./block-time-off.ts";
import { bookableWindow, stricterLimits } from "./bookable-window.ts";
import type { Bookables, Place, Question, StaffMember } from "./bookables.ts";
import type { Candidate, VisitLength } from "./find-starts.ts";
import { intersectIntervals, mergeTouching } from "./intersect-intervals.ts";
import { closedWeek, type Schedule } from "./schedule.ts";
import { type DayRange, openingHours, serviceHours, staffHours, timeOff } from "./schedules.ts";
import { type Intervals, type Window, workingIntervals } from "./working-intervals.ts";

/** `timeOff` is among the claims already. */
export type StaffCandidate = Candidate & { readonly member: StaffMember; readonly timeOff: Intervals };

/** The staff members who work at a place, with the time they can give the service there (C1, C2). */
export function staffCandidates(bookables: Bookables, place: Place, question: Question): StaffCandidate[] {
  const members = bookables.staff.filter((member) => member.placeIds.includes(place.id));
  const table = zoneOffsets(place.timeZone, question.window.from, question.window.until);
  if (question.audience === "member") {
    const working = workingIntervals(alwaysOpen(place), table, question.window);
    return members.map((member) => ({ member, working, claims: member.claims, timeOff: [] }));
  }
  const layout = { place, table, window: question.window, days: daysAround(question.window) };
  const limits = limitsAt(bookables, layout);
  return members.map((member) => candidateOf(member, { bookables, layout, limits, now: question.now }));
}

type Layout = { place: Place; table: ZoneOffsets; window: Window; days: DayRange };
type Setting = { bookables: Bookables; layout: Layout; limits: readonly Intervals[]; now: number };

function candidateOf(member: StaffMember, { bookables, layout, limits, now }: Setting): StaffCandidate {
  const { business, service, rules } = bookables;
  const { place, days, table, window } = layout;
  const hours = workingIntervals(staffHours(rules, { staffId: member.id, place }, days), table, window);
  const off = timeOff(rules, { staffId: member.id, serviceId: service.id, place }, days);
  const away = off.overrides.size === 0 ? [] : workingIntervals(off, table, reachOf(window, service.visit));
  return {
    member,
    working: limits.reduce(intersectIntervals, hours),
    claims: blockTimeOff(member.claims, away, service.visit),
    timeOff: away,
    bookable: bookableWindow(now, stricterLimits(business, service, member), table),
  };
}

/** What nobody at the place works outside of: its opening hours and the service's own. */
function limitsAt({ rules, service }: Bookables, { place, table, window, days }: Layout): Intervals[] {
  const schedules = [
    openingHours(rules, place, days),
    serviceHours(rules, { serviceId: service.id, place }, days),
  ].filter((schedule) => schedule !== null);
  return schedules.map((schedule) =>
    mergeTouching(workingIntervals(schedule, table, reachOf(window, service.visit))),
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
