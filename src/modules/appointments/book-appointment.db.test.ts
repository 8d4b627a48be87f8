import { describe, expect, it } from "vitest";
import { aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import type { Shop } from "#testing/builders/shop.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { holdSlot } from "./hold-slot.ts";
import { BookAppointmentInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";

describe("booking an appointment", () => {
  const database = useDatabase();
  const inBerlin = () => aShop({ timeZone: "Europe/Berlin" });

  function booking(shop: Shop, overrides: Record<string, unknown> = {}): BookAppointmentInput {
    return BookAppointmentInput.parse({
      serviceId: shop.service.id,
      start: "2030-03-05T09:00:00Z",
      customer: { name: "Mia Wong", email: "Mia@Example.com", phone: "+1 212 555 0142" },
      ...overrides,
    });
  }

  const book = (shop: Shop, overrides: Record<string, unknown> = {}) =>
    shop.run((ctx) => bookAppointment(ctx, booking(shop, overrides)), { as: aVisitor, at: today });

  async function count(sql: string, values: unknown[]): Promise<number> {
    const { rows } = await database.superuser.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${sql}`,
      values,
    );
    return rows[0]?.count ?? -1;
  }

  it("writes the visit, its claim, the customer, the event and the wake-up", async () => {
    const shop = await inBerlin();
    const result = await book(shop, { notes: "First visit", timeZone: "America/New_York" });
    if (!result.ok) throw new Error(result.message);
    const { appointment, manageToken, replayed } = result.value;

    expect(appointment).toMatchObject({
      status: "confirmed",
      source: "page",
      start: "2030-03-05T09:00:00Z",
      timeZone: "Europe/Berlin",
      wallStart: "2030-03-05T10:00",
      customerTimeZone: "America/New_York",
      staff: { id: shop.staff[0].id },
      customer: { name: "Mia Wong", email: "mia@example.com", phone: "+1 212 555 0142" },
      notes: "First visit",
      internalNotes: null,
      version: 1,
      changeable: true,
    });
    expect(appointment.code).toMatch(/^[A-Z0-9]{8}$/);
    expect(replayed).toBe(false);
    expect(manageToken.length).toBeGreaterThanOrEqual(40);
    expect(
      await count("manage_link WHERE tenant_id = $1 AND token_hash = $2", [shop.tenantId, manageToken]),
    ).toBe(0);
    expect(
      await count("occupancy WHERE appointment_id = $1 AND kind = 'appointment'", [appointment.id]),
    ).toBe(1);
    expect(await count("event WHERE subject_id = $1 AND type = 'appointment.booked'", [appointment.id])).toBe(
      1,
    );
    const wakeUps = await count(
      "graphile_worker._private_jobs WHERE key IN (SELECT 'event:' || id FROM event WHERE subject_id = $1)",
      [appointment.id],
    );
    expect(wakeUps).toBe(1);
  });

  it("claims the buffers too, which customers do not see", async () => {
    const shop = await inBerlin().withService({ durationMin: 30, bufferBeforeMin: 5, bufferAfterMin: 10 });
    const result = await book(shop);
    if (!result.ok) throw new Error(result.message);
    expect(result.value.appointment.end).toBe("2030-03-05T09:30:00Z");
    const { rows } = await database.superuser.query(
      "SELECT starts_at, ends_at FROM occupancy WHERE tenant_id = $1",
      [shop.tenantId],
    );
    expect(rows).toEqual([
      { starts_at: new Date("2030-03-05T08:55:00Z"), ends_at: new Date("2030-03-05T09:40:00Z") },
    ]);
  });

  it("tells the loser, offers the nearest times and leaves no trace", async () => {
    const shop = await inBerlin();
    await anAppointment(shop, { start: "2030-03-05T09:00:00Z" });
    const customers = await count("customer WHERE tenant_id = $1", [shop.tenantId]);
    const result = await book(shop);
    expect(result).toMatchObject({ ok: false, reason: "slotTaken" });
    const { nearest } = (result.ok ? {} : result.details) as { nearest: { start: string }[] };
    expect(nearest.length).toBe(6);
    expect(nearest.map((slot) => slot.start)).not.toContain("2030-03-05T09:00:00Z");
    expect(await count("customer WHERE tenant_id = $1", [shop.tenantId])).toBe(customers);
    expect(await count("appointment WHERE tenant_id = $1", [shop.tenantId])).toBe(1);
  });

  it("gives the first available to somebody who is free", async () => {
    const shop = await inBerlin().withStaff({ name: "Ada" }).withStaff({ name: "Bea" });
    await anAppointment(shop, { start: "2030-03-05T09:00:00Z", staffId: shop.staff[0].id });
    const result = await book(shop);
    expect(result.ok && result.value.appointment.staff.name).toBe("Bea");
    expect(await book(shop, { customer: { name: "Late", email: "late@example.com" } })).toMatchObject({
      reason: "slotTaken",
    });
  });

  it("refuses a time that is not offered, and says why", async () => {
    const shop = await inBerlin().withStaff({ opens: "09:00", closes: "13:00" });
    const tooLate = await book(shop, { start: "2030-03-05T15:00:00Z" });
    expect(tooLate).toMatchObject({ ok: false, reason: "notOffered" });
    expect(tooLate.ok ? "" : tooLate.message).not.toBe("");
    expect(await book(shop, { start: "2030-02-27T09:00:00Z" })).toMatchObject({ reason: "notOffered" });
  });

  it("does not book for a suspended business, nor a service that is not online", async () => {
    const suspended = await aShop({ status: "suspended" });
    expect(await book(suspended)).toMatchObject({ ok: false, reason: "notOffered" });
    const offline = await inBerlin().withService({ online: false });
    expect(await book(offline)).toMatchObject({ ok: false, reason: "notFound" });
  });

  it("waits for approval where the service asks for it, holding the time", async () => {
    const shop = await inBerlin().withService({ requiresApproval: true });
    const result = await book(shop);
    expect(result.ok && result.value.appointment.status).toBe("pending");
    expect(await book(shop, { customer: { name: "Late", email: "late@example.com" } })).toMatchObject({
      reason: "slotTaken",
    });
  });

  it("knows a customer again by the e-mail address, however it is written", async () => {
    const shop = await inBerlin();
    const first = await book(shop);
    const second = await book(shop, {
      start: "2030-03-06T09:00:00Z",
      customer: { name: "Mia Wong", email: "MIA@example.com" },
    });
    if (!first.ok || !second.ok) throw new Error("Not booked");
    expect(second.value.appointment.customer).toEqual(first.value.appointment.customer);
  });

  it("books once under one idempotency key, and answers alike", async () => {
    const shop = await inBerlin();
    const key = { idempotencyKey: "a-key-of-the-page" };
    const both = await Promise.all([book(shop, key), book(shop, key)]);
    const ids = both.map((result) => (result.ok ? result.value.appointment.id : result.reason));
    expect(new Set(ids).size).toBe(1);
    expect(both.map((result) => result.ok && result.value.replayed).sort()).toEqual([false, true]);
    expect(await count("appointment WHERE tenant_id = $1", [shop.tenantId])).toBe(1);
    expect(await book(shop, { ...key, start: "2030-03-06T09:00:00Z" })).toMatchObject({
      reason: "keyReused",
    });
  });

  it("forgets an idempotency key whose booking was refused, so that it can be tried again", async () => {
    const shop = await inBerlin();
    const key = { idempotencyKey: "a-key-of-the-page" };
    const rival = await anAppointment(shop, { start: "2030-03-05T09:00:00Z" });
    expect(await book(shop, key)).toMatchObject({ reason: "slotTaken" });
    await database.superuser.query("DELETE FROM appointment WHERE id = $1", [rival.id]);
    expect(await book(shop, key)).toMatchObject({ ok: true });
  });

  it("turns the page's own hold into the appointment, for the staff member it was kept with", async () => {
    const shop = await inBerlin().withStaff({ name: "Ada" }).withStaff({ name: "Bea" });
    const held = await shop.run(
      (ctx) =>
        holdSlot(ctx, {
          serviceId: shop.service.id,
          staffId: shop.staff[1]?.id,
          start: "2030-03-05T09:00:00Z",
        }),
      { as: aVisitor, at: today },
    );
    if (!held.ok) throw new Error(held.message);
    const result = await book(shop, { holdToken: held.value.token });
    expect(result.ok && result.value.appointment.staff.name).toBe("Bea");
    expect(await count("occupancy WHERE tenant_id = $1 AND kind = 'hold'", [shop.tenantId])).toBe(0);
    expect(await count("hold WHERE tenant_id = $1", [shop.tenantId])).toBe(0);
  });

  it("books after the hold ran out when the time is still free, and loses when it is not", async () => {
    const shop = await inBerlin();
    const hold = async () => {
      const held = await shop.run(
        (ctx) => holdSlot(ctx, { serviceId: shop.service.id, start: "2030-03-05T09:00:00Z" }),
        { as: aVisitor, at: today },
      );
      if (!held.ok) throw new Error(held.message);
      await database.superuser.query(
        `WITH h AS (UPDATE hold SET expires_at = clock_timestamp() - interval '1 second' RETURNING 1)
         UPDATE occupancy SET expires_at = clock_timestamp() - interval '1 second' WHERE kind = 'hold'`,
      );
      return held.value.token;
    };
    const [first, second] = [await hold(), await hold()];
    expect(await book(shop, { holdToken: first })).toMatchObject({ ok: true });
    const late = { customer: { name: "Late", email: "late@example.com" }, holdToken: second };
    expect(await book(shop, late)).toMatchObject({ reason: "slotTaken" });
  });
});
