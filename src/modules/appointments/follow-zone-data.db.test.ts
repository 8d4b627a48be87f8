import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { deliverEvent } from "#modules/notifications/deliver-event.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { readView } from "./appointment-view.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { followZoneData } from "./follow-zone-data.ts";
import { moveAppointment } from "./move-appointment.ts";

const present = "2027-01-01T00:00:00Z";

describe("a change of the time zone data", () => {
  const database = useDatabase();

  const follow = (shop: Shop) =>
    shop.run(followZoneData, { as: { kind: "system", job: "follow-zone-data" }, at: present });

  /** As if the visit had been booked when the zone was `hours` further ahead: the wall time stays, the instants do not. */
  async function bookedByOldData(id: string, hours: number): Promise<void> {
    for (const statement of [
      `UPDATE appointment SET starts_at = starts_at - $2 * interval '1 hour', ends_at = ends_at - $2 * interval '1 hour' WHERE id = $1`,
      `UPDATE occupancy SET starts_at = starts_at - $2 * interval '1 hour', ends_at = ends_at - $2 * interval '1 hour' WHERE appointment_id = $1`,
    ]) {
      await database.superuser.query(statement, [id, hours]);
    }
  }

  async function visitNow(id: string) {
    const { rows } = await database.superuser.query(
      `SELECT a.starts_at AS start, a.ends_at AS "end", a.wall_start AS wall, a.version, a.conflict,
         (SELECT array_agg(o.starts_at) FROM occupancy o WHERE o.appointment_id = a.id) AS claims
       FROM appointment a WHERE a.id = $1`,
      [id],
    );
    return rows[0];
  }

  async function events(shop: Shop, type = "appointment.rezoned"): Promise<string[]> {
    const { rows } = await database.superuser.query(
      "SELECT id FROM event WHERE tenant_id = $1 AND type = $2",
      [shop.tenantId, type],
    );
    return rows.map((row) => row.id);
  }

  it("leaves alone what is right, past or cancelled", async () => {
    const shop = await aShop();
    await anAppointment(shop, { start: "2027-03-02T09:00:00Z" });
    const past = await anAppointment(shop, { start: "2026-12-02T09:00:00Z" });
    const cancelled = await anAppointment(shop, { start: "2027-03-03T09:00:00Z", status: "cancelled" });
    await bookedByOldData(past.id, 1);
    await bookedByOldData(cancelled.id, 1);
    expect(await follow(shop)).toEqual({ moved: 0, conflicts: 0 });
    expect(await events(shop)).toEqual([]);
  });

  it("keeps the promised wall time of every visit, with its claim", async () => {
    const shop = await aShop();
    const first = await anAppointment(shop, { start: "2027-03-02T09:00:00Z" });
    const second = await anAppointment(shop, { start: "2027-03-02T10:00:00Z" });
    await bookedByOldData(first.id, 1);
    await bookedByOldData(second.id, 1);
    expect(await follow(shop)).toEqual({ moved: 2, conflicts: 0 });
    const start = new Date("2027-03-02T09:00:00Z");
    expect(await visitNow(first.id)).toEqual({
      start,
      end: new Date("2027-03-02T10:00:00Z"),
      wall: "2027-03-02T10:00",
      version: 2,
      conflict: null,
      claims: [start],
    });
    expect((await visitNow(second.id)).start).toEqual(new Date("2027-03-02T10:00:00Z"));
  });

  it("tells both sides once, however often it is looked at", async () => {
    const shop = await aShop().withStaff({ email: "ana@example.com" });
    const visit = await anAppointment(shop, { start: "2027-03-02T09:00:00Z" });
    await bookedByOldData(visit.id, -1);
    await follow(shop);
    expect(await follow(shop)).toEqual({ moved: 0, conflicts: 0 });
    const [eventId = "", ...others] = await events(shop);
    expect(others).toEqual([]);
    await shop.run((ctx) => deliverEvent(ctx, { eventId }));
    await shop.run((ctx) => deliverEvent(ctx, { eventId }));
    const { rows } = await database.superuser.query(
      "SELECT kind, audience FROM notification WHERE appointment_id = $1 ORDER BY audience",
      [visit.id],
    );
    expect(rows).toEqual([
      { kind: "rezoned", audience: "customer" },
      { kind: "rezoned", audience: "staff" },
    ]);
  });

  it("marks a visit whose time another has by then, and keeps its promise", async () => {
    const shop = await aShop({ timeZone: "Europe/Berlin" });
    const moving = await anAppointment(shop, { start: "2027-03-02T09:00:00Z" });
    await bookedByOldData(moving.id, 2);
    const standing = await anAppointment(shop, { start: "2027-03-02T09:30:00Z" });
    expect(await follow(shop)).toEqual({ moved: 1, conflicts: 1 });
    expect(await visitNow(moving.id)).toMatchObject({
      start: new Date("2027-03-02T09:00:00Z"),
      conflict: expect.stringContaining("meets another one"),
      // From half past nine on the other has it.
      claims: [new Date("2027-03-02T09:00:00Z")],
    });
    expect(await visitNow(standing.id)).toMatchObject({ version: 1, conflict: null });
  });

  /** A visit from nine to ten (UTC) that meets another one from half past nine on, and is marked. */
  async function aConflict() {
    const shop = await aShop({ timeZone: "UTC" })
      .withStaff()
      .withService({ durationMin: 30, slotIntervalMin: 30 });
    const moving = await anAppointment(shop, { start: "2027-03-02T09:00:00Z", durationMin: 60 });
    await bookedByOldData(moving.id, 2);
    const standing = await anAppointment(shop, { start: "2027-03-02T09:30:00Z", durationMin: 60 });
    expect(await follow(shop)).toEqual({ moved: 1, conflicts: 1 });
    return { shop, moving, standing };
  }

  const markOf = async (shop: Shop, id: string, as: Actor = shop.owner) => {
    const view = await shop.run((ctx) => readView(ctx, id), { as, at: present });
    return view?.conflict;
  };

  it("tells the team of the mark, and no customer", async () => {
    const { shop, moving, standing } = await aConflict();
    expect(await markOf(shop, moving.id)).toContain("meets another one");
    expect(await markOf(shop, standing.id)).toBeNull();
    expect(await markOf(shop, moving.id, aVisitor)).toBeNull();
  });

  it("keeps from others what nobody else has of the marked visit's time", async () => {
    const { shop } = await aConflict();
    const question = { serviceId: shop.service.id, from: "2027-03-02T09:00:00Z", to: "2027-03-02T11:00:00Z" };
    const found = await shop.run((ctx) => findSlots(ctx, { ...question, audience: "customer" }), {
      at: present,
    });
    expect(found.ok && found.value.slots.map(({ start }) => start)).toEqual(["2027-03-02T10:30:00Z"]);
  });

  it("takes the mark away, and claims the whole time, once the other visit is cancelled", async () => {
    const { shop, moving, standing } = await aConflict();
    const cancel = { target: { id: standing.id }, notify: false };
    await shop.run((ctx) => cancelAppointment(ctx, cancel), { at: present });
    const start = new Date("2027-03-02T09:00:00Z");
    expect(await visitNow(moving.id)).toMatchObject({ start, conflict: null, claims: [start] });
    expect(await events(shop, "appointment.settled")).toHaveLength(1);
  });

  it("does so as well once either of the two is moved", async () => {
    const one = await aConflict();
    const elsewhere = { start: "2027-03-02T12:00:00Z", notify: false };
    await one.shop.run((ctx) => moveAppointment(ctx, { id: one.standing.id, ...elsewhere }), { at: present });
    expect(await markOf(one.shop, one.moving.id)).toBeNull();
    const other = await aConflict();
    await other.shop.run((ctx) => moveAppointment(ctx, { id: other.moving.id, ...elsewhere }), {
      at: present,
    });
    expect(await visitNow(other.moving.id)).toMatchObject({
      conflict: null,
      claims: [new Date(elsewhere.start)],
    });
  });

  it("moves a marked visit with the next change as a whole", async () => {
    const { shop, moving } = await aConflict();
    await bookedByOldData(moving.id, -3);
    expect(await follow(shop)).toEqual({ moved: 1, conflicts: 1 });
    await bookedByOldData(moving.id, 3);
    await shop.run(({ sql }) =>
      sql("UPDATE appointment SET wall_start = '2027-03-02T14:00' WHERE id = $1", [moving.id]),
    );
    expect(await follow(shop)).toEqual({ moved: 1, conflicts: 0 });
    const start = new Date("2027-03-02T14:00:00Z");
    expect(await visitNow(moving.id)).toMatchObject({ start, conflict: null, claims: [start] });
  });
});
