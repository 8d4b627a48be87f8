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
import { asks, type Ids, makeCaller, on, start, week } from "#testing/isolation-questions.ts";
import { appRouter } from "./app-router.ts";
import { contextFor } from "./context.ts";

/** Lists narrow down by an id: a foreign one finds nothing. */
const lists = new Set([
  "appointments.list",
  "audit.list",
  "staff.list",
  "classes.listSchedules",
  "classes.listSessions",
]);

function memberOf(shop: Shop, sessionId = newId()) {
  return {
    tenantId: shop.tenantId,
    actor: { kind: "member" as const, userId: shop.ownerUserId, role: "owner" as const },
    user: { userId: shop.ownerUserId, email: "owner@example.com", name: "Owner" },
    sessionId,
  };
}

function callerOf(shop: Shop, sessionId = newId()) {
  const member = memberOf(shop, sessionId);
  return makeCaller(contextFor(async () => member));
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

describe("a page that was left open", () => {
  useDatabase();

  const caller = (works: Shop, shows: Shop | null) => {
    const asker = memberOf(works);
    return makeCaller(contextFor({ member: async () => asker, pageBusiness: shows?.tenantId ?? null }));
  };

  it("neither reads nor changes anything in the business that its reader works in by now", async () => {
    const [before, now] = [await aShop(), await aShop()];
    const stale = caller(now, before);
    const refused = { code: "PRECONDITION_FAILED", message: expect.stringContaining("Load this page again") };
    await expect(stale.business.update({ tagline: "Of the other one" })).rejects.toMatchObject(refused);
    await expect(stale.team.invite({ email: "a@example.com", role: "admin" })).rejects.toMatchObject(refused);
    await expect(stale.business.read()).rejects.toMatchObject(refused);
    expect((await caller(now, now).business.read()).tagline).not.toBe("Of the other one");
    expect(await caller(now, null).business.read()).toMatchObject({ id: now.tenantId });
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
    const nobody = makeCaller(contextFor(async () => null));
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
