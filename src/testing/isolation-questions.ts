import { appRouter } from "#delivery/trpc/app-router.ts";
import { createCaller } from "#delivery/trpc/procedures.ts";

/** Makes a caller of the dashboard's procedures for whoever asks. */
export const makeCaller = createCaller(appRouter);
type Caller = ReturnType<typeof makeCaller>;

/** Ids of a business, one of each kind. */
export type Ids = Record<
  | "service"
  | "category"
  | "staff"
  | "location"
  | "customer"
  | "appointment"
  | "timeOff"
  | "override"
  | "plan"
  | "resource"
  | "classSchedule"
  | "session"
  | "member"
  | "invitation"
  | "question"
  | "domain",
  string
>;

export type Ask = (caller: Caller, ids: Ids) => Promise<unknown>;

export const start = "2027-03-02T15:00:00Z";
export const week = [{ weekday: 1, intervals: [{ startMinute: 540, endMinute: 600 }] }];
export const on = { dateFrom: "2027-03-02", dateTo: "2027-03-02" };
const service = { name: "Stolen", durationMin: 30, priceMinor: 1 };

type ScopeOf = { staffId?: string; locationId?: string; serviceId?: string; resourceId?: string };

/** Asks about everything that has a schedule, one after the other. */
function ofOneScope(ask: (caller: Caller, scope: ScopeOf) => Promise<unknown>): Ask[] {
  return [
    (caller, { staff }) => ask(caller, { staffId: staff }),
    (caller, { location }) => ask(caller, { locationId: location }),
    (caller, { service }) => ask(caller, { serviceId: service }),
    (caller, { resource }) => ask(caller, { resourceId: resource }),
  ];
}

const classOf = ({ service: serviceId, staff, location }: Ids) => ({
  ...{ serviceId, staffId: staff, locationId: location, startMinute: 1200 },
});

