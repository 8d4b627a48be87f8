import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { loadSchedule, type ScheduleRequest } from "./load-schedule.ts";

const database = useDatabase();
/** A Tuesday. */
const window = { from: parseInstant("2026-12-01T00:00:00Z"), until: parseInstant("2026-12-02T00:00:00Z") };

const load = (shop: Shop, request: Partial<ScheduleRequest> = {}) =>
  shop.run((ctx) => loadSchedule(ctx, { serviceId: shop.service.id, window, ...request }));

const inOrder = (starts: readonly number[] = []) => starts.toSorted((a, b) => a - b).map(formatInstant);

/** A hold of the shop's first service and staff member, with a claim of everybody's in `with`. */
async function aHold(
  shop: Shop,
  hold: { start: string; sessionId?: string; seats?: number; lives?: string; with?: string[] },
) {
  const { start, sessionId = null, seats = 1, lives = "1 hour", with: others = [] } = hold;
  const id = newId();
  const values = [
    shop.tenantId,
    id,
    shop.service.id,
    shop.staff[0].id,
    shop.location.id,
    start,
    lives,
    sessionId,
    seats,
  ];
  await database.superuser.query(
    `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, location_id, starts_at, ends_at, expires_at, session_id, seats)
     VALUES ($1, $2::uuid, $2::uuid::text, $3, $4, $5, $6::timestamptz, $6::timestamptz + interval '1 hour', now() + $7::interval, $8, $9)`,
    values,
  );
  for (const subject of others) {
    await database.superuser.query(
      `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind, hold_id, expires_at)
       SELECT h.tenant_id, gen_random_uuid(), $2, h.starts_at, h.ends_at, 'hold', h.id, h.expires_at FROM hold h WHERE h.id = $1`,
      [id, subject],
    );
  }
  return id;
}

describe("visits that count towards limits", () => {
  it("are not loaded where nobody has a limit", async () => {
    const shop = await aShop();
    await anAppointment(shop, { start: "2026-12-01T09:00:00Z" });
    expect((await load(shop)).visits).toBeNull();
  });

  it("are those of the service, booked and being booked, to whole weeks around", async () => {
    const shop = await aShop({}).withService().withService();
    await shop.run(({ db }) =>
      db.service.updateMany({ where: { id: shop.service.id }, data: { maxPerWeek: 5 } }),
    );
    const otherService = shop.services[1]?.id as string;
    const counted = ["2026-11-30T09:00:00Z", "2026-12-01T09:00:00Z", "2026-12-06T09:00:00Z"];
    for (const start of counted) await anAppointment(shop, { start });
    await anAppointment(shop, { start: "2026-12-01T11:00:00Z", status: "cancelled" });
    await anAppointment(shop, { start: "2026-12-01T13:00:00Z", serviceId: otherService });
    await anAppointment(shop, { start: "2026-11-10T09:00:00Z" });
    const moving = await anAppointment(shop, { start: "2026-12-01T14:00:00Z" });
    await aHold(shop, { start: "2026-12-02T09:00:00Z" });
    await aHold(shop, { start: "2026-12-02T11:00:00Z", lives: "-1 second" });
    const own = await aHold(shop, { start: "2026-12-02T13:00:00Z" });
    const { visits } = await load(shop, { ignoreAppointmentId: moving.id, ignoreHoldId: own });
    expect(inOrder(visits?.ofService)).toEqual([...counted, "2026-12-02T09:00:00Z"].toSorted());
    expect(visits?.ofStaff.size).toBe(0);
  });

  it("are those of each person with a limit, whatever the service and whoever leads", async () => {
    const shop = await aShop().withStaff().withStaff().withStaff().withService().withService();
    const [lead, company, free] = shop.staff.map(({ id }) => id) as [string, string, string];
    const limited = { where: { id: { in: [lead, company] } }, data: { maxPerDay: 3 } };
    await shop.run(({ db }) => db.staff.updateMany(limited));
    const serviceId = shop.services[1]?.id as string;
    const together = await anAppointment(shop, { start: "2026-12-01T09:00:00Z", staffId: lead, serviceId });
    await anAppointment(shop, { start: "2026-12-01T12:00:00Z", staffId: free });
    await database.superuser.query(
      `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind, appointment_id)
       VALUES ($1, gen_random_uuid(), $2, '2026-12-01T08:45Z', '2026-12-01T10:15Z', 'appointment', $3)`,
      [shop.tenantId, company, together.id],
    );
    await aHold(shop, { start: "2026-12-03T09:00:00Z", with: [company] });
    const { visits } = await load(shop);
    const starts = ["2026-12-01T09:00:00Z", "2026-12-03T09:00:00Z"];
    expect(inOrder(visits?.ofStaff.get(lead))).toEqual(starts);
    expect(inOrder(visits?.ofStaff.get(company))).toEqual(starts);
    expect(visits?.ofStaff.has(free)).toBe(false);
    expect(visits?.ofService).toEqual([]);
  });
});

