import type { ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Bookables, Place, Question } from "./bookables.ts";
import type { DayRange } from "./schedules.ts";

/** Everything that can keep a start from being offered (C6). */
export const reasonCodes = [
  "suspended",
  "monthFull",
  "notOnline",
  "nobodyPerforms",
  "passed",
  "tooSoon",
  "tooFar",
  "gap",
  "closed",
  "holiday",
  "serviceHours",
  "notWorking",
  "timeOff",
  "endsTooLate",
  "offGrid",
  "taken",
  "buffer",
  "travel",
  "dayLimit",
  "weekLimit",
  "resourceClosed",
  "resourceTaken",
  "notEnoughStaff",
  "noSession",
  "noSeats",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** What a reason is about; `id` is that of the rule, the booking or the record. */
export type Subject = {
  kind:
    | "rule"
    | "holiday"
    | "appointment"
    | "session"
    | "hold"
    | "block"
    | "service"
    | "staff"
    | "location"
    | "business"
    | "resource";
  id: string;
};

/** Why a start is not offered: one of possibly many reasons, in words for the team. */
export type Reason = {
  code: ReasonCode;
  message: string;
  /** What would make it bookable. */
  remedy: string;
  about: Subject | null;
  /** Whose schedule a rule belongs to: the page that it is changed on. Null where `about` says it. */
  ownedBy: Subject | null;
  /** Which of its rules: hours that recur, or dates (special hours, time off, holidays). Null where it is no rule. */
  part: "hours" | "dates" | null;
  /** The person who cannot take it for this reason; null: it concerns everybody. */
  staffId: string | null;
  locationId: string | null;
};

/** A claim with what is known about it: minutes since the epoch. */
export type ClaimFact = {
  readonly kind: "appointment" | "session" | "hold" | "block";
  readonly id: string;
  /** "Ana Lopez (Haircut)"; null: the reader may not know. */
  readonly who: string | null;
  readonly start: number;
  readonly end: number;
  /** The visit itself, without its buffers. */
  readonly visitStart: number;
  readonly visitEnd: number;
};

/** What words need and the engine does not. Without it the reasons are the same, with fewer names. */
export type Known = {
  readonly locale: string;
  readonly serviceName: string;
  /** By whose time it is: staff member or unit of a resource. */
  readonly claims: ReadonlyMap<string, readonly ClaimFact[]>;
  /** Names of holidays and reasons of time off, by id of the rule. */
  readonly ruleNames: ReadonlyMap<string, string>;
};

export const nothingKnown: Known = {
  locale: "en-GB",
  serviceName: "This service",
  claims: new Map(),
  ruleNames: new Map(),
};

/** The one start that is asked about, at one place. */
export type Asked = {
  readonly bookables: Bookables;
  readonly question: Question;
  readonly known: Known;
  readonly place: Place;
  readonly table: ZoneOffsets;
  /** The visit itself, epoch minutes. */
  readonly start: number;
  readonly end: number;
  /** The local date it starts on (days since 1970-01-01). */
  readonly day: number;
  readonly days: DayRange;
};

type Words = { code: ReasonCode; message: string; remedy: string };
type Links = Partial<Pick<Reason, "about" | "ownedBy" | "part" | "staffId" | "locationId">>;

/** A reason with everything it does not concern set to null. */
export function reasonOf(words: Words, links: Links = {}): Reason {
  return { ...words, about: null, ownedBy: null, part: null, staffId: null, locationId: null, ...links };
}
