import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addTimeOff } from "./add-time-off.ts";
import { findSlots } from "./find-slots.ts";
import { saveDateOverride } from "./save-date-override.ts";
import { saveWeeklyHours } from "./save-weekly-hours.ts";
import type { FindSlotsInput } from "./schema.ts";

const database = useDatabase();

/** A Friday; the shop of the tests is in Berlin, an hour ahead of UTC. */
const now = "2026-11-20T12:00:00Z";
const tuesday = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
const everyDay = [1, 2, 3, 4, 5, 6, 7];

async function slotsOf(shop: Shop, input: Partial<FindSlotsInput> = {}) {
  const question = { serviceId: shop.service.id, ...tuesday, audience: "customer" as const, ...input };
  const found = await shop.run((ctx) => findSlots(ctx, question), { at: now });
  if (!found.ok) throw new Error(found.message);
  return found.value.slots;
}

const times = (slots: { start: string }[]) => slots.map((slot) => slot.start.slice(11, 16));

async function claim(
  shop: Shop,
  claim: { staffId?: string; start: string; end: string; kind?: "block" | "hold"; expires?: string },
) {
  const { staffId = shop.staff[0].id, start, end, kind = "block", expires = null } = claim;
  const holdId = kind === "hold" ? newId() : null;
  const { superuser } = database;
  if (holdId) {
    await superuser.query(
      `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, location_id, starts_at, ends_at, expires_at)
       VALUES ($1, $2::uuid, $2::uuid::text, $3, $4, $5, $6, $7, $8)`,
      [shop.tenantId, holdId, shop.service.id, staffId, shop.location.id, start, end, expires],
    );
  }
  await superuser.query(
    `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind, hold_id, expires_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)`,
    [shop.tenantId, staffId, start, end, kind, holdId, expires],
  );
  return holdId ?? undefined;
}

