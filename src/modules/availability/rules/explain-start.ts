import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Bookables, Place, Question, StaffMember } from "./bookables.ts";
import { whyBusy } from "./explain-claims.ts";
import { whyNoSession } from "./explain-classes.ts";
import { type LayerWords, whyOutside } from "./explain-closed.ts";
import { whyOffGrid } from "./explain-grid.ts";
import { type LayerHours, limitHours, staffHoursOf } from "./explain-hours.ts";
import {
  businessOf,
  whyNotBookableWith,
  whyNotBookableYet,
  whyPersonIsFull,
  whyServiceIsFull,
} from "./explain-limits.ts";
import { type Asked, type Known, nothingKnown, type Reason, reasonOf } from "./explain-reason.ts";
import { whyWithoutResources } from "./explain-resources.ts";
import { commonTimeOff, whyOff } from "./explain-time-off.ts";
import { joined } from "./explain-words.ts";
import { openingLayer, serviceLayer, staffLayer } from "./rulings.ts";
import { daysAround } from "./staff-candidates.ts";
import { takesBookings } from "./takes-bookings.ts";

/**
 * Every reason why a visit cannot start at the beginning of the question's window (C6): first those that concern
 * everybody, then each person's. Empty exactly when the start is offered.
 */
export function explainStart(
  bookables: Bookables,
  question: Question,
  known: Known = nothingKnown,
): Reason[] {
  const closed = takesBookings(bookables, question) ? [] : whyClosed(bookables);
  if (bookables.places.length === 0 || bookables.staff.length === 0)
    return [...closed, nobodyPerforms(bookables, question, known)];
  const perPlace = placesAsked(bookables, question).map((place) =>
    whyNotAt(askAt(place, { bookables, question, known })),
  );
  if (closed.length === 0 && perPlace.some((reasons) => reasons.length === 0)) return [];
  const all = [...closed, ...withoutRepeats(perPlace.flat())];
  return [...all.filter(({ staffId }) => staffId === null), ...all.filter(({ staffId }) => staffId !== null)];
}

/** With somebody chosen, only where they work: what is so elsewhere does not concern the question. */
function placesAsked({ places, staff, service }: Bookables, { staffId }: Question): readonly Place[] {
  if (service.kind === "class") return places;
  const chosen = staff.find(({ id }) => id === staffId);
  const theirs = places.filter(({ id }) => chosen?.placeIds.includes(id));
  return theirs.length > 0 ? theirs : places;
}

function askAt(place: Place, about: { bookables: Bookables; question: Question; known: Known }): Asked {
  const start = about.question.window.from;
  const end = start + about.bookables.service.visit.duration;
  const window = { from: start, until: end };
  const table = zoneOffsets(place.timeZone, start - 7 * minutesPerDay, end + 7 * minutesPerDay);
  const day = Math.floor(wallOf(start, table) / minutesPerDay);
  return { ...about, place, table, start, end, day, days: daysAround(window) };
}

function whyNotAt(asked: Asked): Reason[] {
  const { bookables, place } = asked;
  if (bookables.service.kind === "class") return whyNoSession(asked);
  const members = bookables.staff.filter(({ placeIds }) => placeIds.includes(place.id));
  if (members.length === 0) return [nobodyHere(asked)];
  const limits = limitsAt(asked);
  const common = [...limits.reasons, ...whyWithoutResources(asked)];
  const perMember = new Map(members.map((member) => [member, whyNot(member, limits, asked)]));
  const able = members.filter((member) => perMember.get(member)?.length === 0);
  if (areEnough(able, asked)) return common;
  const relevant = members.filter((member) => mattersHere(member, asked));
  const missing = missingStaff(able, members, asked);
  return [...common, ...missing, ...relevant.flatMap((member) => perMember.get(member) ?? [])];
}

type Limits = {
  opening: LayerHours | null;
  service: LayerHours | null;
  /** The visit is outside of the opening hours. */
  shut: boolean;
  reasons: Reason[];
};

/** What concerns everybody at the place. The team is bound by none of it. */
function limitsAt(asked: Asked): Limits {
  const { bookables, question, place } = asked;
  const serviceId = bookables.service.id;
  if (question.audience === "member") return { opening: null, service: null, shut: false, reasons: [] };
  const opening = limitHours(openingLayer(place), asked);
  const service = limitHours(serviceLayer(serviceId, place), asked);
  const closed = whyOutside(opening, placeWords(asked), asked);
  const notGiven = whyOutside(service, serviceWords(asked), asked);
  const off = commonTimeOff(asked).flatMap((whose) => whyOff(whose, asked));
  const outside = [closed, notGiven].filter((reason) => reason !== null);
  const reasons = [...whyNotBookableYet(asked), ...outside, ...off, ...whyServiceIsFull(asked)];
  return { opening, service, shut: closed !== null, reasons };
}

function placeWords({ place: { id, name } }: Asked): LayerWords {
  return {
    code: "closed",
    open: `${name} is open`,
    closed: `${name} is closed`,
    hours: `the opening hours of ${name}`,
    owner: { kind: "location", id },
  };
}

