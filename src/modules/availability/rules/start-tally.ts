import { minutesPerDay } from "#kernel/time/local-date.ts";
import { segmentAt, segmentEnd, type ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Bookables, Question, StaffMember } from "./bookables.ts";
import { startsOf } from "./offered-starts.ts";
import { staffCandidates } from "./staff-candidates.ts";
import { emptyStartSet, hasAnyStart, intersectStarts, type StartSet, uniteStarts } from "./start-set.ts";
import { takesBookings } from "./takes-bookings.ts";

/**
 * How many of the staff can take each start, counted as far as the service needs (C3). Staff may be added in stages: a
 * search that needs only few of a large team loads the others when the first ones leave something open.
 */
export type StartTally = {
  /** By location id: `levels[j]` are the starts that at least `j + 1` of those counted so far can take. */
  readonly levels: ReadonlyMap<string, readonly StartSet[]>;
  /** By location id: the starts of the one that was asked for, when somebody was. */
  readonly chosen: ReadonlyMap<string, StartSet>;
};

/** A tally of nobody yet. Places, service and question stay the same for all of its stages. */
export function newTally({ places, service }: Bookables, { window, staffId }: Question): StartTally {
  const others = staffId === undefined ? service.staffNeeded : service.staffNeeded - 1;
  const levelsOfPlace = () => Array.from({ length: others }, () => emptyStartSet(window));
  return {
    levels: new Map(places.map((place) => [place.id, levelsOfPlace()])),
    chosen: new Map(staffId === undefined ? [] : places.map((place) => [place.id, emptyStartSet(window)])),
  };
}

/** Counts the staff of `bookables`, which is one stage: nobody may be added twice. */
export function addStaff(tally: StartTally, bookables: Bookables, question: Question): void {
  if (!takesBookings(bookables, question)) return;
  const counted = bookables.staff.filter((member) => matters(member, bookables, question));
  for (const place of bookables.places) {
    for (const candidate of staffCandidates({ ...bookables, staff: counted }, place, question)) {
      const starts = startsOf(candidate, bookables.service.visit, question.window);
      const chosen = candidate.member.id === question.staffId ? tally.chosen.get(place.id) : undefined;
      if (chosen) uniteStarts(chosen, starts);
      else countStartsOf(starts, tally.levels.get(place.id) ?? []);
    }
  }
}

function matters(member: StaffMember, { service }: Bookables, { staffId }: Question): boolean {
  return staffId === undefined || member.id === staffId || service.staffNeeded > 1;
}

function countStartsOf(starts: StartSet, levels: readonly StartSet[]): void {
  for (let level = levels.length - 1; level >= 0; level--) {
    const into = levels[level] as StartSet;
    if (level === 0) uniteStarts(into, starts);
    else addCommonStarts(into, levels[level - 1] as StartSet, starts);
  }
}

function addCommonStarts(into: StartSet, one: StartSet, other: StartSet): void {
  for (let index = 0; index < into.words.length; index++) {
    const common = (one.words[index] as number) & (other.words[index] as number);
    into.words[index] = (into.words[index] as number) | common;
  }
}

/** The starts, at any place, for which those counted so far are enough. */
export function offeredIn(tally: StartTally, bookables: Bookables, question: Question): StartSet {
  const offered = emptyStartSet(question.window);
  for (const place of bookables.places) uniteStarts(offered, enoughAt(tally, place.id, question));
  return offered;
}

function enoughAt({ levels, chosen }: StartTally, placeId: string, { window }: Question): StartSet {
  const enough = emptyStartSet(window);
  const sets = [chosen.get(placeId), levels.get(placeId)?.at(-1)].filter((set) => set !== undefined);
  sets.forEach((set, index) => {
    if (index === 0) uniteStarts(enough, set);
    else intersectStarts(enough, set);
  });
  return enough;
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
