import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { saveLocation } from "#modules/tenants/save-location.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { archiveResource } from "./archive-resource.ts";
import { archiveService } from "./archive-service.ts";
import { listResources } from "./list-resources.ts";
import { restoreResource } from "./restore-resource.ts";
import { restoreService } from "./restore-service.ts";
import { saveResource } from "./save-resource.ts";
import { saveService } from "./save-service.ts";
import type { Resource } from "./schema.ts";

const database = useDatabase();
const at = "2027-03-01T08:00:00Z";
const cut = { name: "Cut", durationMin: 30, priceMinor: 4500 };

async function aResource(shop: Shop, units = 1): Promise<Resource> {
  const saved = await shop.run((ctx) => saveResource(ctx, { name: "Room", units }));
  if (!saved.ok) throw new Error(saved.message);
  return saved.value;
}

async function unitsOf(shop: Shop, id: string): Promise<{ id: string; number: number; retired: boolean }[]> {
  const { rows } = await database.superuser.query(
    `SELECT id, number, retired_at IS NOT NULL AS retired FROM resource_unit
     WHERE tenant_id = $1 AND resource_id = $2 ORDER BY number`,
    [shop.tenantId, id],
  );
  return rows;
}

/** Claims the nth unit for a visit of an hour. */
async function claim(shop: Shop, id: string, visit: { number: number; start: string }): Promise<void> {
  const { id: appointment, end } = await anAppointment(shop, { start: visit.start });
  const unit = (await unitsOf(shop, id)).find(({ number }) => number === visit.number);
  await shop.run((ctx) =>
    ctx.sql("SELECT claim_time($1, 'appointment', $2, NULL, $3, ARRAY[$4::uuid], $5, $6)", [
      ctx.tenantId,
      appointment,
      shop.location.id,
      unit?.id,
      visit.start,
      end,
    ]),
  );
}

describe("saving a resource", () => {
  it("adds it with its units, one when nothing is said", async () => {
    const shop = await aShop();
    const input = { name: "Room", kind: "room" as const, locationId: shop.location.id, units: 2 };
    const saved = await shop.run((ctx) => saveResource(ctx, input));
    const value = { name: "Room", units: 2, locationId: shop.location.id, archived: false, serviceIds: [] };
    expect(saved).toMatchObject({ ok: true, value });
    const chair = await shop.run((ctx) => saveResource(ctx, { name: "Chair", kind: "chair" }));
    expect(chair).toMatchObject({ value: { units: 1, locationId: null, kind: "chair", position: 1 } });
    const { rows } = await database.superuser.query("SELECT type FROM event WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    expect(rows).toEqual([{ type: "resource.added" }, { type: "resource.added" }]);
  });

  it("changes what is given and leaves the number alone when it is not", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop, 3);
    const saved = await shop.run((ctx) => saveResource(ctx, { id, name: "Big room" }));
    expect(saved).toMatchObject({ value: { name: "Big room", kind: "room", units: 3 } });
  });

  it("keeps the numbers of units that come and go", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop, 3);
    const before = await unitsOf(shop, id);
    await shop.run((ctx) => saveResource(ctx, { id, name: "Room", units: 1 }));
    expect((await unitsOf(shop, id)).map(({ retired }) => retired)).toEqual([false, true, true]);
    await shop.run((ctx) => saveResource(ctx, { id, name: "Room", units: 4 }));
    const after = await unitsOf(shop, id);
    expect(after.slice(0, 3)).toEqual(before);
    expect(after.map(({ number, retired }) => [number, retired])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
    ]);
  });

  it("retires units around those that coming visits have, and refuses with the dates when it cannot", async () => {
    const shop = await aShop({ locale: "en-GB" });
    const { id } = await aResource(shop, 3);
    await claim(shop, id, { number: 3, start: "2027-03-02T10:00:00Z" });
    // Half past midnight in Berlin: the date is the location's.
    await claim(shop, id, { number: 2, start: "2027-03-03T23:30:00Z" });
    await claim(shop, id, { number: 1, start: "2027-02-26T10:00:00Z" });
    const refused = await shop.run((ctx) => saveResource(ctx, { id, name: "Room", units: 1 }), { at });
    expect(refused).toEqual({
      ok: false,
      reason: "inUse",
      message: "Keep at least 2: they are booked on Tue 2 March, Thu 4 March.",
      details: { field: "units", dates: ["2027-03-02", "2027-03-04"] },
    });
    expect((await unitsOf(shop, id)).every(({ retired }) => !retired)).toBe(true);
    expect((await shop.run((ctx) => saveResource(ctx, { id, name: "Room", units: 2 }), { at })).ok).toBe(
      true,
    );
    expect((await unitsOf(shop, id)).map(({ retired }) => retired)).toEqual([true, false, false]);
  });

  it("refuses what is another business's, and archived locations", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const { id } = await aResource(other, 2);
    const strangers = [
      { id, name: "Ours", units: 1 },
      { name: "Ours", locationId: other.location.id },
    ];
    for (const input of strangers) {
      const refused = await mine.run((ctx) => saveResource(ctx, input));
      expect(refused).toMatchObject({ ok: false, reason: "notFound" });
    }
    expect(await unitsOf(other, id)).toHaveLength(2);
    const place = await mine.run((ctx) => saveLocation(ctx, { name: "Second" }));
    const locationId = place.ok ? place.value.id : "";
    await mine.run((ctx) =>
      ctx.db.location.updateMany({ where: { id: locationId }, data: { archivedAt: new Date(at) } }),
    );
    const refused = await mine.run((ctx) => saveResource(ctx, { name: "Ours", locationId }));
    expect(refused).toMatchObject({ reason: "notFound", details: { field: "locationId" } });
  });

  it("is for owners and admins, as is archiving and restoring", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop);
    for (const as of [aMember("staff"), aVisitor]) {
      const save = await shop.run((ctx) => saveResource(ctx, { name: "Mine" }), { as });
      const archive = await shop.run((ctx) => archiveResource(ctx, { id }), { as });
      const restore = await shop.run((ctx) => restoreResource(ctx, { id }), { as });
      for (const refused of [save, archive, restore]) expect(refused).toMatchObject({ reason: "forbidden" });
    }
  });
});

