import type { StaffMember } from "./bookables.ts";
import { type Asked, type ClaimFact, type Reason, reasonOf, type Subject } from "./explain-reason.ts";
import { spanWords, timeWords } from "./explain-words.ts";
import type { Claims } from "./find-starts.ts";
import { minutesInWords } from "./minutes-in-words.ts";

/** One claim, widened by the way to the place and back when it is elsewhere. */
type Busy = { start: number; end: number; wayThere: number; wayBack: number; placeId: string | null };

/** What keeps a person from taking the visit: bookings, the buffers between, the way from another place. */
export function whyBusy(member: StaffMember, asked: Asked): Reason[] {
  return claimsAround(member.claims, asked).map((busy) => {
    const fact = factOf(member.id, busy, asked);
    const links = { about: aboutOf(fact), staffId: member.id, locationId: asked.place.id };
    if (meetsVisit(busy, fact, asked)) return takenReason(member.name, { busy, fact, links, asked });
    if (meetsBuffers(busy, asked)) return bufferReason(member.name, { busy, fact, links, asked });
    return travelReason(member.name, { busy, fact, links, asked });
  });
}

/** The claims that keep the visit with its buffers away, in order of time. */
function claimsAround(claims: Claims, asked: Asked): Busy[] {
  const found: Busy[] = [];
  const { bufferBefore, bufferAfter } = asked.bookables.service.visit;
  for (let index = claims.first; index < claims.last; index++) {
    const placeId = claims.places?.[index] ?? null;
    const away = placeId !== null && placeId !== asked.place.id ? placeId : null;
    const busy = {
      start: claims.starts[index] as number,
      end: claims.ends[index] as number,
      wayThere: away === null ? 0 : way(asked.place.id, away, asked),
      wayBack: away === null ? 0 : way(away, asked.place.id, asked),
      placeId,
    };
    const meets =
      busy.start - busy.wayThere < asked.end + bufferAfter &&
      busy.end + busy.wayBack > asked.start - bufferBefore;
    if (meets) found.push(busy);
  }
  return found;
}

/** Minutes on the way; the team decides by itself whether that is enough. */
function way(from: string, to: string, { bookables, question }: Asked): number {
  return question.audience === "member" ? 0 : (bookables.travel.get(from)?.get(to) ?? 0);
}

function factOf(subjectId: string, { start, end }: Busy, { known }: Asked): ClaimFact | undefined {
  return known.claims.get(subjectId)?.find((fact) => fact.start === start && fact.end === end);
}

/** A booking that the reader may not know of is not there to be opened. */
function aboutOf(fact: ClaimFact | undefined): Subject | null {
  if (!fact || (fact.kind === "appointment" && fact.who === null)) return null;
  return { kind: fact.kind, id: fact.id };
}

/** Whether the visits themselves meet; where nothing is known about a claim, all of it is the visit. */
function meetsVisit(busy: Busy, fact: ClaimFact | undefined, { start, end }: Asked): boolean {
  return (fact?.visitStart ?? busy.start) < end && (fact?.visitEnd ?? busy.end) > start;
}

function meetsBuffers(busy: Busy, { start, end, bookables }: Asked): boolean {
  const { bufferBefore, bufferAfter } = bookables.service.visit;
  return busy.start < end + bufferAfter && busy.end > start - bufferBefore;
}

type Found = { busy: Busy; fact: ClaimFact | undefined; links: Partial<Reason>; asked: Asked };

/** "by Ana Lopez (Haircut)", as far as it is known. */
export function byWhom(fact: ClaimFact | undefined): string {
  if (!fact) return "";
  if (fact.kind === "hold") return " by a customer who is booking right now";
  if (fact.kind === "block") return " (blocked)";
  return fact.who ? ` by ${fact.who}` : " by another booking";
}

function remedyFor(fact: ClaimFact | undefined): string {
  if (fact?.kind === "hold") return "Wait: an unfinished booking gives its time back within minutes.";
  if (fact?.kind === "session") return "Move or cancel that session.";
  return "Move or cancel that booking.";
}

function takenReason(name: string, { busy, fact, links, asked }: Found): Reason {
  const span = spanWords(fact?.visitStart ?? busy.start, fact?.visitEnd ?? busy.end, asked);
  const message = `${name} is taken ${span}${byWhom(fact)}`;
  return reasonOf({ code: "taken", message, remedy: remedyFor(fact) }, links);
}

/** Between two visits lie the buffer after the one and the buffer before the other. */
function bufferReason(name: string, { busy, fact, links, asked }: Found): Reason {
  const { bufferBefore, bufferAfter } = asked.bookables.service.visit;
  const visitStart = fact?.visitStart ?? busy.start;
  const visitEnd = fact?.visitEnd ?? busy.end;
  const before = visitEnd <= asked.start;
  const minutes = before ? busy.end - visitEnd + bufferBefore : visitStart - busy.start + bufferAfter;
  const side = before ? "after" : "before";
  const free = before ? visitEnd + minutes : visitStart - minutes - asked.bookables.service.visit.duration;
  return reasonOf(
    {
      code: "buffer",
      message: `${minutesInWords(minutes)} of buffer ${side} ${name}'s visit at ${timeWords(visitStart, asked)}${byWhom(fact)}`,
      remedy: `Start at ${timeWords(free, asked)} or ${before ? "later" : "earlier"}, or shorten the buffers of the service.`,
    },
    links,
  );
}

function travelReason(name: string, { busy, fact, links, asked }: Found): Reason {
  const before = busy.end <= asked.start;
  const minutes = before ? busy.wayBack : busy.wayThere;
  const other = asked.bookables.places.find(({ id }) => id === busy.placeId)?.name ?? "another location";
  const at = timeWords(before ? (fact?.visitEnd ?? busy.end) : (fact?.visitStart ?? busy.start), asked);
  const message = before
    ? `${name} is at ${other} until ${at} and needs ${minutesInWords(minutes)} to get here`
    : `${name} must be at ${other} at ${at} and needs ${minutesInWords(minutes)} to get there`;
  return reasonOf(
    { code: "travel", message, remedy: "Leave more time between the two, or shorten the travel time." },
    links,
  );
}

/** The claims on one unit of a resource that keep the visit with its buffers away. */
export function whyUnitBusy(
  unit: { id: string; name: string; claims: Claims },
  links: Partial<Reason>,
  asked: Asked,
): Reason[] {
  return claimsAround({ ...unit.claims, places: [] }, asked).map((busy) => {
    const fact = factOf(unit.id, busy, asked);
    const message = `${unit.name} is taken ${spanWords(busy.start, busy.end, asked)}${byWhom(fact)}`;
    const about = aboutOf(fact) ?? links.about ?? null;
    return reasonOf({ code: "resourceTaken", message, remedy: remedyFor(fact) }, { ...links, about });
  });
}
