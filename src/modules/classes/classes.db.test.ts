import { describe, expect, it } from "vitest";
import { bookAppointment } from "#modules/appointments/book-appointment.ts";
import { BookAppointmentInput } from "#modules/appointments/schema.ts";
import { addTimeOff } from "#modules/availability/add-time-off.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aResource } from "#testing/builders/resource.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addSession } from "./add-session.ts";
import { archiveClassSchedule } from "./archive-class-schedule.ts";
import { cancelSession } from "./cancel-session.ts";
import { changeSession } from "./change-session.ts";
import { extendClassSchedule, listOpenSchedules } from "./extend-class-schedule.ts";
import { listClassSchedules } from "./list-class-schedules.ts";
import { listClassSessions } from "./list-class-sessions.ts";
import { saveClassSchedule } from "./save-class-schedule.ts";
import { ListClassSessionsInput, SaveClassScheduleInput } from "./schema.ts";

/** A Monday; the classes are on Tuesdays at 18:00 in Berlin. */
const today = "2030-03-04T00:00:00Z";
const firstClass = "2030-03-05T17:00:00Z";
const secondClass = "2030-03-12T17:00:00Z";
const team = { at: today };
const visitor = { as: aVisitor, at: today };

const database = useDatabase();

async function aStudio(shop: Parameters<typeof aShop>[0] = {}): Promise<Shop> {
  return aShop({ horizonDays: 28, ...shop })
    .withStaff({ name: "Ada" })
    .withStaff({ name: "Bea" })
    .withService({ kind: "class", capacity: 3, name: "Yoga", bufferAfterMin: 15, priceKind: "per_person" });
}

function planFor(shop: Shop, overrides: Partial<SaveClassScheduleInput> = {}): SaveClassScheduleInput {
  return SaveClassScheduleInput.parse({
    ...{ serviceId: shop.service.id, staffId: shop.staff[0].id, locationId: shop.location.id },
    ...{ weekday: 2, startMinute: 18 * 60, dateFrom: "2030-03-04" },
    ...overrides,
  });
}

