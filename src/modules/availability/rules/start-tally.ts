import { minutesPerDay } from "#kernel/time/local-date.ts";
import { segmentAt, segmentEnd, type ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Bookables, Place, Question, StaffMember } from "./bookables.ts";
import { findStarts } from "./find-starts.ts";
import { placeStarts } from "./place-starts.ts";
import { offeredSessions } from "./sessions.ts";
import { layoutOf, staffCandidates } from "./staff-candidates.ts";
import {
  addCommonStarts,
  addMinutes,
  emptyStartSet,
  hasAnyStart,
  intersectStarts,
  type StartSet,
  uniteStarts,
} from "./start-set.ts";
import { takesBookings } from "./takes-bookings.ts";

/** How many of the staff can take each start at one place, counted as far as the service needs (C3). */
export type PlaceTally = {
  /** `levels[j]` are the starts that at least `j + 1` of those counted so far can take. */
  readonly levels: readonly StartSet[];
  /** The starts of the person who was asked for; they are not counted in the levels. Null when nobody was. */
  readonly chosen: StartSet | null;
};

/**
 * The tallies by location id. Staff may be added in stages: a search that needs only few of a large team loads the others
 * when the first ones leave something open.
 */
export type StartTally = ReadonlyMap<string, PlaceTally>;

/** A tally of nobody yet. Places, service and question stay the same for all of its stages. */
export function newTally(bookables: Bookables, question: Question): StartTally {
  return new Map(bookables.places.map(({ id }) => [id, newPlaceTally(bookables, question)]));
}

export function newPlaceTally({ service }: Bookables, { window, staffId }: Question): PlaceTally {
  const needed = service.kind === "class" ? 1 : service.staffNeeded;
  const isChosen = staffId !== undefined && service.kind !== "class";
  return {
    levels: Array.from({ length: isChosen ? needed - 1 : needed }, () => emptyStartSet(window)),
    chosen: isChosen ? emptyStartSet(window) : null,
  };
}

/** Counts one person's starts at the place. */
export function countStartsOf({ levels, chosen }: PlaceTally, isChosen: boolean, starts: StartSet): void {
  if (chosen && isChosen) uniteStarts(chosen, starts);
  else {
    for (let level = levels.length - 1; level > 0; level--) {
      addCommonStarts(levels[level] as StartSet, levels[level - 1] as StartSet, starts);
    }
    if (levels[0]) uniteStarts(levels[0], starts);
  }
}

/** Counts the staff of `bookables`, which is one stage: nobody may be added twice. */
export function addStaff(tally: StartTally, bookables: Bookables, question: Question): void {
  if (!takesBookings(bookables, question)) return;
  if (bookables.service.kind === "class") {
    addSessions(tally, bookables, question);
    return;
  }
  const staff = askedStaff(bookables, question);
  for (const place of bookables.places) {
    const ofPlace = tally.get(place.id);
    if (ofPlace) addStaffAt(ofPlace, { bookables: { ...bookables, staff }, place, question });
  }
}

/** Those whose starts are of interest: with somebody chosen, nobody else but for company. */
export function askedStaff({ staff, service }: Bookables, { staffId }: Question): readonly StaffMember[] {
  if (staffId === undefined || service.staffNeeded > 1) return staff;
  return staff.filter(({ id }) => id === staffId);
}

type Stage = { bookables: Bookables; place: Place; question: Question };

function addStaffAt(tally: PlaceTally, { bookables, place, question }: Stage): void {
  const { visit } = bookables.service;
  const anybody = tally.chosen === null && tally.levels.length === 1 ? tally.levels[0] : undefined;
  const scratch = anybody ?? emptyStartSet(question.window);
  for (const candidate of staffCandidates(bookables, place, question)) {
    if (!anybody) scratch.words.fill(0);
    findStarts(scratch, candidate, visit);
    if (!anybody) countStartsOf(tally, candidate.member.id === question.staffId, scratch);
  }
}

function addSessions(tally: StartTally, bookables: Bookables, question: Question): void {
  for (const { session, place } of offeredSessions(bookables, question)) {
    const [starts] = tally.get(place.id)?.levels ?? [];
    if (starts) addMinutes(starts, session.start, session.start + 1);
  }
}

/** The starts, at any place, for which those counted so far are enough. */
export function offeredIn(tally: StartTally, bookables: Bookables, question: Question): StartSet {
  const offered = emptyStartSet(question.window);
  for (const place of bookables.places) {
    const ofPlace = tally.get(place.id);
    if (ofPlace) uniteStarts(offered, offeredAt(ofPlace, { bookables, place, question }));
  }
  return offered;
}

/** The starts at one place for which there are enough people, and all that the place and the service limit. */
export function offeredAt({ levels, chosen }: PlaceTally, { bookables, place, question }: Stage): StartSet {
  const offered = emptyStartSet(question.window);
  const enough = levels.at(-1);
  uniteStarts(offered, chosen ?? (enough as StartSet));
  if (chosen && enough) intersectStarts(offered, enough);
  if (bookables.service.kind === "class") return offered;
  const open = placeStarts(bookables, layoutOf(place, question.window), question);
  if (open) intersectStarts(offered, open);
  return offered;
}

/** Whether each of the local dates `firstDay` to `lastDay` (days since 1970-01-01, by the table's zone) has a start. */
export function daysWithStarts(
  set: StartSet,
  table: ZoneOffsets,
  firstDay: number,
  lastDay: number,
): boolean[] {
  return Array.from({ length: Math.max(0, lastDay - firstDay + 1) }, (_, index) =>
    hasStartOn(set, table, firstDay + index),
  );
}

/** A date is one span of time, or two where clocks go back over its midnight. */
function hasStartOn(set: StartSet, table: ZoneOffsets, day: number): boolean {
  const midnight = day * minutesPerDay;
  for (let segment = segmentAt(table, midnight - minutesPerDay); segment < table.starts.length; segment++) {
    const begin = table.starts[segment] as number;
    if (begin > midnight + 2 * minutesPerDay) return false;
    const offset = table.offsets[segment] as number;
    const from = Math.max(midnight - offset, begin);
    const until = Math.min(midnight + minutesPerDay - offset, segmentEnd(table, segment));
    if (hasAnyStart(set, from, until)) return true;
  }
  return false;
}
