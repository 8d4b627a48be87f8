import { formatInstants } from "#kernel/time/instant.ts";
import type { Bookables, Question } from "./bookables.ts";
import { startsOf } from "./offered-starts.ts";
import { type StaffCandidate, staffCandidates } from "./staff-candidates.ts";
import { emptyStartSet, hasStart, type StartSet, startsIn, uniteStarts } from "./start-set.ts";
import { takesBookings } from "./takes-bookings.ts";

/** A start, who can take it (in display order) and where. Instants are ISO strings. */
export type OfferedSlot = { start: string; end: string; staffIds: string[]; locationId: string };

/** Every slot in the question's window, by start and then by place. */
export function offeredSlots(bookables: Bookables, question: Question): OfferedSlot[] {
  if (!takesBookings(bookables, question)) return [];
  const perPlace = bookables.places.map((place) =>
    slotsAt(bookables, place.id, staffStarts(bookables, place, question)),
  );
  if (perPlace.length === 1) return perPlace[0] as OfferedSlot[];
  // A stable sort keeps the places' order among equal starts.
  return perPlace.flat().sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** The starts alone, of anybody anywhere (epoch minutes, ascending). */
export function offeredStarts(bookables: Bookables, question: Question): Int32Array {
  const all = emptyStartSet(question.window);
  if (!takesBookings(bookables, question)) return startsIn(all);
  for (const place of bookables.places) {
    for (const { starts } of staffStarts(bookables, place, question)) uniteStarts(all, starts);
  }
  return startsIn(all);
}

type StaffStarts = { staffId: string; starts: StartSet };

function staffStarts(
  bookables: Bookables,
  place: Bookables["places"][number],
  question: Question,
): StaffStarts[] {
  return staffCandidates(bookables, place, question).map((candidate: StaffCandidate) => ({
    staffId: candidate.member.id,
    starts: startsOf(candidate, bookables.service.visit, question.window),
  }));
}

function slotsAt({ service }: Bookables, locationId: string, staff: readonly StaffStarts[]): OfferedSlot[] {
  const [first] = staff;
  if (!first) return [];
  const all = emptyStartSet(first.starts);
  for (const { starts } of staff) uniteStarts(all, starts);
  const starts = startsIn(all);
  const startTexts = formatInstants(starts);
  const endTexts = formatInstants(starts.map((start) => start + service.visit.duration));
  return startTexts.map((start, index) => ({
    start,
    end: endTexts[index] as string,
    staffIds: whoCan(staff, starts[index] as number),
    locationId,
  }));
}

function whoCan(staff: readonly StaffStarts[], start: number): string[] {
  const ids: string[] = [];
  for (const { staffId, starts } of staff) if (hasStart(starts, start)) ids.push(staffId);
  return ids;
}
