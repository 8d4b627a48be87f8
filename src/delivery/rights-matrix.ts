import type { Right } from "#modules/accounts/rules/rights.ts";

/** `own`: of their own calendar only. */
export type Cell = "allowed" | "own" | "denied";

/** Who may call a procedure of the dashboard. Customers and strangers have no session: all of it is denied to them. */
export type TeamRow = {
  owner: Cell;
  admin: Cell;
  staff: Cell;
  /** The right that it asks for: granted, it allows staff; denied, it stops an admin. Null: none, or not one by one. */
  right: Right | null;
  /** The owner of a suspended business. */
  suspended: Cell;
};

/** Who may call an endpoint that knows no session. */
export type OpenRow = { anybody: Cell; suspended: Cell };

const row = (owner: Cell, admin: Cell, staff: Cell, right: Right | null, suspended = owner): TeamRow => ({
  owner,
  admin,
  staff,
  right,
  suspended,
});

/** Whoever belongs to the business. */
const everybody = row("allowed", "allowed", "allowed", null);
/** Whoever belongs to the business, unless the right was taken away. */
const unlessDenied = (right: Right) => row("allowed", "allowed", "allowed", right);
/** Owners and admins, and others who were given the right. */
const managers = (right: Right) => row("allowed", "allowed", "denied", right);
/** Everybody, staff within their own calendar. */
const ownCalendar = (right: Right) => row("allowed", "allowed", "own", right);
/** Owners, and others who were given the right. */
const owners = (right: Right | null) => row("allowed", "denied", "denied", right);

/**
 * Role × verb (F5, A7): every procedure of the dashboard, stated once. docs/rights.md is written from it (node
 * scripts/rights-page.ts), and `rights-matrix.db.test.ts` calls each as each: a procedure without a row, or one that
 * answers otherwise, fails there.
 */
export const teamMatrix: Readonly<Record<string, TeamRow>> = {
  "account.changePassword": everybody,
  "account.revokeAllSessions": everybody,
  "account.revokeOtherSessions": everybody,
  "account.revokeSession": everybody,
  "account.sessions": everybody,
  "addresses.addDomain": managers("domains.write"),
  "addresses.changeMode": owners("business.own"),
  "addresses.changeSlug": managers("business.write"),
  "addresses.checkDomain": managers("domains.write"),
  "addresses.preferDomain": managers("domains.write"),
  "addresses.previewMode": owners("business.own"),
  "addresses.read": managers("domains.write"),
  "addresses.removeDomain": managers("domains.write"),
  "appointments.book": ownCalendar("appointments.write"),
  "appointments.cancel": ownCalendar("appointments.write"),
  "appointments.complete": ownCalendar("appointments.write"),
  "appointments.confirm": ownCalendar("appointments.write"),
  "appointments.edit": ownCalendar("appointments.write"),
  "appointments.history": ownCalendar("history.read"),
  "appointments.list": ownCalendar("appointments.read"),
  "appointments.markNoShow": ownCalendar("appointments.write"),
  "appointments.move": ownCalendar("appointments.write"),
  "appointments.read": ownCalendar("appointments.read"),
  "audit.list": managers("audit.read"),
  "audit.people": managers("audit.read"),
  "availability.findSlots": everybody,
  "billing.changePlan": owners("billing.write"),
  "billing.end": owners("billing.write"),
  "billing.openPortal": owners("billing.write"),
  "billing.read": managers("billing.read"),
  "billing.resume": owners("billing.write"),
  "billing.startCheckout": owners("billing.write"),
  "branding.previewCss": everybody,
  "branding.read": everybody,
  "branding.save": managers("business.write"),
  "business.read": everybody,
  "business.update": managers("business.write"),
  "categories.list": everybody,
  "categories.remove": managers("catalog.write"),
  "categories.save": managers("catalog.write"),
  "classes.addSession": managers("schedule.write"),
  "classes.archiveSchedule": managers("schedule.write"),
  "classes.cancelSession": managers("schedule.write"),
  "classes.changeSession": managers("schedule.write"),
  "classes.listSchedules": unlessDenied("schedule.read"),
  "classes.listSessions": ownCalendar("appointments.read"),
  "classes.saveSchedule": managers("schedule.write"),
  "customers.list": unlessDenied("customers.read"),
  "customers.read": unlessDenied("customers.read"),
  "customers.save": managers("customers.write"),
  "explain.time": unlessDenied("schedule.read"),
  "locations.archive": managers("business.write"),
  "locations.list": everybody,
  "locations.save": managers("business.write"),
  "locations.saveTravelTimes": managers("business.write"),
  "locations.travelTimes": everybody,
  "onboarding.findAddress": everybody,
  "onboarding.saveProgress": managers("business.write"),
  "onboarding.start": everybody,
  "questions.list": everybody,
  "questions.remove": managers("business.write"),
  "questions.reorder": managers("business.write"),
  "questions.save": managers("business.write"),
  "resources.archive": managers("catalog.write"),
  "resources.list": everybody,
  "resources.restore": managers("catalog.write"),
  "resources.save": managers("catalog.write"),
  "schedule.addTimeOff": managers("schedule.write"),
  "schedule.preview": unlessDenied("schedule.read"),
  "schedule.read": unlessDenied("schedule.read"),
  "schedule.readHolidays": unlessDenied("schedule.read"),
  "schedule.removeDateOverride": managers("schedule.write"),
  "schedule.removeHolidays": managers("schedule.write"),
  "schedule.removeHoursPlan": managers("schedule.write"),
  "schedule.removeTimeOff": managers("schedule.write"),
  "schedule.saveDateOverride": managers("schedule.write"),
  "schedule.saveHolidays": managers("schedule.write"),
  "schedule.saveHoursPlan": managers("schedule.write"),
  "schedule.saveMonthlyHours": managers("schedule.write"),
  "schedule.saveWeeklyHours": managers("schedule.write"),
  "schedule.workingHours": unlessDenied("schedule.read"),
  "secondFactors.addPasskey": everybody,
  "secondFactors.beginPasskey": everybody,
  "secondFactors.beginTotp": everybody,
  "secondFactors.confirmTotp": everybody,
  "secondFactors.read": everybody,
  "secondFactors.removePasskey": everybody,
  "secondFactors.removeTotp": everybody,
  "secondFactors.renewRecoveryCodes": everybody,
  "services.archive": managers("catalog.write"),
  "services.list": everybody,
  "services.restore": managers("catalog.write"),
  "services.save": managers("catalog.write"),
  "staff.archive": managers("staff.write"),
  "staff.list": everybody,
  "staff.restore": managers("staff.write"),
  "staff.save": managers("staff.write"),
  "team.changeMember": managers("team.write"),
  "team.chooseOwnCalendar": managers("team.write"),
  "team.invite": managers("team.write"),
  "team.leave": everybody,
  "team.list": managers("team.read"),
  "team.removeMember": managers("team.write"),
  "team.resendInvitation": managers("team.write"),
  "team.revokeInvitation": managers("team.write"),
  "team.transferOwnership": owners(null),
};

