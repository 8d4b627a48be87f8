import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "#kernel/ids.ts";
import { addTimeOff } from "#modules/availability/add-time-off.ts";
import { saveDateOverride } from "#modules/availability/save-date-override.ts";
import { saveHoursPlan } from "#modules/availability/save-hours-plan.ts";
import { saveCategory } from "#modules/catalog/save-category.ts";
import { saveResource } from "#modules/catalog/save-resource.ts";
import { addSession } from "#modules/classes/add-session.ts";
import { saveClassSchedule } from "#modules/classes/save-class-schedule.ts";
import { SaveClassScheduleInput } from "#modules/classes/schema.ts";
import { addDomain } from "#modules/domains/add-domain.ts";
import { inviteMember } from "#modules/team/invite-member.ts";
import { saveQuestion } from "#modules/tenants/save-question.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aSession } from "#testing/builders/login.ts";
import { aTeamMember } from "#testing/builders/member.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { appRouter } from "./app-router.ts";
import { contextFor } from "./context.ts";
import { createCaller } from "./procedures.ts";

/** Ids of a business, one of each kind. */
type Ids = Record<
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

type Ask = (caller: ReturnType<typeof callerOf>, ids: Ids) => Promise<unknown>;

const start = "2027-03-02T15:00:00Z";
const week = [{ weekday: 1, intervals: [{ startMinute: 540, endMinute: 600 }] }];
const on = { dateFrom: "2027-03-02", dateTo: "2027-03-02" };
const service = { name: "Stolen", durationMin: 30, priceMinor: 1 };

type ScopeOf = { staffId?: string; locationId?: string; serviceId?: string; resourceId?: string };