function serviceWords({ bookables, known: { serviceName } }: Asked): LayerWords {
  return {
    code: "serviceHours",
    open: `${serviceName} is offered`,
    closed: `${serviceName} is not offered`,
    hours: `the hours of ${serviceName}`,
    owner: { kind: "service", id: bookables.service.id },
  };
}

/** Why one person cannot take the visit, whatever concerns everybody. */
function whyNot(member: StaffMember, limits: Limits, asked: Asked): Reason[] {
  if (asked.question.audience === "member") return whyBusy(member, asked);
  const { id, name } = member;
  const owner = { kind: "staff", id } as const;
  const layer = staffLayer(id, asked.place);
  const hours = staffHoursOf(layer, asked);
  // Those who follow the opening hours are not said to be away as well when the place is closed.
  const outside = hours.follows && limits.shut ? null : whyOutside(hours, personWords(member), asked);
  const grid = whyOffGrid(hours, [limits.opening, limits.service], { staffId: id, asked });
  return [
    ...whyNotBookableWith(member, asked),
    ...[outside].filter((reason) => reason !== null),
    ...whyOff({ name, scopes: layer.scopes, owner, staffId: id }, asked),
    ...whyBusy(member, asked),
    ...whyPersonIsFull(member, asked),
    ...[grid].filter((reason) => reason !== null),
  ];
}

function personWords({ id, name }: StaffMember): LayerWords {
  return {
    code: "notWorking",
    open: `${name} works`,
    closed: `${name} does not work`,
    hours: `${name}'s hours`,
    owner: { kind: "staff", id },
    staffId: id,
  };
}

function areEnough(able: readonly StaffMember[], { bookables, question }: Asked): boolean {
  const asked = question.staffId;
  if (asked !== undefined && !able.some(({ id }) => id === asked)) return false;
  return able.length >= bookables.service.staffNeeded;
}

/** With somebody chosen for a visit that one person takes, nobody else's reasons are of interest. */
function mattersHere({ id }: StaffMember, { bookables, question }: Asked): boolean {
  return question.staffId === undefined || question.staffId === id || bookables.service.staffNeeded > 1;
}

function missingStaff(able: readonly StaffMember[], members: readonly StaffMember[], asked: Asked): Reason[] {
  const { bookables, place, known, question } = asked;
  const { staffNeeded: needed, id } = bookables.service;
  const chosen = question.staffId;
  const chosenHere = chosen === undefined || members.some((member) => member.id === chosen);
  const tooFew = members.length < needed || (able.length > 0 && able.length < needed);
  if (chosenHere && !tooFew) return [];
  const free = joined(able.map(({ name }) => name));
  const only =
    members.length < needed ? `only ${members.length} of the team here give it` : `only ${free} can`;
  const message = chosenHere
    ? `${known.serviceName} takes ${needed} people at once, and ${only}`
    : `The person asked for does not work at ${place.name}`;
  return [
    reasonOf(
      {
        code: chosenHere ? "notEnoughStaff" : "nobodyPerforms",
        message,
        remedy: chosenHere
          ? "Free somebody else for this time, or let fewer people give the service."
          : "Add this location to the places they work at.",
      },
      {
        about: chosenHere ? { kind: "service", id } : { kind: "staff", id: chosen ?? "" },
        locationId: place.id,
      },
    ),
  ];
}

/** The business takes no bookings at all. */
function whyClosed({ business: { active, fullAt } }: Bookables): Reason[] {
  return [...(active ? [] : [suspendedReason()]), ...(fullAt === null ? [] : [monthFull(fullAt)])];
}

function monthFull(fullAt: number): Reason {
  return reasonOf(
    {
      code: "monthFull",
      message: `The plan allows ${fullAt} ${fullAt === 1 ? "booking" : "bookings"} a month, and they are made`,
      remedy: "Choose a larger plan, or wait for the next month.",
    },
    { about: businessOf("plan") },
  );
}

function suspendedReason(): Reason {
  return reasonOf(
    {
      code: "suspended",
      message: "This business is suspended and takes no bookings from customers",
      remedy: "Have the business reactivated.",
    },
    { about: businessOf("business") },
  );
}

function nobodyPerforms({ service, staff, places }: Bookables, { staffId }: Question, known: Known): Reason {
  const who = staffId === undefined ? "Nobody" : "This person";
  const message =
    staff.length === 0
      ? `${who} gives ${staffId === undefined ? "" : "no longer "}${known.serviceName}`
      : `${known.serviceName} is not offered at ${places.length === 0 ? "any location" : "this location"}`;
  return reasonOf(
    { code: "nobodyPerforms", message, remedy: "Choose who gives the service, and where." },
    { about: { kind: "service", id: service.id } },
  );
}

function nobodyHere({ known, place, bookables }: Asked): Reason {
  return reasonOf(
    {
      code: "nobodyPerforms",
      message: `Nobody who gives ${known.serviceName} works at ${place.name}`,
      remedy: "Add this location to the places that somebody works at.",
    },
    { about: { kind: "service", id: bookables.service.id }, locationId: place.id },
  );
}

/** What is true of every place is said once. */
function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, message, staffId }) => {
    const key = `${code} ${staffId} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
