import type { Actor } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";

/** Everything a verb may ask a right for. */
export const rights = [
  "business.read",
  "business.write",
  "catalog.read",
  "catalog.write",
  "staff.read",
  "staff.write",
  "schedule.read",
  "schedule.write",
  "customers.read",
  "customers.write",
  "appointments.read",
  "appointments.write",
  /** Other people's calendars too, to see and to change. */
  "calendar.all",
  "notifications.read",
  "history.read",
  "team.read",
  "team.write",
  "domains.write",
  "audit.read",
  "billing.read",
  "billing.write",
  /** Handing the business over, changing its mode, deleting it. */
  "business.own",
] as const;

export type Right = (typeof rights)[number];

/** Whom a right is given to: a member's role, or the kind of any other actor. */
export const holders = [
  "owner",
  "admin",
  "staff",
  "customer",
  "apiKey",
  "assistant",
  "platformAdmin",
  "siteBuilder",
  "system",
] as const;

export type Holder = (typeof holders)[number];

const everything: readonly Right[] = rights;

/** What only the owner decides, and no platform admin who acts as one: the contract, and whose business it is. */
export const ownersAlone: readonly Right[] = ["billing.write", "business.own"];
const everythingElse = everything.filter((right) => !ownersAlone.includes(right));

/** What a visitor of the booking page needs: look, book, and change the visit that their link names. */
const publicBooking: readonly Right[] = [
  "business.read",
  "catalog.read",
  "staff.read",
  "schedule.read",
  "appointments.read",
  "appointments.write",
];

/**
 * Who may do what (row F5). Staff read the business and work on appointments of their own calendar only
 * (no `calendar.all`); they do not change hours, catalogue or team, nor other people's records.
 */
export const rightsOf: Readonly<Record<Holder, readonly Right[]>> = {
  owner: everything,
  admin: everythingElse,
  staff: [
    "business.read",
    "catalog.read",
    "staff.read",
    "schedule.read",
    "customers.read",
    "appointments.read",
    "appointments.write",
    "history.read",
  ],
  customer: publicBooking,
  assistant: publicBooking,
  apiKey: everythingElse,
  platformAdmin: everything,
  siteBuilder: everything,
  system: everything,
};

/** The row of the table of rights that applies to `actor`. */
export function holderOf(actor: Actor): Holder {
  return actor.kind === "member" ? actor.role : actor.kind;
}

/** Whether `actor` has `right`: by the role, or by what this member was granted or denied beyond it (row F5). */
export function hasRight(actor: Actor, right: Right): boolean {
  if (actor.kind === "member" && actor.denied?.includes(right)) return false;
  if (actor.kind === "member" && actor.granted?.includes(right)) return true;
  return rightsOf[holderOf(actor)].includes(right);
}

/** Null when `actor` has `right`, else the refusal for a verb to return (row F5). */
export function requireRight(actor: Actor, right: Right): Refused<"forbidden"> | null {
  if (hasRight(actor, right)) return null;
  return refuse("forbidden", "Your role does not allow this. Ask an owner or admin of the business.", {
    right,
  });
}

/** Members without the right to all calendars (staff, unless allowed) see and change only their own (row F5). */
export function seesOnlyOwnCalendar(actor: Actor): boolean {
  return actor.kind === "member" && !hasRight(actor, "calendar.all");
}