/** Asks about everything that has a schedule, one after the other. */
function ofOneScope(ask: (caller: ReturnType<typeof callerOf>, scope: ScopeOf) => Promise<unknown>): Ask[] {
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
const asks: Record<string, Ask[]> = {
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

/** Lists narrow down by an id: a foreign one finds nothing. */
const lists = new Set([
  "appointments.list",
  "audit.list",
  "staff.list",
  "classes.listSchedules",
  "classes.listSessions",
]);

function callerOf(shop: Shop, sessionId = newId()) {
  const member = {
    tenantId: shop.tenantId,
    actor: { kind: "member" as const, userId: shop.ownerUserId, role: "owner" as const },
    user: { userId: shop.ownerUserId, email: "owner@example.com", name: "Owner" },
    sessionId,
  };
  return createCaller(appRouter)(contextFor(async () => member));
}

async function idsOf(shop: Shop): Promise<Ids> {
  const appointment = await anAppointment(shop, { start });
  const customer = await aCustomer(shop);
  const saved = await shop.run(async (ctx) => {
    const staffId = shop.staff[0].id;
    const category = await saveCategory(ctx, { name: "Theirs" });
    const timeOff = await addTimeOff(ctx, { staffId, ...on });
    const override = await saveDateOverride(ctx, { staffId, ...on, intervals: [] });
    const resource = await saveResource(ctx, { name: "Their room", units: 2 });
    if (!resource.ok) throw new Error("The other business could not be furnished");
    const plan = await saveHoursPlan(ctx, { staffId, weeks: [week], ...on });
    const question = await saveQuestion(ctx, { question: "Theirs?", answer: "Yes." });
    const domain = await addDomain(ctx, { host: `${newId()}.example`, kind: "custom" });
    if (!category.ok || !timeOff.ok || !override.ok || !plan.ok || !question.ok || !domain.ok)
      throw new Error("The other business could not be furnished");
    const [timeOffId, overrideId] = [timeOff.value.id, override.value.id];
    return {
      plan: plan.value.id,
      category: category.value.id,
      timeOff: timeOffId,
      override: overrideId,
      resource: resource.value.id,
      question: question.value.id,
      domain: domain.value.id,
    };
  });
  const { service: first, staff, location } = shop;
  return {
    ...saved,
    ...(await aClassOf(shop)),
    ...(await aTeamOf(shop)),
    service: first.id,
    staff: staff[0].id,
    location: location.id,
    customer: customer.id,
    appointment: appointment.id,
  };
}

/** Somebody who belongs to the business, and somebody who was asked to. */
async function aTeamOf(shop: Shop): Promise<Pick<Ids, "member" | "invitation">> {
  const { id: member } = await aTeamMember(shop, "staff");
  const guest = { email: "guest@example.com", role: "staff" as const, granted: [], denied: [] };
  const invited = await shop.run((ctx) => inviteMember(ctx, guest));
  if (!invited.ok) throw new Error(invited.message);
  return { member, invitation: invited.value.id };
}

/** A class that repeats, with its dates, beside the shop's first service. */
async function aClassOf(shop: Shop): Promise<Pick<Ids, "classSchedule" | "session">> {
  const serviceId = shop.services[1]?.id ?? "";
  const where = { serviceId, staffId: shop.staff[0].id, locationId: shop.location.id };
  const repeating = { ...where, weekday: 4, startMinute: 1260, dateFrom: "2027-03-01", dateTo: "2027-03-07" };
  const plan = SaveClassScheduleInput.parse(repeating);
  const schedule = await shop.run((ctx) => saveClassSchedule(ctx, plan));
  const single = { ...where, date: "2027-03-05", startMinute: 1260 };
  const session = await shop.run((ctx) => addSession(ctx, single));
  if (!schedule.ok || !session.ok) throw new Error("The other business has no class");
  return { classSchedule: schedule.value.id, session: session.value.id };
}

const tables = [
  "service",
  "service_category",
  "staff",
  "staff_service",
  "staff_location",
  "location",
  "location_service",
  "availability_rule",
  "holiday_calendar",
  "customer",
  "appointment",
  "occupancy",
  "resource",
  "resource_unit",
  "service_resource",
  "travel_time",
  "class_schedule",
  "class_session",
  "membership",
  "invitation",
  "faq",
  "event",
];

describe("a member of one business who names things of another", () => {
  const database = useDatabase();
  let theirs: Ids;
  let caller: ReturnType<typeof callerOf>;
  let other: Shop;

  async function rowsOfBoth(): Promise<string[]> {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await database.superuser.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`);
      found.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return found;
  }

  beforeAll(async () => {
    const mine = await aShop();
    other = await aShop().withService().withService({ kind: "class", capacity: 5 });
    // Signed in just now: nothing is refused for want of the password.
    caller = callerOf(mine, await aSession({ userId: mine.ownerUserId }));
    theirs = await idsOf(other);
    await anAppointment(mine, { start });
  });

  it.each(Object.entries(asks))("gets nothing from %s and changes nothing", async (path, ways) => {
    const before = await rowsOfBoth();
    for (const ask of ways) {
      const answer = await ask(caller, theirs).catch((error: { code: string }) => error.code);
      if (lists.has(path))
        expect(
          Object.values(answer as object)
            .flat()
            .filter(Boolean),
        ).toEqual([]);
      else expect(answer).toBe("NOT_FOUND");
    }
    expect(await rowsOfBoth()).toEqual(before);
  });

  it("would have got an answer for things of their own: the questions are well-formed", async () => {
    const owner = callerOf(other);
    expect(await owner.appointments.read({ target: { id: theirs.appointment } })).toMatchObject({
      id: theirs.appointment,
    });
    expect(await owner.schedule.read({ staffId: theirs.staff })).toMatchObject({ usesDefaultHours: false });
  });
});

describe("the table of questions", () => {
  it("has every procedure that takes an id", () => {
    type Procedure = { _def: { inputs: z.ZodType[] } };
    const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
    const takingIds = procedures.filter(([, { _def }]) =>
      _def.inputs.some((input) =>
        JSON.stringify(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })).includes('"uuid"'),
      ),
    );
    // The platform's own know no tenant to be isolated from; platform.db.test.ts refuses everybody else there.
    const ofBusinesses = takingIds.map(([path]) => path).filter((path) => !path.startsWith("platform."));
    expect(ofBusinesses.filter((path) => !(path in asks))).toEqual([]);
    expect(takingIds.length).toBeGreaterThan(25);
  });
});

describe("somebody who is not signed in", () => {
  it.each(Object.keys(asks))("is asked to sign in by %s", async (path) => {
    const nobody = createCaller(appRouter)(contextFor(async () => null));
    const ids = Object.fromEntries(
      [
        "service",
        "category",
        "staff",
        "location",
        "customer",
        "appointment",
        "timeOff",
        "override",
        "plan",
        "resource",
        "classSchedule",
        "session",
        "member",
        "invitation",
        "question",
        "domain",
      ].map((name) => [name, newId()]),
    ) as Ids;
    for (const ask of asks[path] ?? [])
      await expect(ask(nobody, ids)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