async function saved(shop: Shop, overrides: Partial<SaveClassScheduleInput> = {}) {
  const outcome = await shop.run((ctx) => saveClassSchedule(ctx, planFor(shop, overrides)), team);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

async function sessionsOf(shop: Shop, until = "2030-06-01T00:00:00Z", includeCancelled = false) {
  const input = ListClassSessionsInput.parse({ from: today, to: until, includeCancelled });
  const found = await shop.run((ctx) => listClassSessions(ctx, input), team);
  if (!found.ok) throw new Error(found.message);
  return found.value.sessions;
}

async function book(shop: Shop, start: string, seats = 1) {
  const customer = { name: "Mia Wong", email: `mia-${Math.random()}@example.com` };
  const input = BookAppointmentInput.parse({ serviceId: shop.service.id, start, seats, customer });
  return shop.run((ctx) => bookAppointment(ctx, input), visitor);
}

async function eventsOf(shop: Shop, type: string): Promise<{ payload: Record<string, unknown> }[]> {
  const sql = "SELECT payload FROM event WHERE tenant_id = $1 AND type = $2";
  return (await database.superuser.query(sql, [shop.tenantId, type])).rows;
}

describe("a class that repeats", () => {
  it("has its sessions made two weeks past the horizon and eight weeks at least, with the teacher's time claimed", async () => {
    const shop = await aStudio();
    const outcome = await saved(shop);
    expect(outcome.made).toHaveLength(8);
    expect(outcome.made[0]).toBe("2030-03-05");
    expect(outcome).toMatchObject({ refused: [], kept: [] });
    const [first] = await sessionsOf(shop);
    expect(first).toMatchObject({
      start: firstClass,
      end: "2030-03-05T18:00:00Z",
      capacity: 3,
      seatsTaken: 0,
    });
    const { rows } = await database.superuser.query(
      "SELECT ends_at AS until FROM occupancy WHERE session_id = $1 AND subject_id = $2",
      [first?.id, shop.staff[0].id],
    );
    expect(rows).toEqual([{ until: new Date("2030-03-05T18:15:00Z") }]);
  });

  it("keeps its wall time through a clock change", async () => {
    const shop = await aStudio();
    await saved(shop);
    const starts = (await sessionsOf(shop)).map(({ start }) => start.slice(11, 16));
    // Clocks go forward on 31 March.
    expect(starts).toEqual(["17:00", "17:00", "17:00", "17:00", "16:00", "16:00", "16:00", "16:00"]);
  });

  it("says on which dates it cannot be, and why", async () => {
    const shop = await aStudio();
    const [ada] = shop.staff;
    const room = await aResource(shop, { name: "Hall" });
    await anAppointment(shop, { start: "2030-03-05T17:30:00Z", staffId: ada.id });
    const off = { dateFrom: "2030-03-12", dateTo: "2030-03-12" };
    await shop.run((ctx) => addTimeOff(ctx, { staffId: ada.id, ...off }));
    await database.superuser.query(
      `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
       VALUES ($1, gen_random_uuid(), $2, '2030-03-19T17:00Z', '2030-03-19T19:00Z', 'block')`,
      [shop.tenantId, room.unitIds[0]],
    );
    await shop.run((ctx) =>
      ctx.db.holidayCalendar.create({ data: { tenantId: ctx.tenantId, id: room.id, country: "DE" } }),
    );
    // 1 May 2030 is a Wednesday.
    const tuesdays = await saved(shop);
    expect(tuesdays.refused).toEqual([
      { date: "2030-03-05", message: "Ada is already booked at this time." },
      { date: "2030-03-12", message: "Ada has time off." },
      { date: "2030-03-19", message: "Hall is taken at this time." },
    ]);
    const wednesdays = await saved(shop, { weekday: 3, dateFrom: "2030-04-24", dateTo: "2030-05-08" });
    expect(wednesdays.refused).toEqual([]);
    const later = await shop.run(
      (ctx) => saveClassSchedule(ctx, planFor(shop, { weekday: 3, startMinute: 600 })),
      {
        at: "2030-04-20T00:00:00Z",
      },
    );
    expect(later).toMatchObject({
      value: { refused: [{ date: "2030-05-01", message: expect.stringContaining("is closed: ") }] },
    });
  });

  it("is offered with its seats, and only by those who give it", async () => {
    const shop = await aStudio();
    await saved(shop);
    const window = { from: today, to: "2030-03-13T00:00:00Z" };
    const offered = await shop.run(
      (ctx) => findSlots(ctx, { serviceId: shop.service.id, ...window, audience: "customer" }),
      visitor,
    );
    expect(offered.ok && offered.value.slots.map(({ start }) => start)).toEqual([firstClass, secondClass]);
  });

  it("is only given by people who perform the service, and is a class", async () => {
    const shop = await aStudio();
    await shop.run((ctx) => ctx.db.staffService.deleteMany({ where: { staffId: shop.staff[0].id } }));
    expect(await shop.run((ctx) => saveClassSchedule(ctx, planFor(shop)), team)).toMatchObject({
      reason: "invalid",
      message: "Ada does not give Yoga: add it to their services first.",
    });
    const salon = await aShop();
    expect(await salon.run((ctx) => saveClassSchedule(ctx, planFor(salon)), team)).toMatchObject({
      reason: "invalid",
    });
  });

  it("goes on by itself, each date once", async () => {
    const shop = await aStudio();
    const { id } = await saved(shop);
    const system = { as: { kind: "system", job: "extend-classes" } as const, at: "2030-03-25T00:00:00Z" };
    const again = () => shop.run((ctx) => extendClassSchedule(ctx, id), system);
    expect(await shop.run(listOpenSchedules, system)).toEqual([id]);
    expect(await again()).toEqual({ made: ["2030-04-30", "2030-05-07", "2030-05-14"], refused: [] });
    expect(await again()).toEqual({ made: [], refused: [] });
    expect(await sessionsOf(shop)).toHaveLength(11);
  });

  it("can be changed: sessions that are booked stay, the others are made anew", async () => {
    const shop = await aStudio();
    const { id } = await saved(shop, { dateTo: "2030-03-19" });
    expect(await book(shop, secondClass)).toMatchObject({ ok: true });
    const changed = await saved(shop, { id, startMinute: 19 * 60, dateTo: "2030-03-19", capacity: 5 });
    expect(changed).toEqual({ id, made: ["2030-03-05", "2030-03-19"], refused: [], kept: ["2030-03-12"] });
    const sessions = await sessionsOf(shop);
    expect(sessions.map(({ wallStart, capacity }) => `${wallStart} ${capacity}`)).toEqual([
      "2030-03-05T19:00 5",
      "2030-03-12T18:00 3",
      "2030-03-19T19:00 5",
    ]);
  });

  it("takes its empty sessions along when it ends, and those with bookings only when told to", async () => {
    const shop = await aStudio();
    const { id } = await saved(shop, { dateTo: "2030-03-19" });
    await book(shop, secondClass);
    const archive = (options: { cancelBooked: boolean }) =>
      shop.run((ctx) => archiveClassSchedule(ctx, { id, notify: true, ...options }), team);
    expect(await archive({ cancelBooked: false })).toEqual({
      ok: true,
      value: { id, removed: 2, cancelled: 0, kept: ["2030-03-12"] },
    });
    expect(await archive({ cancelBooked: true })).toMatchObject({ reason: "notFound" });
    expect(await sessionsOf(shop)).toHaveLength(1);

    const other = await saved(shop, { weekday: 4, dateTo: "2030-03-14" });
    await book(shop, "2030-03-14T17:00:00Z", 2);
    const ended = await shop.run(
      (ctx) => archiveClassSchedule(ctx, { id: other.id, notify: true, cancelBooked: true }),
      team,
    );
    expect(ended).toMatchObject({ value: { removed: 1, cancelled: 1, kept: [] } });
    expect(await eventsOf(shop, "appointment.cancelled")).toHaveLength(1);
  });

  it("is listed with what is to come", async () => {
    const shop = await aStudio();
    await saved(shop, { dateTo: "2030-03-12", everyWeeks: 1 });
    const listed = await shop.run((ctx) => listClassSchedules(ctx, { includeArchived: false }), team);
    expect(listed.ok && listed.value.schedules).toMatchObject([
      {
        weekday: 2,
        startMinute: 1080,
        coming: 2,
        next: firstClass,
        dateTo: "2030-03-12",
        staff: { name: "Ada" },
      },
    ]);
  });
});

describe("one date of a class", () => {
  const single = (shop: Shop, overrides = {}) => ({
    ...{ serviceId: shop.service.id, staffId: shop.staff[0].id, locationId: shop.location.id },
    ...{ date: "2030-03-07", startMinute: 600, ...overrides },
  });

  async function added(shop: Shop, overrides = {}) {
    const outcome = await shop.run((ctx) => addSession(ctx, single(shop, overrides)), team);
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.value;
  }

  it("can be added, unless it is taken, off, past, or at a time that does not exist", async () => {
    const shop = await aStudio();
    expect(await added(shop)).toMatchObject({ start: "2030-03-07T09:00:00Z", capacity: 3, scheduleId: null });
    const refused = (overrides: object) =>
      shop.run((ctx) => addSession(ctx, single(shop, overrides)), team).then((it) => it.ok || it.message);
    expect(await refused({ startMinute: 630 })).toBe("Ada is already booked at this time.");
    expect(await refused({ date: "2030-03-03" })).toBe("This time has already passed.");
    expect(await refused({ date: "2030-03-31", startMinute: 150 })).toBe(
      "Clocks change on this day, and 02:30 does not exist. The next time is 03:00.",
    );
    await shop.run((ctx) => addTimeOff(ctx, { dateFrom: "2030-03-08", dateTo: "2030-03-08" }));
    expect(await refused({ date: "2030-03-08" })).toBe("Location 1 is closed for a time.");
  });

  it("is cancelled with everything that is booked in it, and its time is free", async () => {
    const shop = await aStudio();
    const { id, start } = await added(shop);
    await book(shop, start, 2);
    await book(shop, start, 1);
    const outcome = await shop.run((ctx) => cancelSession(ctx, { id, reason: "Ill", notify: true }), team);
    expect(outcome).toEqual({ ok: true, value: { id, cancelled: 2 } });
    const cancelled = await eventsOf(shop, "appointment.cancelled");
    expect(cancelled.map(({ payload }) => [payload.notify, payload.by])).toEqual([
      [true, "member"],
      [true, "member"],
    ]);
    expect(await sessionsOf(shop, undefined, true)).toMatchObject([{ cancelled: true, seatsTaken: 0 }]);
    expect(await book(shop, start)).toMatchObject({ ok: false });
    await added(shop);
    expect(await shop.run((ctx) => cancelSession(ctx, { id, notify: true }), team)).toMatchObject({
      reason: "wrongState",
    });
  });

  it("moves with its bookings to another time, teacher and room", async () => {
    const shop = await aStudio();
    const hall = await aResource(shop, { name: "Hall", units: 2 });
    const { id, start } = await added(shop);
    await book(shop, start);
    const [, bea] = shop.staff;
    const to = { id, start: "2030-03-08T09:30:00Z", staffId: bea?.id, notify: true };
    const changed = await shop.run((ctx) => changeSession(ctx, to), team);
    expect(changed).toMatchObject({
      value: {
        moved: 1,
        session: {
          start: to.start,
          staff: { name: "Bea" },
          resources: [{ id: hall.id, name: "Hall", unit: 1 }],
        },
      },
    });
    const { rows } = await database.superuser.query(
      "SELECT starts_at AS start, staff_id AS staff, wall_start AS wall, version FROM appointment WHERE session_id = $1",
      [id],
    );
    expect(rows).toEqual([
      { start: new Date(to.start), staff: bea?.id, wall: "2030-03-08T10:30", version: 2 },
    ]);
    expect(await eventsOf(shop, "appointment.rescheduled")).toMatchObject([
      { payload: { previousStart: start, previousStaffId: shop.staff[0].id, notify: true } },
    ]);
    await anAppointment(shop, { start, staffId: shop.staff[0].id });
  });

  it("does not move onto somebody's other work, and stays as it was then", async () => {
    const shop = await aStudio();
    const { id, start } = await added(shop);
    await anAppointment(shop, { start: "2030-03-08T09:00:00Z", staffId: shop.staff[0].id });
    const to = { id, start: "2030-03-08T09:30:00Z", notify: true };
    expect(await shop.run((ctx) => changeSession(ctx, to), team)).toMatchObject({
      reason: "slotTaken",
      message: "Ada is already booked at this time.",
    });
    expect(await sessionsOf(shop)).toMatchObject([{ start }]);
  });

  it("never has fewer seats than are booked", async () => {
    const shop = await aStudio();
    const { id, start } = await added(shop);
    await book(shop, start, 2);
    const resize = (capacity: number) =>
      shop.run((ctx) => changeSession(ctx, { id, capacity, notify: true }), team);
    expect(await resize(1)).toMatchObject({ reason: "invalid" });
    expect(await resize(2)).toMatchObject({ value: { moved: 0, session: { capacity: 2 } } });
    expect(await eventsOf(shop, "appointment.rescheduled")).toEqual([]);
  });

  it("is the business of those who may change schedules; others see their own", async () => {
    const shop = await aStudio();
    const { id } = await added(shop);
    const as = aMember("staff", shop.staff[1]?.id);
    const by = { as, at: today };
    expect(await shop.run((ctx) => addSession(ctx, single(shop)), by)).toMatchObject({ reason: "forbidden" });
    expect(await shop.run((ctx) => cancelSession(ctx, { id, notify: true }), by)).toMatchObject({
      reason: "forbidden",
    });
    const seen = ListClassSessionsInput.parse({ from: today, to: "2030-06-01T00:00:00Z" });
    expect(await shop.run((ctx) => listClassSessions(ctx, seen), by)).toEqual({
      ok: true,
      value: { sessions: [] },
    });
  });
});
