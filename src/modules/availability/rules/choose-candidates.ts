import { type Refused, refuse } from "#kernel/result.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { blockTimeOff } from "./block-time-off.ts";
import type { Bookables, Place, Question } from "./bookables.ts";
import { type Candidate, type Claims, noClaims, type VisitLength } from "./find-starts.ts";
import { minutesInWords } from "./minutes-in-words.ts";
import { startsOf } from "./offered-starts.ts";
import { type StaffCandidate, staffCandidates } from "./staff-candidates.ts";
import { countStarts } from "./start-set.ts";
import { takesBookings } from "./takes-bookings.ts";

/** Somebody who can take the visit, who else and what it takes, and where. */
export type Choice = {
  staffId: string;
  locationId: string;
  timeZone: string;
  /** The others, when a visit takes several staff members. */
  withStaffIds: string[];
  /** A unit of a resource for each requirement. */
  unitIds: string[];
};

type Option = { place: Place; candidate: StaffCandidate };

/**
 * Who can take a visit that starts exactly at the question's one-minute window: the least booked that day first, then
 * in display order (C3). When nobody can, the reason in words.
 */
export function chooseCandidates(
  bookables: Bookables,
  question: Question,
): { choices: Choice[] } | { refusal: Refused<"slotTaken" | "notOffered"> } {
  if (!takesBookings(bookables, question)) {
    return { refusal: refuse("notOffered", "This business does not take bookings at the moment.") };
  }
  const { visit } = bookables.service;
  const options = bookables.places.flatMap((place) =>
    optionsAt(bookables, place, question).map((candidate): Option => ({ place, candidate })),
  );
  const able = options.filter(({ candidate }) => canTake(candidate, visit, question));
  if (able.length === 0) return { refusal: whyNobody(bookables, options, question) };
  return { choices: inOrderOfPreference(able, question.window.from) };
}

/** The team may start a visit at any minute of any day: only claims count. */
function optionsAt(bookables: Bookables, place: Place, question: Question): StaffCandidate[] {
  const candidates = staffCandidates(bookables, place, question);
  if (question.audience === "customer") return candidates;
  const start = question.window.from;
  const working = [start, start + bookables.service.visit.duration];
  return candidates.map((candidate) => ({ ...candidate, working }));
}

function canTake(candidate: Candidate, visit: VisitLength, { window }: Question): boolean {
  return countStarts(startsOf(candidate, visit, window)) > 0;
}

function inOrderOfPreference(able: readonly Option[], start: number): Choice[] {
  // The first place of each person; a Map keeps the display order.
  const perPerson = new Map<string, Option>();
  for (const option of able) {
    if (!perPerson.has(option.candidate.member.id)) perPerson.set(option.candidate.member.id, option);
  }
  return [...perPerson.values()]
    .map((option) => ({ option, booked: minutesBooked(option, start) }))
    .sort((a, b) => a.booked - b.booked)
    .map(({ option: { place, candidate } }) => ({
      staffId: candidate.member.id,
      locationId: place.id,
      timeZone: place.timeZone,
      withStaffIds: [],
      unitIds: [],
    }));
}

/** Minutes that a person is taken for on the local date of `start`. */
function minutesBooked({ place, candidate }: Option, start: number): number {
  const table = zoneOffsets(place.timeZone, start, start);
  const dayOfVisit = Math.floor(wallOf(start, table) / minutesPerDay);
  return claimedSpans(candidate.member.claims)
    .filter((claim) => Math.floor(wallOf(claim.start, table) / minutesPerDay) === dayOfVisit)
    .reduce((minutes, claim) => minutes + claim.end - claim.start, 0);
}

function claimedSpans({ starts, ends, first, last }: Claims): { start: number; end: number }[] {
  return Array.from({ length: last - first }, (_, index) => ({
    start: starts[first + index] as number,
    end: ends[first + index] as number,
  }));
}

/** The first rule, in the order in which they apply, that leaves nobody. */
function whyNobody(
  bookables: Bookables,
  options: readonly Option[],
  question: Question,
): Refused<"slotTaken" | "notOffered"> {
  const only = bookables.staff.length === 1 ? bookables.staff[0] : undefined;
  if (options.length === 0) return refuse("notOffered", "Nobody offers this service here at the moment.");
  const tooSoonOrLate = whyOutsideLimits(options, question);
  if (tooSoonOrLate) return tooSoonOrLate;
  const { visit } = bookables.service;
  // Time off is no booking: it keeps visits away all the same.
  const free = options.map(({ candidate }) => ({
    ...candidate,
    claims: blockTimeOff(noClaims, candidate.timeOff, visit),
  }));
  if (free.some((candidate) => canTake(candidate, visit, question))) {
    return refuse("slotTaken", `${only ? `${only.name} is` : "Everybody is"} already booked at this time.`);
  }
  const atAnyMinute = { ...visit, slotInterval: 1 };
  if (free.some((candidate) => canTake(candidate, atAnyMinute, question))) {
    return refuse("notOffered", "Visits do not start at this time. Please choose one of the times offered.");
  }
  return refuse("notOffered", `${only ? `${only.name} does not work` : "We are closed"} at this time.`);
}

function whyOutsideLimits(
  options: readonly Option[],
  { window, now }: Question,
): Refused<"notOffered"> | null {
  const limits = options.map(({ candidate }) => candidate.bookable);
  if (limits.every((bookable) => bookable && window.from < bookable.from)) {
    const notice = Math.min(...limits.map((bookable) => (bookable?.from ?? 0) - Math.ceil(now)));
    const message =
      notice > 0 ? `Please book at least ${minutesInWords(notice)} ahead.` : "This time has already passed.";
    return refuse("notOffered", window.from < now ? "This time has already passed." : message);
  }
  if (limits.every((bookable) => bookable && window.from >= bookable.until)) {
    return refuse("notOffered", "This is too far ahead to be booked yet.");
  }
  return null;
}
