import { formatInstant, formatInstants } from "#kernel/time/instant.ts";
import type { Bookables, Place, Question } from "./bookables.ts";
import { startsOf } from "./offered-starts.ts";
import { offeredSessions, seatsLeft } from "./sessions.ts";
import { staffCandidates } from "./staff-candidates.ts";
import { hasStart, type StartSet, startsIn } from "./start-set.ts";
import {
  addStaff,
  askedStaff,
  countStartsOf,
  newPlaceTally,
  newTally,
  offeredAt,
  offeredIn,
} from "./start-tally.ts";
import { takesBookings } from "./takes-bookings.ts";

/** A start, who can take it (in display order) and where. Instants are ISO strings. */
export type OfferedSlot = {
  start: string;
  end: string;
  /** Where a visit takes several people: those who can be the first of them. */
  staffIds: string[];
  locationId: string;
  /** Of a class only: the date of it, and its seats. */
  sessionId?: string;
  seatsLeft?: number;
  capacity?: number;
};

/** Every slot in the question's window, by start and then by place. */
export function offeredSlots(bookables: Bookables, question: Question): OfferedSlot[] {
  if (!takesBookings(bookables, question)) return [];
  if (bookables.service.kind === "class") return sessionSlots(bookables, question);
  const perPlace = bookables.places.map((place) => slotsAt(bookables, place, question));
  if (perPlace.length === 1) return perPlace[0] as OfferedSlot[];
  // A stable sort keeps the places' order among equal starts.
  return perPlace.flat().sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** The starts alone, of anybody anywhere (epoch minutes, ascending). */
export function offeredStarts(bookables: Bookables, question: Question): Int32Array {
  const tally = newTally(bookables, question);
  addStaff(tally, bookables, question);
  return startsIn(offeredIn(tally, bookables, question));
}

function sessionSlots(bookables: Bookables, question: Question): OfferedSlot[] {
  return offeredSessions(bookables, question).map(({ session, place }) => ({
    start: formatInstant(session.start),
    end: formatInstant(session.end),
    staffIds: [session.staffId],
    locationId: place.id,
    sessionId: session.id,
    seatsLeft: seatsLeft(session),
    capacity: session.capacity,
  }));
}

/** One person and the starts they can take at a place. */
export type StaffStarts = { readonly staffId: string; readonly starts: StartSet };

/** The starts of each person at a place, and those of them that are offered there. */
export function startsAt(
  bookables: Bookables,
  place: Place,
  question: Question,
): { staff: StaffStarts[]; offered: StartSet } {
  const { visit } = bookables.service;
  const asked = { ...bookables, staff: askedStaff(bookables, question) };
  const tally = newPlaceTally(bookables, question);
  const staff = staffCandidates(asked, place, question).map((candidate): StaffStarts => {
    const staffId = candidate.member.id;
    const starts = startsOf(candidate, visit, question.window);
    countStartsOf(tally, staffId === question.staffId, starts);
    return { staffId, starts };
  });
  return { staff, offered: offeredAt(tally, { bookables, place, question }) };
}

function slotsAt(bookables: Bookables, place: Place, question: Question): OfferedSlot[] {
  const { staff, offered } = startsAt(bookables, place, question);
  const leads =
    question.staffId === undefined ? staff : staff.filter(({ staffId }) => staffId === question.staffId);
  const starts = startsIn(offered);
  const startTexts = formatInstants(starts);
  const endTexts = formatInstants(starts.map((start) => start + bookables.service.visit.duration));
  return startTexts.map((start, index) => ({
    start,
    end: endTexts[index] as string,
    staffIds: whoCan(leads, starts[index] as number),
    locationId: place.id,
  }));
}

function whoCan(staff: readonly StaffStarts[], start: number): string[] {
  const ids: string[] = [];
  for (const { staffId, starts } of staff) if (hasStart(starts, start)) ids.push(staffId);
  return ids;
}
