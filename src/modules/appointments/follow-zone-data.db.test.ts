import { describe, expect, it } from "vitest";
import { deliverEvent } from "#modules/notifications/deliver-event.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { followZoneData } from "./follow-zone-data.ts";

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
      claims: null,
    });
    expect(await visitNow(standing.id)).toMatchObject({ version: 1, conflict: null });
  });
});