describe("slots of a business", () => {
  it("begin when the staff member does and step by the service's interval", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "11:00" })
      .withService({ durationMin: 45, slotIntervalMin: 20 });
    const slots = await slotsOf(shop);
    expect(times(slots)).toEqual(["08:00", "08:20", "08:40", "09:00"]);
    expect(slots[0]).toEqual({
      start: "2026-12-01T08:00:00Z",
      end: "2026-12-01T08:45:00Z",
      staffIds: [shop.staff[0].id],
      locationId: shop.location.id,
    });
  });

  it("name everybody who can take them, in display order", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "10:00" })
      .withStaff({ opens: "09:00", closes: "11:00" })
      .withService({ slotIntervalMin: 60 });
    const [first, second] = shop.staff.map((person) => person.id);
    expect((await slotsOf(shop)).map((slot) => slot.staffIds)).toEqual([[first, second], [second]]);
    expect((await slotsOf(shop, { staffId: second })).map((slot) => slot.staffIds)).toEqual([
      [second],
      [second],
    ]);
  });

  it("keep buffers free of claims, also outside working hours", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "12:00" })
      .withService({ durationMin: 60, slotIntervalMin: 30, bufferBeforeMin: 10, bufferAfterMin: 20 });
    expect(times(await slotsOf(shop))).toEqual(["08:00", "08:30", "09:00", "09:30", "10:00"]);
    await claim(shop, { start: "2026-12-01T11:15:00Z", end: "2026-12-01T12:00:00Z" });
    expect(times(await slotsOf(shop))).toEqual(["08:00", "08:30", "09:00", "09:30"]);
    await claim(shop, { start: "2026-12-01T07:00:00Z", end: "2026-12-01T07:51:00Z" });
    expect(times(await slotsOf(shop))).toEqual(["08:30", "09:00", "09:30"]);
  });

  it("see live holds and no others, by the database's clock", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "11:00" })
      .withService({ slotIntervalMin: 60 });
    const live = await claim(shop, {
      ...{ kind: "hold", expires: "2100-01-01T00:00:00Z" },
      ...{ start: "2026-12-01T08:00:00Z", end: "2026-12-01T09:00:00Z" },
    });
    await claim(shop, {
      ...{ kind: "hold", expires: "2020-01-01T00:00:00Z" },
      ...{ start: "2026-12-01T09:00:00Z", end: "2026-12-01T10:00:00Z" },
    });
    expect(times(await slotsOf(shop))).toEqual(["09:00"]);
    expect(times(await slotsOf(shop, { ignoreHoldId: live }))).toEqual(["08:00", "09:00"]);
  });

  it("stay inside the opening hours of the location", async () => {
    const shop = await aShop()
      .withStaff({ opens: "08:00", closes: "18:00" })
      .withService({ slotIntervalMin: 60 });
    const intervals = [{ startMinute: 600, endMinute: 720 }];
    await shop.run((ctx) =>
      saveWeeklyHours(ctx, {
        locationId: shop.location.id,
        week: everyDay.map((weekday) => ({ weekday, intervals })),
      }),
    );
    expect(times(await slotsOf(shop))).toEqual(["09:00", "10:00"]);
  });

  it("follow the location's hours for a staff member without any", async () => {
    const shop = await aShop().withStaff().withService({ slotIntervalMin: 60 });
    const intervals = [{ startMinute: 1320, endMinute: 1560 }];
    await shop.run(async (ctx) => {
      await saveWeeklyHours(ctx, { staffId: shop.staff[0].id, week: null });
      const week = everyDay.map((weekday) => ({ weekday, intervals }));
      return saveWeeklyHours(ctx, { locationId: shop.location.id, week });
    });
    expect(times(await slotsOf(shop))).toEqual(["00:00", "21:00", "22:00", "23:00"]);
  });

  it("offer nothing with a staff member who works on no day, nor at a location that is closed on all", async () => {
    const shop = await aShop().withStaff().withService({ slotIntervalMin: 60 });
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId: shop.staff[0].id, week: [] }));
    expect(await slotsOf(shop)).toEqual([]);
    const closed = await aShop().withStaff().withService({ slotIntervalMin: 60 });
    await closed.run((ctx) => saveWeeklyHours(ctx, { locationId: closed.location.id, week: [] }));
    expect(await slotsOf(closed)).toEqual([]);
  });

  it("offer overnight visits across midnight at a location that never closes", async () => {
    const shop = await aShop().withStaff().withService({ slotIntervalMin: 30, durationMin: 120 });
    const week = [{ weekday: 2, intervals: [{ startMinute: 1320, endMinute: 1560 }] }];
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId: shop.staff[0].id, week }));
    expect(times(await slotsOf(shop))).toEqual(["21:00", "21:30", "22:00", "22:30", "23:00"]);
  });

  it("take special hours and closed days for the dates they name", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "17:00" })
      .withService({ slotIntervalMin: 60 });
    const staffId = shop.staff[0].id;
    const dates = { dateFrom: "2026-12-01", dateTo: "2026-12-01" };
    await shop.run((ctx) =>
      saveDateOverride(ctx, { staffId, ...dates, intervals: [{ startMinute: 1140, endMinute: 1260 }] }),
    );
    expect(times(await slotsOf(shop))).toEqual(["18:00", "19:00"]);
    await shop.run((ctx) => saveDateOverride(ctx, { ...dates, intervals: [] }));
    expect(await slotsOf(shop)).toEqual([]);
  });

  it("leave time off out and keep the grid around it", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "12:00" })
      .withService({ durationMin: 30, slotIntervalMin: 30, bufferAfterMin: 30 });
    const part = { startMinute: 580, endMinute: 590 };
    await shop.run((ctx) =>
      addTimeOff(ctx, { staffId: shop.staff[0].id, dateFrom: "2026-11-30", dateTo: "2026-12-03", part }),
    );
    expect(times(await slotsOf(shop))).toEqual(["08:00", "09:00", "09:30", "10:00", "10:30"]);
  });

  it("respect notice and horizon, the stricter of service and staff member", async () => {
    const shop = await aShop({ horizonDays: 30 })
      .withStaff({ opens: "09:00", closes: "17:00" })
      .withService({ noticeMin: 90, slotIntervalMin: 60 });
    const today = { from: "2026-11-20T00:00:00Z", to: "2026-11-21T00:00:00Z" };
    expect(times(await slotsOf(shop, today))).toEqual(["14:00", "15:00"]);
    await shop.run((ctx) => ctx.db.staff.updateMany({ data: { noticeMin: 150, horizonDays: 11 } }));
    expect(times(await slotsOf(shop, today))).toEqual(["15:00"]);
    expect(await slotsOf(shop)).toHaveLength(8);
    expect(await slotsOf(shop, { from: "2026-12-02T00:00:00Z", to: "2026-12-03T00:00:00Z" })).toEqual([]);
  });

  it("are bound for the team by nothing but claims", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "10:00" })
      .withService({ noticeMin: 40_000, slotIntervalMin: 360 });
    await claim(shop, { start: "2026-12-01T05:30:00Z", end: "2026-12-01T05:45:00Z" });
    expect(times(await slotsOf(shop, { audience: "member" }))).toEqual(["11:00", "17:00", "23:00"]);
  });

  it("are found at each location, in its own zone", async () => {
    const shop = await aShop()
      .withLocation({ timeZone: "Europe/Berlin" })
      .withLocation({ timeZone: "Europe/London" })
      .withStaff({ opens: "09:00", closes: "10:00" })
      .withService();
    const [berlin, london] = shop.locations.map((location) => location.id);
    expect((await slotsOf(shop)).map((slot) => [slot.start, slot.locationId])).toEqual([
      ["2026-12-01T08:00:00Z", berlin],
      ["2026-12-01T09:00:00Z", london],
    ]);
    expect(times(await slotsOf(shop, { locationId: london }))).toEqual(["09:00"]);
  });

  it("do not exist for a suspended business", async () => {
    expect(await slotsOf(await aShop({ status: "suspended" }))).toEqual([]);
  });
});

describe("asking for what is not there", () => {
  it.each(["serviceId", "staffId", "locationId"] as const)("an unknown %s is not found", async (field) => {
    const shop = await aShop();
    const other = await aShop();
    const foreign = {
      serviceId: other.service.id,
      staffId: other.staff[0].id,
      locationId: other.location.id,
    };
    const question = {
      serviceId: shop.service.id,
      ...tuesday,
      audience: "member" as const,
      [field]: foreign[field],
    };
    const found = await shop.run((ctx) => findSlots(ctx, question));
    expect(found).toMatchObject({ ok: false, reason: "notFound" });
  });

  it("a service that is archived or offline is not found by customers", async () => {
    const shop = await aShop().withService({ online: false }).withService();
    const [offline, archived] = shop.services.map((service) => service.id) as [string, string];
    await shop.run((ctx) =>
      ctx.db.service.updateMany({ where: { id: archived }, data: { archivedAt: new Date(0) } }),
    );
    const ask = (serviceId: string, audience: "customer" | "member") =>
      shop.run((ctx) => findSlots(ctx, { serviceId, ...tuesday, audience }));
    expect(await ask(offline, "customer")).toMatchObject({ ok: false, reason: "notFound" });
    expect(await ask(offline, "member")).toMatchObject({ ok: true });
    expect(await ask(archived, "member")).toMatchObject({ ok: false, reason: "notFound" });
  });
});
