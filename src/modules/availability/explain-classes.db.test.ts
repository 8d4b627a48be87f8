import { describe, expect, it } from "vitest";
import { bookAppointment } from "#modules/appointments/book-appointment.ts";
import { rescheduleAppointment } from "#modules/appointments/reschedule-appointment.ts";
import { BookAppointmentInput } from "#modules/appointments/schema.ts";
import { addSession } from "#modules/classes/add-session.ts";
import { changeSession } from "#modules/classes/change-session.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { explainTime } from "./explain-time.ts";

const database = useDatabase();
const now = "2030-03-01T12:00:00Z";
const at = (clock: string) => `2030-03-05T${clock}:00Z`;

/** A yoga class with a session of two seats at each of the hours (UTC) of a Tuesday; the ids of the sessions. */
async function aClass(...hours: number[]) {
  const shop = await aShop({ timeZone: "UTC" }).withService({ kind: "class", name: "Yoga" });
  const ids: string[] = [];
  for (const hour of hours) {
    const where = { serviceId: shop.service.id, staffId: shop.staff[0].id, locationId: shop.location.id };
    const date = { date: "2030-03-05", startMinute: hour * 60, capacity: 2 };
    const added = await shop.run((ctx) => addSession(ctx, { ...where, ...date }), { at: now });
    if (!added.ok) throw new Error(added.message);
    ids.push(added.value.id);
  }
  return { shop, ids };
}

async function bookSeats(shop: Shop, start: string, seats: number): Promise<string> {
  const customer = { name: "Mia", email: "mia@example.com" };
  const input = BookAppointmentInput.parse({ serviceId: shop.service.id, start, seats, customer });
  const booked = await shop.run((ctx) => bookAppointment(ctx, input), { as: aVisitor, at: now });
  if (!booked.ok) throw new Error(booked.message);
  return booked.value.manageToken;
}

async function messages(shop: Shop, start: string, askedAt?: string) {
  const question = { serviceId: shop.service.id, start, ...(askedAt && { askedAt }) };
  const answer = await shop.run((ctx) => explainTime(ctx, question), { at: askedAt ? at("23:00") : now });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value.reasons.map(({ message }) => message);
}

/** As if all that there is had been made on the second of March, and changed on the fourth. */
async function madeOnTheSecond(shop: Shop): Promise<void> {
  for (const table of ["class_session", "appointment"]) {
    await database.superuser.query(`UPDATE ${table} SET created_at = '2030-03-02' WHERE tenant_id = $1`, [
      shop.tenantId,
    ]);
  }
  await database.superuser.query(
    `UPDATE event SET at = CASE WHEN type IN ('appointment.rescheduled', 'class.session_changed')
       THEN '2030-03-04'::timestamptz ELSE '2030-03-02' END WHERE tenant_id = $1`,
    [shop.tenantId],
  );
}

const beforeTheChange = "2030-03-03T12:00:00Z";
const afterTheChange = "2030-03-04T12:00:00Z";

describe("why a class cannot be booked", () => {
  it("names the sessions near the time that was asked for", async () => {
    const { shop } = await aClass(9, 18);
    expect(await messages(shop, at("10:00"))).toEqual([
      "Yoga is a class, and no session begins at 10:00; the nearest: 09:00–10:00 and 18:00–19:00",
    ]);
  });

  it("is answered for the past with the sessions as they were before they were changed", async () => {
    const { shop, ids } = await aClass(9);
    await bookSeats(shop, at("09:00"), 1);
    const change = { id: ids[0] ?? "", start: at("14:00"), capacity: 1, notify: false };
    expect(await shop.run((ctx) => changeSession(ctx, change), { at: now })).toMatchObject({ ok: true });
    await madeOnTheSecond(shop);
    expect(await messages(shop, at("09:00"), beforeTheChange)).toEqual([]);
    expect(await messages(shop, at("14:00"), beforeTheChange)).toEqual([
      expect.stringContaining("no session begins at 14:00"),
    ]);
    expect(await messages(shop, at("14:00"), afterTheChange)).toEqual(["The only seat is taken"]);
  });

  it("counts seats where they were before somebody moved to another session", async () => {
    const { shop } = await aClass(9, 18);
    const token = await bookSeats(shop, at("09:00"), 2);
    const move = { token, start: at("18:00") };
    const moved = await shop.run((ctx) => rescheduleAppointment(ctx, move), { as: aVisitor, at: now });
    expect(moved).toMatchObject({ ok: true });
    await madeOnTheSecond(shop);
    expect(await messages(shop, at("09:00"), beforeTheChange)).toEqual(["All 2 seats are taken"]);
    expect(await messages(shop, at("18:00"), beforeTheChange)).toEqual([]);
    expect(await messages(shop, at("09:00"), afterTheChange)).toEqual([]);
    expect(await messages(shop, at("18:00"), afterTheChange)).toEqual(["All 2 seats are taken"]);
  });
});