/** Who may call a procedure of the platform's pages; the others are told that there is nothing at this address. */
export type PlatformRow = { platformAdmin: Cell; owner: Cell; admin: Cell; staff: Cell };

const platformAdmins: PlatformRow = {
  platformAdmin: "allowed",
  owner: "denied",
  admin: "denied",
  staff: "denied",
};

/** The procedures for those who run the installation (A8). */
export const platformMatrix: Readonly<Record<string, PlatformRow>> = {
  "platform.addBuilderKey": platformAdmins,
  "platform.allowPayments": platformAdmins,
  "platform.builders": platformAdmins,
  "platform.business": platformAdmins,
  "platform.businesses": platformAdmins,
  "platform.changeBuilder": platformAdmins,
  "platform.createBuilder": platformAdmins,
  "platform.deleteJob": platformAdmins,
  "platform.disableLogin": platformAdmins,
  "platform.enableLogin": platformAdmins,
  "platform.failedJobs": platformAdmins,
  "platform.figures": platformAdmins,
  "platform.givePlan": platformAdmins,
  "platform.login": platformAdmins,
  "platform.logins": platformAdmins,
  "platform.plans": platformAdmins,
  "platform.restore": platformAdmins,
  "platform.retirePlan": platformAdmins,
  "platform.retryJob": platformAdmins,
  "platform.revokeBuilderKey": platformAdmins,
  "platform.savePlan": platformAdmins,
  "platform.signOutEverywhere": platformAdmins,
  "platform.startActing": platformAdmins,
  "platform.stopActing": platformAdmins,
  "platform.suspend": platformAdmins,
  "platform.trail": platformAdmins,
};

const open: OpenRow = { anybody: "allowed", suspended: "allowed" };
const openUnlessSuspended: OpenRow = { anybody: "allowed", suspended: "denied" };

/** The public API (K1), for a customer without any login, below `/api/booking/v1/<slug>/`. */
export const publicMatrix: Readonly<Record<string, OpenRow>> = {
  "GET availability": open,
  "GET availability/month": open,
  "GET services": open,
  "GET services/:id": open,
  "GET staff": open,
  "GET staff/:id": open,
  "GET locations": open,
  "POST appointments": openUnlessSuspended,
  "GET appointments/:id": open,
  "PUT appointments/:id/reschedule": open,
  "DELETE appointments/:id/cancel": open,
};

/** Who may call an endpoint for website builders, about a business that one of them provisioned. */
export type BuilderRow = { itsBuilder: Cell; otherBuilder: Cell; withoutKey: Cell };

const itsBuilder: BuilderRow = { itsBuilder: "allowed", otherBuilder: "denied", withoutKey: "denied" };
/** Names no business of another: it answers about one's own. */
const anyBuilder: BuilderRow = { itsBuilder: "allowed", otherBuilder: "allowed", withoutKey: "denied" };

/** The platform API (K4), for website builders with a key, below `/api/platform/v1/`. */
export const builderMatrix: Readonly<Record<string, BuilderRow>> = {
  "GET plans": anyBuilder,
  "GET businesses": anyBuilder,
  "GET businesses/:reference": itsBuilder,
  // References are each builder's own: another's call makes a business of its own.
  "PUT businesses/:reference": anyBuilder,
  "POST businesses/:reference/plan": itsBuilder,
  "POST businesses/:reference/suspend": itsBuilder,
  "POST businesses/:reference/restore": itsBuilder,
  "PUT businesses/:reference/hosts/:host": itsBuilder,
  "DELETE businesses/:reference/hosts/:host": itsBuilder,
  "PUT businesses/:reference/users/:email": itsBuilder,
  "DELETE businesses/:reference/users/:email": itsBuilder,
  "PUT businesses/:reference/services/:slug": itsBuilder,
  "PUT businesses/:reference/staff/:email": itsBuilder,
  "PUT businesses/:reference/hours": itsBuilder,
};
