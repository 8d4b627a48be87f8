import type { BookingLimits, StricterLimits } from "./bookable-window.ts";
import type { Claims, VisitLength } from "./find-starts.ts";
import type { RuleBook } from "./rule-book.ts";
import type { Window } from "./working-intervals.ts";

/** Most visits that start on one local date, and in one week from Monday to Sunday (C2); null: any number. */
export type VisitLimits = { readonly maxPerDay: number | null; readonly maxPerWeek: number | null };

/** Who gets a visit for "anybody" (C3): first in display order, least booked that day, or by share. */
export type Assignment = "order" | "load" | "weight";

export type BookableService = BookingLimits &
  VisitLimits & {
    readonly id: string;
    readonly kind: "individual" | "class";
    readonly visit: VisitLength;
    readonly assignment: Assignment;
    /** How many staff members a visit takes at once; 1 or more. */
    readonly staffNeeded: number;
    /** Ids of resources: a visit takes one unit of one resource out of each of these lists. */
    readonly requirements: readonly (readonly string[])[];
  };

/** A place customers come to; its zone is the one of every wall time at it. */
export type Place = { readonly id: string; readonly name: string; readonly timeZone: string };

export type StaffMember = BookingLimits &
  VisitLimits & {
    readonly id: string;
    readonly name: string;
    /** Places they work at. */
    readonly placeIds: readonly string[];
    readonly claims: Claims;
    /** Share of the visits for "anybody", where the service is assigned by weight; 1 or more. */
    readonly weight: number;
    /** Visits of the service around the question, where it is assigned by weight; else 0. */
    readonly recentVisits: number;
  };

/** A room, chair or piece of equipment; every unit has claims of its own. */
export type BookableResource = {
  readonly id: string;
  readonly name: string;
  /** Null: it can be taken at any place. */
  readonly placeId: string | null;
  readonly units: readonly { readonly id: string; readonly claims: Claims }[];
};

/** One date of a class. Seats kept by live holds count as taken. */
export type Session = {
  readonly id: string;
  readonly staffId: string;
  readonly placeId: string;
  /** Epoch minutes. */
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
  readonly seatsTaken: number;
};

/** Visits that count towards limits, around the question's window to whole weeks: starts in epoch minutes, any order. */
export type CountedVisits = {
  /** Of the service, whoever takes it. */
  readonly ofService: readonly number[];
  /** By staff member, of whatever service. */
  readonly ofStaff: ReadonlyMap<string, readonly number[]>;
};

/** Minutes from one place (location id) to another; pairs that are not there take no time. */
export type TravelTimes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Everything that decides who can take a service and when, in the order it is shown to people. */
export type Bookables = {
  readonly business: StricterLimits & {
    readonly active: boolean;
    readonly timeZone: string;
    /** How many bookings the plan allows in a month, once that many are made (A6); null: more can be made. */
    readonly fullAt: number | null;
  };
  readonly service: BookableService;
  readonly places: readonly Place[];
  readonly staff: readonly StaffMember[];
  readonly rules: RuleBook;
  /** Those that the service requires. */
  readonly resources: readonly BookableResource[];
  readonly travel: TravelTimes;
  /** Null when neither the service nor anybody of the staff has a limit. */
  readonly visits: CountedVisits | null;
  /** Of a class: what can be booked. Empty for other services. */
  readonly sessions: readonly Session[];
};

/** Who asks: customers are bound by hours, notice, horizon and limits; the team by nothing but claims and seats. */
export type Audience = "customer" | "member";

export type Question = {
  readonly window: Window;
  readonly audience: Audience;
  /** Epoch minutes, perhaps with a fraction. */
  readonly now: number;
  /** The staff member who must be among those who take the visit; absent: anybody. */
  readonly staffId?: string | undefined;
  /** Seats of a class; 1 when absent. */
  readonly seats?: number | undefined;
};