/** How each procedure names things of a business; every one that takes an id must be here. */
export const asks: Record<string, Ask[]> = {
  "appointments.list": [
    (caller, { staff }) => caller.appointments.list({ staffId: staff }),
    (caller, { session }) => caller.appointments.list({ sessionId: session }),
  ],
  "appointments.read": [
    (caller, { appointment }) => caller.appointments.read({ target: { id: appointment } }),
  ],
  "appointments.history": [(caller, { appointment }) => caller.appointments.history({ id: appointment })],
  "appointments.book": [
    (caller, ids) =>
      caller.appointments.book({
        serviceId: ids.service,
        staffId: ids.staff,
        start,
        customer: { name: "Eve" },
      }),
  ],
  "appointments.move": [(caller, { appointment }) => caller.appointments.move({ id: appointment, start })],
  "appointments.edit": [
    (caller, { appointment }) => caller.appointments.edit({ id: appointment, notes: "Seen" }),
  ],
  "appointments.cancel": [
    (caller, { appointment }) => caller.appointments.cancel({ target: { id: appointment } }),
  ],
  "appointments.confirm": [(caller, { appointment }) => caller.appointments.confirm({ id: appointment })],
  "appointments.complete": [(caller, { appointment }) => caller.appointments.complete({ id: appointment })],
  "appointments.markNoShow": [
    (caller, { appointment }) => caller.appointments.markNoShow({ id: appointment }),
  ],
  "audit.list": [(caller, { customer }) => caller.audit.list({ actorKind: "customer", actorId: customer })],
  "availability.findSlots": [
    (caller, ids) =>
      caller.availability.findSlots({ serviceId: ids.service, from: start, to: start, audience: "member" }),
  ],
  "categories.save": [(caller, { category }) => caller.categories.save({ id: category, name: "Stolen" })],
  "categories.remove": [(caller, { category }) => caller.categories.remove({ id: category })],
  "classes.listSchedules": [(caller, ids) => caller.classes.listSchedules({ serviceId: ids.service })],
  "classes.listSessions": [
    (caller, { staff }) => caller.classes.listSessions({ from: start, to: start, staffId: staff }),
  ],
  "classes.saveSchedule": [
    (caller, ids) => caller.classes.saveSchedule({ ...classOf(ids), weekday: 2, dateFrom: on.dateFrom }),
    (caller, ids) =>
      caller.classes.saveSchedule({
        ...classOf(ids),
        id: ids.classSchedule,
        weekday: 2,
        dateFrom: on.dateFrom,
      }),
  ],
  "classes.archiveSchedule": [
    (caller, { classSchedule }) => caller.classes.archiveSchedule({ id: classSchedule }),
  ],
  "classes.addSession": [(caller, ids) => caller.classes.addSession({ ...classOf(ids), date: on.dateFrom })],
  "classes.changeSession": [
    (caller, { session }) => caller.classes.changeSession({ id: session, capacity: 9 }),
  ],
  "classes.cancelSession": [(caller, { session }) => caller.classes.cancelSession({ id: session })],
  "customers.read": [(caller, { customer }) => caller.customers.read({ id: customer })],
  "customers.save": [(caller, { customer }) => caller.customers.save({ id: customer, name: "Stolen" })],
  "explain.time": [
    (caller, ids) => caller.explain.time({ serviceId: ids.service, staffId: ids.staff, start }),
  ],
  "locations.save": [(caller, { location }) => caller.locations.save({ id: location, name: "Stolen" })],
  "locations.archive": [(caller, { location }) => caller.locations.archive({ id: location })],
  "locations.saveTravelTimes": [
    (caller, ids) =>
      caller.locations.saveTravelTimes({
        times: [{ fromLocationId: ids.location, toLocationId: ids.service, minutes: 20 }],
      }),
  ],
  "resources.save": [
    (caller, { resource }) => caller.resources.save({ id: resource, name: "Stolen", units: 3 }),
    (caller, { location }) => caller.resources.save({ name: "Stolen", locationId: location }),
  ],
  "addresses.checkDomain": [(caller, { domain }) => caller.addresses.checkDomain({ id: domain })],
  "addresses.preferDomain": [(caller, { domain }) => caller.addresses.preferDomain({ id: domain })],
  "addresses.removeDomain": [(caller, { domain }) => caller.addresses.removeDomain({ id: domain })],
  "questions.save": [
    (caller, { question }) => caller.questions.save({ id: question, question: "Stolen?", answer: "Yes." }),
  ],
  "questions.remove": [(caller, { question }) => caller.questions.remove({ id: question })],
  "questions.reorder": [(caller, { question }) => caller.questions.reorder({ ids: [question] })],
  "resources.archive": [(caller, { resource }) => caller.resources.archive({ id: resource })],
  "resources.restore": [(caller, { resource }) => caller.resources.restore({ id: resource })],
  "schedule.read": ofOneScope((caller, scope) => caller.schedule.read(scope)),
  "schedule.preview": ofOneScope((caller, scope) =>
    caller.schedule.preview({ ...scope, dateFrom: on.dateFrom, days: 7 }),
  ),
  "schedule.workingHours": [
    (caller, { location }) => caller.schedule.workingHours({ ...on, locationId: location }),
  ],
  "schedule.readHolidays": [(caller, { location }) => caller.schedule.readHolidays({ locationId: location })],
  "schedule.saveHolidays": [
    (caller, { location }) =>
      caller.schedule.saveHolidays({ locationId: location, country: "DE", worked: [] }),
  ],
  "schedule.removeHolidays": [
    (caller, { location }) => caller.schedule.removeHolidays({ locationId: location }),
  ],
  "schedule.saveWeeklyHours": ofOneScope((caller, scope) =>
    caller.schedule.saveWeeklyHours({ ...scope, week }),
  ),
  "schedule.saveHoursPlan": ofOneScope((caller, scope) =>
    caller.schedule.saveHoursPlan({ ...scope, weeks: [week], ...on }),
  ),
  "schedule.saveMonthlyHours": ofOneScope((caller, scope) =>
    caller.schedule.saveMonthlyHours({ ...scope, nth: 1, weekday: 6, intervals: [] }),
  ),
  "schedule.removeHoursPlan": [(caller, { plan }) => caller.schedule.removeHoursPlan({ id: plan })],
  "schedule.saveDateOverride": ofOneScope((caller, scope) =>
    caller.schedule.saveDateOverride({ ...scope, ...on, intervals: [] }),
  ),
  "schedule.removeDateOverride": [
    (caller, { override }) => caller.schedule.removeDateOverride({ id: override }),
  ],
  "schedule.addTimeOff": ofOneScope((caller, scope) => caller.schedule.addTimeOff({ ...scope, ...on })),
  "schedule.removeTimeOff": [(caller, { timeOff }) => caller.schedule.removeTimeOff({ id: timeOff })],
  "services.save": [
    (caller, ids) => caller.services.save({ ...service, id: ids.service }),
    (caller, { category }) => caller.services.save({ ...service, categoryId: category }),
    (caller, { staff }) => caller.services.save({ ...service, staffIds: [staff] }),
    (caller, { location }) => caller.services.save({ ...service, locationIds: [location] }),
    (caller, { staff }) => caller.services.save({ ...service, weights: { [staff]: 2 } }),
    (caller, { resource }) => caller.services.save({ ...service, requirements: [[resource]] }),
  ],
  "services.archive": [(caller, ids) => caller.services.archive({ id: ids.service })],
  "services.restore": [(caller, ids) => caller.services.restore({ id: ids.service })],
  "staff.list": [(caller, ids) => caller.staff.list({ serviceId: ids.service })],
  "staff.save": [
    (caller, { staff }) => caller.staff.save({ id: staff, name: "Stolen" }),
    (caller, ids) => caller.staff.save({ name: "Eve", serviceIds: [ids.service] }),
    (caller, { location }) => caller.staff.save({ name: "Eve", locationIds: [location] }),
  ],
  "staff.archive": [(caller, { staff }) => caller.staff.archive({ id: staff })],
  "staff.restore": [(caller, { staff }) => caller.staff.restore({ id: staff })],
  "team.invite": [
    (caller, { staff }) => caller.team.invite({ email: "eve@example.com", role: "staff", staffId: staff }),
  ],
  "team.resendInvitation": [(caller, { invitation }) => caller.team.resendInvitation({ id: invitation })],
  "team.revokeInvitation": [(caller, { invitation }) => caller.team.revokeInvitation({ id: invitation })],
  "team.changeMember": [
    (caller, { member }) => caller.team.changeMember({ id: member, role: "staff", staffId: null }),
  ],
  "team.chooseOwnCalendar": [(caller, { staff }) => caller.team.chooseOwnCalendar({ staffId: staff })],
  "team.removeMember": [(caller, { member }) => caller.team.removeMember({ id: member })],
  "team.transferOwnership": [(caller, { member }) => caller.team.transferOwnership({ id: member })],
  "account.revokeSession": [(caller, ids) => caller.account.revokeSession({ sessionId: ids.customer })],
};
