import { describe, expect, it } from "vitest";
import { archiveStaff } from "#modules/staff/archive-staff.ts";
import { archiveLocation } from "#modules/tenants/archive-location.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { BookAppointmentInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";

/** The two orders in which a booking and an archiving can meet: each waits for the other and then sees it. */
describe("booking while somebody is archived", () => {
  const database = useDatabase();

  const book = (shop: Shop, locationId?: string) => {
    const customer = { name: "Mia Wong", email: "mia@example.com" };
    const staffId = shop.staff[0].id;
    const wish = { serviceId: shop.service.id, staffId, locationId, start: "2030-03-05T09:00:00Z", customer };
    return shop.run((ctx) => bookAppointment(ctx, BookAppointmentInput.parse(wish)), {
      as: aVisitor,
      at: today,
    });
  };

  /** Resolves once a statement of this database waits for a lock. */
  async function untilSomebodyWaits(): Promise<void> {
    const waiting = async () => {
      const { rows } = await database.superuser.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rows[0]?.count ?? 0;
    };
    await expect.poll(waiting, { timeout: 5_000, interval: 20 }).toBeGreaterThan(0);
  }

  async function appointmentsOf(shop: Shop): Promise<number> {
    const sql = "SELECT 1 FROM appointment WHERE tenant_id = $1";
    return (await database.superuser.query(sql, [shop.tenantId])).rowCount ?? -1;
  }

  it("refuses the booking that was written while the archiving went on", async () => {
    const shop = await aShop().withStaff().withStaff();
    let booking: ReturnType<typeof book> | undefined;
    const archived = await shop.run(async (ctx) => {
      const result = await archiveStaff(ctx, { id: shop.staff[0].id });
      booking = book(shop);
      await untilSomebodyWaits();
      return result;
    });
    expect(archived).toMatchObject({ ok: true });
    expect(await booking).toMatchObject({ ok: false, reason: "notFound" });
    expect(await appointmentsOf(shop)).toBe(0);
  });

  it("refuses the archiving that began while the booking was written", async () => {
    const shop = await aShop().withStaff().withStaff();
    let archiving: Promise<unknown> | undefined;
    const customer = { name: "Mia Wong", email: "mia@example.com" };
    const wish = {
      serviceId: shop.service.id,
      staffId: shop.staff[0].id,
      start: "2030-03-05T09:00:00Z",
      customer,
    };
    const booked = await shop.run(
      async (ctx) => {
        const result = await bookAppointment(ctx, BookAppointmentInput.parse(wish));
        archiving = shop.run((other) => archiveStaff(other, { id: shop.staff[0].id }), { at: today });
        await untilSomebodyWaits();
        return result;
      },
      { as: aVisitor, at: today },
    );
    expect(booked).toMatchObject({ ok: true });
    expect(await archiving).toMatchObject({ ok: false, reason: "inUse" });
  });

  it("holds for places as for people", async () => {
    const shop = await aShop().withLocation().withLocation();
    const place = shop.locations[1]?.id ?? "";
    let booking: ReturnType<typeof book> | undefined;
    await shop.run(async (ctx) => {
      const result = await archiveLocation(ctx, { id: place });
      booking = book(shop, place);
      await untilSomebodyWaits();
      return result;
    });
    expect(await booking).toMatchObject({ ok: false });
    expect(await appointmentsOf(shop)).toBe(0);
  });
});
