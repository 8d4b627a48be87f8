import type { Refused } from "#kernel/result.ts";
import { burdenOf } from "./assignment.ts";
import type { Bookables, Place, Question, StaffMember } from "./bookables.ts";
import { whyNobody } from "./explain-refusal.ts";
import { freeUnits } from "./resources.ts";
import { offeredSessions } from "./sessions.ts";
import { startsAt } from "./slots.ts";
import { layoutOf } from "./staff-candidates.ts";
import { hasStart } from "./start-set.ts";
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
  /** Of a class: the date of it. */
  sessionId?: string;
};

/** How many ways to take a visit of several people or with resources are worth trying. */
const mostChoices = 24;

/**
 * Who can take a visit that starts exactly at the question's one-minute window, and with whom and what: the preferred one
 * first (C3). All choices take equally many people and units. When there is none, the reason in words.
 */
export function chooseCandidates(
  bookables: Bookables,
  question: Question,
): { choices: Choice[] } | { refusal: Refused<"slotTaken" | "notOffered"> } {
  const choices = takesBookings(bookables, question) ? choicesOf(bookables, question) : [];
  return choices.length > 0 ? { choices } : { refusal: whyNobody(bookables, question) };
}

function choicesOf(bookables: Bookables, question: Question): Choice[] {
  if (bookables.service.kind === "class") return sessionChoices(bookables, question);
  const parties = bookables.places.flatMap((place) => partiesAt(bookables, place, question));
  const leads = byPreference(firstOfEachPerson(parties), bookables);
  const { staffNeeded, requirements } = bookables.service;
  if (staffNeeded === 1 && requirements.length === 0) return leads.map((party) => choiceOf(party, 0));
  return inRounds(leads);
}

/** Somebody who can be the first of those who take a visit, and what there is at the place to go with them. */
type Party = {
  readonly lead: StaffMember;
  readonly burden: number;
  readonly place: Place;
  readonly needed: number;
  /** Preferred first. */
  readonly others: readonly StaffMember[];
  /** Of each requirement the units that are free, in order. */
  readonly units: readonly (readonly string[])[];
};

function partiesAt(bookables: Bookables, place: Place, question: Question): Party[] {
  const start = question.window.from;
  const { staff, offered } = startsAt(bookables, place, question);
  if (!hasStart(offered, start)) return [];
  const layout = layoutOf(place, question.window);
  const occasion = { assignment: bookables.service.assignment, start, clocks: layout.clocks };
  const able = staff.filter(({ starts }) => hasStart(starts, start)).map(({ staffId }) => staffId);
  const ranked = bookables.staff
    .filter(({ id }) => able.includes(id))
    .map((member) => ({ lead: member, burden: burdenOf(member, occasion) }))
    .sort((a, b) => a.burden - b.burden);
  const units = freeUnits({ bookables, layout, question });
  return ranked
    .filter(({ lead }) => question.staffId === undefined || lead.id === question.staffId)
    .map(({ lead, burden }) => {
      const others = ranked.map((other) => other.lead).filter(({ id }) => id !== lead.id);
      return { lead, burden, place, needed: bookables.service.staffNeeded, others, units };
    });
}

/** Somebody who can take it at several places does so at the first of them. */
function firstOfEachPerson(parties: readonly Party[]): Party[] {
  const perPerson = new Map<string, Party>();
  for (const party of parties) if (!perPerson.has(party.lead.id)) perPerson.set(party.lead.id, party);
  return [...perPerson.values()];
}

function byPreference<Led extends Pick<Party, "lead" | "burden">>(
  parties: readonly Led[],
  { staff }: Bookables,
): Led[] {
  const position = new Map(staff.map(({ id }, index) => [id, index]));
  const positionOf = ({ lead }: Led) => position.get(lead.id) ?? 0;
  return [...parties].sort((a, b) => a.burden - b.burden || positionOf(a) - positionOf(b));
}

/** First everybody with the others and units they like best, then with the next ones: a rival may take any of them. */
function inRounds(leads: readonly Party[]): Choice[] {
  const rounds = Math.max(
    1,
    ...leads.flatMap(({ others, units }) => [others, ...units].map((list) => list.length)),
  );
  const choices = leads.slice(0, mostChoices).map((party) => choiceOf(party, 0));
  const known = new Set(choices.map(subjectsOf));
  for (let round = 1; round < rounds; round++) {
    for (const party of leads) {
      if (choices.length === mostChoices) return choices;
      const choice = choiceOf(party, round);
      const subjects = subjectsOf(choice);
      if (!known.has(subjects)) choices.push(choice);
      known.add(subjects);
    }
  }
  return choices;
}

/** Whose time a choice takes, whoever leads. */
function subjectsOf({ locationId, staffId, withStaffIds, unitIds }: Choice): string {
  return [locationId, ...[staffId, ...withStaffIds, ...unitIds].sort()].join();
}

function choiceOf({ lead, place, needed, others, units }: Party, round: number): Choice {
  return {
    staffId: lead.id,
    locationId: place.id,
    timeZone: place.timeZone,
    withStaffIds: Array.from({ length: needed - 1 }, (_, index) => inTurn(others, round + index).id),
    unitIds: units.map((free) => inTurn(free, round)),
  };
}

function inTurn<T>(list: readonly T[], turn: number): T {
  return list[turn % list.length] as T;
}

function sessionChoices(bookables: Bookables, question: Question): Choice[] {
  const { assignment } = bookables.service;
  const parties = offeredSessions(bookables, question).map(({ session, place, member }) => {
    const { clocks } = layoutOf(place, question.window);
    const burden = burdenOf(member, { assignment, start: session.start, clocks });
    return { session, place, lead: member, burden };
  });
  return byPreference(parties, bookables).map(({ session, place }) => ({
    staffId: session.staffId,
    locationId: place.id,
    timeZone: place.timeZone,
    withStaffIds: [],
    unitIds: [],
    sessionId: session.id,
  }));
}