describe("the list of resources", () => {
  it("is for the team, in order, with the services that need each", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const room = await aResource(shop, 2);
    const chair = await aResource(shop);
    await aResource(other);
    await shop.run((ctx) => saveService(ctx, { ...cut, id: shop.service.id, requirements: [[room.id]] }));
    await shop.run((ctx) => archiveResource(ctx, { id: chair.id }));
    const list = (includeArchived: boolean) => shop.run((ctx) => listResources(ctx, { includeArchived }));
    const first = { id: room.id, units: 2, serviceIds: [shop.service.id] };
    expect(await list(false)).toMatchObject({ value: { resources: [first] } });
    expect(await list(true)).toMatchObject({
      value: { resources: [first, { id: chair.id, archived: true }] },
    });
    const visitor = await shop.run((ctx) => listResources(ctx, { includeArchived: false }), { as: aVisitor });
    expect(visitor).toMatchObject({ reason: "forbidden" });
  });
});

describe("archiving a resource", () => {
  it("is refused while services need it, and names them", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop);
    const need = { ...cut, id: shop.service.id, requirements: [[id]] };
    await shop.run((ctx) => saveService(ctx, need));
    const refused = await shop.run((ctx) => archiveResource(ctx, { id }));
    const message = "Room is needed by Cut: take it out of there first.";
    expect(refused).toMatchObject({ reason: "inUse", message, details: { services: 1 } });
    await shop.run((ctx) => saveService(ctx, { ...need, requirements: [] }));
    expect(await shop.run((ctx) => archiveResource(ctx, { id }))).toEqual({ ok: true, value: { id } });
    expect(await shop.run((ctx) => archiveResource(ctx, { id }))).toMatchObject({ reason: "notFound" });
    expect(await shop.run((ctx) => restoreResource(ctx, { id }))).toEqual({ ok: true, value: { id } });
    expect(await shop.run((ctx) => restoreResource(ctx, { id }))).toMatchObject({ reason: "notFound" });
  });

  it("is refused while coming visits have it, and says how many", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop, 2);
    await claim(shop, id, { number: 1, start: "2027-03-02T10:00:00Z" });
    await claim(shop, id, { number: 2, start: "2027-02-26T10:00:00Z" });
    const refused = await shop.run((ctx) => archiveResource(ctx, { id }), { at });
    const message = "Room is taken by 1 coming visit: move or cancel them first.";
    expect(refused).toMatchObject({ reason: "inUse", message, details: { visits: 1 } });
    const later = { at: "2027-03-02T11:00:00Z" };
    expect((await shop.run((ctx) => archiveResource(ctx, { id }), later)).ok).toBe(true);
  });

  it("keeps archived services that need it in the archive", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop);
    const service = { id: shop.service.id };
    await shop.run((ctx) => saveService(ctx, { ...cut, ...service, requirements: [[id]] }));
    await shop.run((ctx) => archiveService(ctx, service));
    expect((await shop.run((ctx) => archiveResource(ctx, { id }))).ok).toBe(true);
    const message = "It needs Room, archived meanwhile: bring that back first.";
    expect(await shop.run((ctx) => restoreService(ctx, service))).toMatchObject({ reason: "inUse", message });
    await shop.run((ctx) => restoreResource(ctx, { id }));
    expect((await shop.run((ctx) => restoreService(ctx, service))).ok).toBe(true);
  });

  it("of another business is not possible", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const { id } = await aResource(other);
    for (const verb of [archiveResource, restoreResource]) {
      expect(await mine.run((ctx) => verb(ctx, { id }))).toMatchObject({ reason: "notFound" });
      expect(await mine.run((ctx) => verb(ctx, { id: newId() }))).toMatchObject({ reason: "notFound" });
    }
  });
});

describe("a unit that a booking is claiming", () => {
  const [start, end] = ["2027-03-02T10:00:00Z", "2027-03-02T11:00:00Z"];

  it("is waited for, and then not taken away", async () => {
    const shop = await aShop();
    const { id } = await aResource(shop);
    const [unit] = await unitsOf(shop, id);
    const { id: appointment } = await anAppointment(shop, { start });
    const [claimed, booked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const booking = shop.run(async (ctx) => {
      await ctx.sql("SELECT FROM resource_unit WHERE id = $1 FOR SHARE", [unit?.id]);
      await ctx.sql("SELECT claim_time($1, 'appointment', $2, NULL, $3, ARRAY[$4::uuid], $5, $6)", [
        ...[ctx.tenantId, appointment, shop.location.id, unit?.id, start, end],
      ]);
      claimed.resolve();
      await booked.promise;
    });
    await claimed.promise;
    const archiving = shop.run((ctx) => archiveResource(ctx, { id }), { at });
    await expect.poll(countWaiting).toBe(1);
    booked.resolve();
    await booking;
    expect(await archiving).toMatchObject({ reason: "inUse", details: { visits: 1 } });
  });

  async function countWaiting(): Promise<number> {
    const { rows } = await database.superuser.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rows.length;
  }
});
