import { describe, expect, it } from "vitest";
import { findSlots } from "#modules/availability/find-slots.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aResource } from "#testing/builders/resource.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { holdSlot } from "./hold-slot.ts";
import { mintManageToken } from "./manage-link.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput, HoldSlotInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";
/** A Tuesday, from nine to five in UTC. */
const at = (clock: string) => `2030-03-05T${clock}:00Z`;
const visitor = { as: aVisitor, at: today };

const database = useDatabase();

/** Who and what is claimed from when to when, people first. */
async function claims(shop: Shop): Promise<string[]> {
  const { rows } = await database.superuser.query<{ claim: string }>(
    `SELECT coalesce(p.name, r.name || ' ' || u.number) || ' ' || to_char(o.starts_at AT TIME ZONE 'UTC', 'HH24:MI-')
       || to_char(o.ends_at AT TIME ZONE 'UTC', 'HH24:MI') AS claim
     FROM occupancy o LEFT JOIN staff p ON p.id = o.subject_id
     LEFT JOIN resource_unit u ON u.id = o.subject_id LEFT JOIN resource r ON r.id = u.resource_id
     WHERE o.tenant_id = $1 ORDER BY 1`,
    [shop.tenantId],
  );
  return rows.map(({ claim }) => claim);
}

function setService(shop: Shop, data: object) {
  return shop.run(({ db }) => db.service.updateMany({ where: { id: shop.service.id }, data }));
}

describe("a hold whose service changes while the form is filled in", () => {
  async function held(shop: Shop, start = at("09:00")): Promise<string> {
    const input = HoldSlotInput.parse({ serviceId: shop.service.id, start });
    const hold = await shop.run((ctx) => holdSlot(ctx, input), visitor);
    if (!hold.ok) throw new Error(hold.message);
    return hold.value.token;
  }

  function book(shop: Shop, holdToken: string, start = at("09:00")) {
    const customer = { name: "Mia", email: "mia@example.com" };
    const input = BookAppointmentInput.parse({ serviceId: shop.service.id, start, customer, holdToken });
    return shop.run((ctx) => bookAppointment(ctx, input), visitor);
  }

  it("claims the time that the visit takes now, with its buffers", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withStaff({ name: "Ada" }).withService({ durationMin: 60 });
    const token = await held(shop);
    await setService(shop, { durationMin: 120, bufferAfterMin: 15 });
    expect(await book(shop, token)).toMatchObject({ value: { appointment: { end: at("11:00") } } });
    expect(await claims(shop)).toEqual(["Ada 09:00-11:15"]);
  });

  it("is refused when the longer visit meets another one, and takes nobody's time", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withStaff({ name: "Ada" }).withService({ durationMin: 60 });
    const token = await held(shop);
    await anAppointment(shop, { start: at("10:00") });
    await setService(shop, { durationMin: 120 });
    expect(await book(shop, token)).toMatchObject({ reason: "slotTaken", details: { because: "taken" } });
  });

  it("claims the room that the service needs now", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withStaff({ name: "Ada" }).withService();
    const token = await held(shop);
    await aResource(shop, { name: "Room" });
    expect(await book(shop, token)).toMatchObject({ ok: true });
    expect(await claims(shop)).toEqual(["Ada 09:00-10:00", "Room 1 09:00-10:00"]);
  });
});

describe("a visit that is longer than its service", () => {
  async function booked(shop: Shop, durationMin: number) {
    const { id } = await anAppointment(shop, { start: at("09:00"), durationMin });
    return { id, token: await shop.run((ctx) => mintManageToken(ctx, id)) };
  }

  async function startsFor(shop: Shop, ignoreAppointmentId: string): Promise<string[]> {
    const question = { serviceId: shop.service.id, from: at("00:00"), to: at("23:00"), ignoreAppointmentId };
    const found = await shop.run((ctx) => findSlots(ctx, { ...question, audience: "customer" }), visitor);
    return found.ok ? found.value.slots.map(({ start }) => start) : [];
  }

  it("is offered only where all of it fits, and can be moved to each of these times", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withStaff().withService({ slotIntervalMin: 60 });
    await anAppointment(shop, { start: at("13:00") });
    const { id, token } = await booked(shop, 120);
    const starts = await startsFor(shop, id);
    expect(starts).toEqual([at("09:00"), at("10:00"), at("11:00"), at("14:00"), at("15:00")]);
    for (const start of starts) {
      const moved = await shop.run((ctx) => rescheduleAppointment(ctx, { token, start }), visitor);
      expect(moved).toMatchObject({ value: { start } });
    }
    const late = await shop.run((ctx) => rescheduleAppointment(ctx, { token, start: at("16:00") }), visitor);
    expect(late).toMatchObject({ reason: "notOffered", details: { because: "endsTooLate" } });
  });

  it("keeps the buffers that it was booked with", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withStaff().withService({ slotIntervalMin: 60 });
    const { id, token } = await booked(shop, 60);
    await database.superuser.query("UPDATE appointment SET buffer_after_min = 30 WHERE id = $1", [id]);
    await anAppointment(shop, { start: at("12:00") });
    expect(await startsFor(shop, id)).not.toContain(at("11:00"));
    const moved = await shop.run((ctx) => rescheduleAppointment(ctx, { token, start: at("11:00") }), visitor);
    expect(moved).toMatchObject({ reason: "slotTaken", details: { because: "buffer" } });
  });
});