describe("sessions of a class", () => {
  async function aClass() {
    const shop = await aShop();
    await shop.run(({ db }) =>
      db.service.updateMany({ where: { id: shop.service.id }, data: { kind: "class", capacity: 8 } }),
    );
    const at = async (start: string, data: object = {}) => {
      const id = newId();
      const startsAt = new Date(start);
      const row = {
        tenantId: shop.tenantId,
        id,
        serviceId: shop.service.id,
        staffId: shop.staff[0].id,
        startsAt,
      };
      const place = {
        locationId: shop.location.id,
        timeZone: "Europe/Berlin",
        wallStart: start.slice(0, 16),
      };
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      await shop.run(({ db }) =>
        db.classSession.create({ data: { ...row, ...place, endsAt, capacity: 8, ...data } }),
      );
      return id;
    };
    return { shop, at };
  }

  it("are those that begin in the window and take place, without claims or hours", async () => {
    const { shop, at } = await aClass();
    const id = await at("2026-12-01T18:00:00Z", { seatsTaken: 3 });
    await at("2026-12-01T10:00:00Z", { cancelledAt: new Date("2026-11-01") });
    await at("2026-12-02T00:00:00Z");
    const { sessions, staff } = await load(shop);
    const start = parseInstant("2026-12-01T18:00:00Z");
    expect(sessions).toEqual([
      {
        id,
        staffId: shop.staff[0].id,
        placeId: shop.location.id,
        start,
        end: start + 60,
        capacity: 8,
        seatsTaken: 3,
      },
    ]);
    expect(staff).toHaveLength(1);
  });

  it("have seats that live holds keep, and give back those of who is moving", async () => {
    const { shop, at } = await aClass();
    const start = "2026-12-01T18:00:00Z";
    const sessionId = await at(start, { seatsTaken: 5 });
    const seats = async (request: Partial<ScheduleRequest> = {}) =>
      (await load(shop, request)).sessions[0]?.seatsTaken;
    const mine = await aHold(shop, { start, sessionId, seats: 2 });
    await aHold(shop, { start, sessionId, seats: 1, lives: "-1 second" });
    expect([await seats(), await seats({ ignoreHoldId: mine })]).toEqual([7, 5]);
    const moving = await anAppointment(shop, { start, status: "cancelled" });
    await shop.run(({ db }) =>
      db.appointment.updateMany({ where: { id: moving.id }, data: { sessionId, seats: 3 } }),
    );
    expect(await seats({ ignoreAppointmentId: moving.id })).toBe(7);
    await shop.run(({ db }) =>
      db.appointment.updateMany({
        where: { id: moving.id },
        data: { status: "confirmed", cancelledAt: null, cancelledBy: null },
      }),
    );
    expect(await seats({ ignoreAppointmentId: moving.id })).toBe(4);
  });

  it("do not count towards limits", async () => {
    const { shop, at } = await aClass();
    const start = "2026-12-01T18:00:00Z";
    const sessionId = await at(start);
    const booked = await anAppointment(shop, { start });
    await shop.run(async ({ db }) => {
      await db.appointment.updateMany({ where: { id: booked.id }, data: { sessionId } });
      await db.staff.updateMany({ where: { id: shop.staff[0].id }, data: { maxPerDay: 1 } });
    });
    expect((await load(shop)).visits?.ofStaff.size).toBe(0);
  });
});
