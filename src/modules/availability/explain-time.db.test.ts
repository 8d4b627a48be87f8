import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { moveAppointment } from "#modules/appointments/move-appointment.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addTimeOff } from "./add-time-off.ts";
import type { ExplainTimeInput } from "./explain-schema.ts";
import { explainTime } from "./explain-time.ts";
import { findSlots } from "./find-slots.ts";

const database = useDatabase();
/** The present of these tests, and a Tuesday after it: ten o'clock in Berlin. */
const now = "2026-11-20T12:00:00Z";
const ten = "2026-12-01T09:00:00Z";

type Ask = Partial<ExplainTimeInput> & { at?: string; as?: Actor };

function ask(shop: Shop, { at = now, as, ...input }: Ask = {}) {
  return shop.run((ctx) => explainTime(ctx, { serviceId: shop.service.id, start: ten, ...input }), {
    at,
    ...(as && { as }),
  });
}

async function explained(shop: Shop, input: Ask = {}) {
  const answer = await ask(shop, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

async function messages(shop: Shop, input: Ask = {}) {
  const { reasons } = await explained(shop, input);
  return reasons.map(({ code, message }) => `${code}: ${message}`);
}

/** Says that rows were written at another time than the test runs. */
async function backdate(table: string, column: string, at: string, id: string) {
  await database.superuser.query(`UPDATE ${table} SET ${column} = $1 WHERE id = $2 OR tenant_id = $2`, [
    at,
    id,
  ]);
}

async function longAgo(shop: Shop) {
  for (const table of ["availability_rule", "appointment", "service", "staff", "location"])
    await database.superuser.query(
      `UPDATE ${table} SET created_at = '2026-01-01' ${table === "availability_rule" ? "" : ", updated_at = '2026-01-01'"} WHERE tenant_id = $1`,
      [shop.tenantId],
    );
  await database.superuser.query("UPDATE tenant SET updated_at = '2026-01-01' WHERE id = $1", [
    shop.tenantId,
  ]);
}

describe("why a time to come is not offered", () => {
  it("is nothing when customers are offered it", async () => {
    const shop = await aShop();
    expect(await explained(shop)).toEqual({
      offered: true,
      reasons: [],
      start: ten,
      wallTime: "2026-12-01T10:00",
      timeZone: "Europe/Berlin",
      askedAt: "2026-11-20T12:00:00.000Z",
      past: false,
      notes: [],
    });
  });

  it("agrees with the slots over a whole day", async () => {
    const shop = await aShop().withStaff({ name: "Maya", opens: "09:00", closes: "13:00" });
    await anAppointment(shop, { start: "2026-12-01T09:30:00Z", durationMin: 45 });
    const slots = await shop.run(
      (ctx) =>
        findSlots(ctx, {
          serviceId: shop.service.id,
          from: "2026-12-01T07:00:00Z",
          to: "2026-12-01T13:00:00Z",
          audience: "customer",
        }),
      { at: now },
    );
    const starts = slots.ok ? slots.value.slots.map(({ start }) => start) : [];
    expect(starts.length).toBeGreaterThan(2);
    for (let minute = 0; minute < 360; minute += 15) {
      const start = `${new Date(Date.parse("2026-12-01T07:00:00Z") + minute * 60_000).toISOString().slice(0, 19)}Z`;
      expect({ start, offered: (await explained(shop, { start })).offered }).toEqual({
        start,
        offered: starts.includes(start),
      });
    }
  });

  it("names the rule and the booking to open", async () => {
    const shop = await aShop()
      .withService({ name: "Haircut", durationMin: 60 })
      .withStaff({ name: "Maya", opens: "09:00", closes: "10:30" });
    const customer = await aCustomer(shop, { name: "Ana Lopez" });
    const visit = await anAppointment(shop, { start: ten, durationMin: 30, customerId: customer.id });
    const { reasons } = await explained(shop);
    expect(reasons).toMatchObject([
      { code: "endsTooLate", about: { kind: "rule" }, ownedBy: { kind: "staff", id: shop.staff[0].id } },
      {
        code: "taken",
        message: "Maya is taken 10:00–10:30 by Ana Lopez (Haircut)",
        about: { kind: "appointment", id: visit.id },
        staffId: shop.staff[0].id,
      },
    ]);
    const { rows } = await database.superuser.query("SELECT weekday FROM availability_rule WHERE id = $1", [
      reasons[0]?.about?.id,
    ]);
    expect(rows).toEqual([{ weekday: 2 }]);
  });

  it("gives the reason of time off", async () => {
    const shop = await aShop().withStaff({ name: "Maya" });
    const off = {
      staffId: shop.staff[0].id,
      dateFrom: "2026-12-01",
      dateTo: "2026-12-02",
      reason: "Vacation",
    };
    await shop.run((ctx) => addTimeOff(ctx, off));
    expect(await messages(shop)).toEqual([
      "timeOff: Maya has time off from Tue 1 December to Wed 2 December: Vacation",
    ]);
  });

  it("knows services that customers cannot book themselves", async () => {
    const shop = await aShop().withService({ name: "Colour", online: false });
    expect(await messages(shop)).toEqual(["notOnline: Colour is not offered online: only the team books it"]);
  });

  it("keeps other people's customers from staff who see only their own calendar", async () => {
    const shop = await aShop().withStaff({ name: "Maya" }).withStaff({ name: "Ben" });
    const [maya, ben] = shop.staff.map(({ id }) => id) as [string, string];
    for (const staffId of [maya, ben]) {
      const customer = await aCustomer(shop, { name: `Guest of ${staffId === maya ? "Maya" : "Ben"}` });
      await anAppointment(shop, { start: ten, staffId, customerId: customer.id });
    }
    expect(await messages(shop, { as: aMember("staff", maya) })).toEqual([
      expect.stringContaining("Guest of Maya"),
      "taken: Ben is taken 10:00–11:00 by another booking",
    ]);
    const { reasons } = await explained(shop, { as: aMember("staff", maya), staffId: ben });
    expect(reasons.map(({ about }) => about)).toEqual([null]);
  });

  it("is for the team of the business alone", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    expect(await ask(shop, { as: aVisitor })).toMatchObject({ reason: "forbidden" });
    expect(await ask(shop, { serviceId: other.service.id })).toMatchObject({ reason: "notFound" });
    expect(await ask(shop, { staffId: other.staff[0].id })).toMatchObject({ reason: "notFound" });
    expect(await ask(shop, { locationId: other.location.id })).toMatchObject({ reason: "notFound" });
  });
});

describe("a wall time", () => {
  it("is one of the location's clocks", async () => {
    const shop = await aShop().withLocation({ timeZone: "America/New_York" });
    const start = { date: "2026-12-01", time: "10:00" };
    expect(await explained(shop, { start, locationId: shop.location.id })).toMatchObject({
      start: "2026-12-01T15:00:00Z",
      wallTime: "2026-12-01T10:00",
      timeZone: "America/New_York",
      offered: true,
    });
  });

  it("may not exist, or exist twice", async () => {
    const shop = await aShop().withStaff({ opens: "00:00", closes: "24:00" });
    const spring = { date: "2027-03-28", time: "02:30" };
    expect(await messages(shop, { start: spring })).toEqual([
      "gap: 02:30 does not exist on 2027-03-28: clocks go forward to 03:00",
    ]);
    const autumn = { date: "2027-10-31", time: "02:30" };
    const first = await explained(shop, { start: autumn });
    const second = await explained(shop, { start: { ...autumn, later: true } });
    expect([first.start, second.start]).toEqual(["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"]);
    expect(first.notes[0]).toBe(
      "02:30 exists twice on 2027-10-31, because clocks go back. This is about 02:30 CEST.",
    );
  });
});

describe("why a time of the past was not offered", () => {
  const later = "2026-12-10T12:00:00Z";

  it("is answered for the last moment at which it could be booked, unless another is said", async () => {
    const shop = await aShop({ noticeMin: 120 });
    await longAgo(shop);
    const answer = await explained(shop, { at: later });
    expect(answer).toMatchObject({ offered: true, past: true, askedAt: "2026-12-01T07:00:00.000Z" });
    expect(answer.notes[0]).toContain("As it was on Tue 1 December, 08:00, the last moment");
    expect(await messages(shop, { at: later, askedAt: "2026-12-01T08:30:00Z" })).toEqual([
      "tooSoon: The business needs 2 hours' notice, which makes 11:30 the earliest time",
    ]);
    expect(await ask(shop, { askedAt: "2027-12-01T08:30:00Z" })).toMatchObject({ reason: "invalid" });
  });

  it("goes by the rules of then", async () => {
    const shop = await aShop().withStaff({ name: "Maya" });
    const off = { staffId: shop.staff[0].id, dateFrom: "2026-12-01", dateTo: "2026-12-01" };
    const added = await shop.run((ctx) => addTimeOff(ctx, off));
    await longAgo(shop);
    const id = added.ok ? added.value.id : "";
    await database.superuser.query(
      "UPDATE availability_rule SET created_at = '2026-11-20', removed_at = '2026-11-25' WHERE id = $1",
      [id],
    );
    const offered = async (askedAt: string) => (await explained(shop, { at: later, askedAt })).offered;
    expect(await offered("2026-11-19T12:00:00Z")).toBe(true);
    expect(await offered("2026-11-22T12:00:00Z")).toBe(false);
    expect(await offered("2026-11-26T12:00:00Z")).toBe(true);
  });

  it("goes by the bookings of then, and says what was booked later", async () => {
    const shop = await aShop().withService({ name: "Haircut" }).withStaff({ name: "Maya" });
    const customer = await aCustomer(shop, { name: "Ana Lopez" });
    const visit = await anAppointment(shop, { start: ten, customerId: customer.id });
    await longAgo(shop);
    await backdate("appointment", "created_at", "2026-11-22T09:00:00Z", visit.id);
    const before = await explained(shop, { at: later, askedAt: "2026-11-21T12:00:00Z" });
    expect(before.offered).toBe(true);
    expect(before.notes).toContain(
      "Booked later: Ana Lopez (Haircut) with Maya, Tue 1 December, 10:00 (on Sun 22 November, 10:00).",
    );
    expect(await messages(shop, { at: later, askedAt: "2026-11-23T12:00:00Z" })).toEqual([
      "taken: Maya is taken 10:00–11:00 by Ana Lopez (Haircut)",
    ]);
  });

  it("counts visits that were cancelled or moved only since", async () => {
    const shop = await aShop().withService({ name: "Haircut" }).withStaff({ name: "Maya" });
    const [ana, bo] = [await aCustomer(shop, { name: "Ana" }), await aCustomer(shop, { name: "Bo" })];
    const gone = await anAppointment(shop, { start: ten, customerId: ana.id, status: "cancelled" });
    const moved = await anAppointment(shop, { start: "2026-12-01T13:00:00Z", customerId: bo.id });
    await shop.run(
      (ctx) => moveAppointment(ctx, { id: moved.id, start: "2026-12-02T13:00:00Z", notify: false }),
      { at: now },
    );
    await longAgo(shop);
    await backdate("appointment", "cancelled_at", "2026-11-25T09:00:00Z", gone.id);
    await database.superuser.query("UPDATE event SET at = '2026-11-25' WHERE subject_id = $1", [moved.id]);
    const then = { at: later, askedAt: "2026-11-24T12:00:00Z" };
    expect(await messages(shop, then)).toEqual([
      "taken: Maya is taken 10:00–11:00 by Ana (Haircut), cancelled since",
    ]);
    expect(await messages(shop, { ...then, start: "2026-12-01T13:00:00Z" })).toEqual([
      "taken: Maya is taken 14:00–15:00 by Bo (Haircut), moved since",
    ]);
    expect(await messages(shop, { ...then, start: "2026-12-02T13:00:00Z" })).toEqual([]);
    const since = { at: later, askedAt: "2026-11-26T12:00:00Z" };
    expect(await messages(shop, since)).toEqual([]);
    expect(await messages(shop, { ...since, start: "2026-12-01T13:00:00Z" })).toEqual([]);
    expect(await messages(shop, { ...since, start: "2026-12-02T13:00:00Z" })).toHaveLength(1);
  });

  it("says which settings have been changed since", async () => {
    const shop = await aShop().withService({ name: "Haircut" });
    await longAgo(shop);
    await backdate("service", "updated_at", "2026-12-05T09:00:00Z", shop.service.id);
    const { notes } = await explained(shop, { at: later });
    expect(notes).toContain("Haircut was changed on Sat 5 December, 10:00; its settings of today were used.");
  });
});
