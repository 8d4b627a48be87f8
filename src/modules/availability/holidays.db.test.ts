import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { previewHours } from "./preview-hours.ts";
import { readHolidays } from "./read-holidays.ts";
import { readWorkingHours } from "./read-working-hours.ts";
import { removeHolidays } from "./remove-holidays.ts";
import { saveDateOverride } from "./save-date-override.ts";
import { saveHolidays } from "./save-holidays.ts";

useDatabase();
const germany = { country: "DE", worked: [] };
const christmas = "12-25";
const at = "2026-11-20T09:00:00Z";

async function openOn(shop: Shop, dateFrom: string, scope: { locationId?: string; staffId?: string } = {}) {
  const preview = await shop.run((ctx) => previewHours(ctx, { ...scope, dateFrom, days: 1 }));
  if (!preview.ok) throw new Error(preview.message);
  return preview.value.days[0];
}

describe("public holidays", () => {
  it("close the business, its locations and who works there, and say their names", async () => {
    const shop = await aShop();
    await shop.run((ctx) => saveHolidays(ctx, germany));
    const closed = { intervals: [], because: "holiday", name: "Christmas Day" };
    expect(await openOn(shop, "2026-12-25")).toMatchObject(closed);
    expect(await openOn(shop, "2026-12-25", { locationId: shop.location.id })).toMatchObject(closed);
    expect(await openOn(shop, "2026-12-25", { staffId: shop.staff[0].id })).toMatchObject(closed);
    expect(await openOn(shop, "2026-12-24", { staffId: shop.staff[0].id })).toMatchObject({ because: null });
  });

  it("are worked as other days where they are ticked, each year", async () => {
    const shop = await aShop();
    await shop.run((ctx) => saveHolidays(ctx, { ...germany, worked: [christmas] }));
    const { id } = shop.staff[0];
    for (const date of ["2026-12-25", "2027-12-25"]) {
      expect((await openOn(shop, date, { staffId: id }))?.intervals).toHaveLength(1);
    }
    expect((await openOn(shop, "2026-12-26", { staffId: id }))?.intervals).toEqual([]);
  });

  it("give way to special hours on their date", async () => {
    const shop = await aShop();
    await shop.run((ctx) => saveHolidays(ctx, germany));
    const on = { dateFrom: "2026-12-25", dateTo: "2026-12-25" };
    const special = { startMinute: 600, endMinute: 720 };
    await shop.run((ctx) => saveDateOverride(ctx, { ...on, intervals: [special] }));
    expect(await openOn(shop, "2026-12-25", { staffId: shop.staff[0].id })).toMatchObject({
      intervals: [special],
    });
  });

  it("of a location count in place of the business's, until they are removed", async () => {
    const shop = await aShop().withLocation().withLocation();
    const [here, there] = shop.locations.map(({ id }) => ({ locationId: id })) as [
      { locationId: string },
      { locationId: string },
    ];
    await shop.run((ctx) => saveHolidays(ctx, germany));
    await shop.run((ctx) => saveHolidays(ctx, { ...there, country: "FR", worked: [] }));
    const bastille = "2027-07-14";
    expect((await openOn(shop, bastille, here))?.because).toBeNull();
    expect((await openOn(shop, bastille, there))?.name).toBe("Bastille Day");
    expect(await shop.run((ctx) => removeHolidays(ctx, there))).toMatchObject({ ok: true });
    expect((await openOn(shop, bastille, there))?.because).toBeNull();
    expect((await openOn(shop, "2026-12-25", there))?.because).toBe("holiday");
    expect(await shop.run((ctx) => removeHolidays(ctx, there))).toMatchObject({ reason: "notFound" });
  });

  it("are listed for this year and the next in the business's language, by region", async () => {
    const shop = await aShop({ locale: "de-DE" });
    await shop.run((ctx) => saveHolidays(ctx, { country: "DE", region: "BY", worked: [christmas] }));
    const read = await shop.run((ctx) => readHolidays(ctx, {}), { at });
    if (!read.ok) throw new Error(read.message);
    const { saved, years, regions, countries } = read.value;
    expect(saved).toEqual({ country: "DE", region: "BY", worked: [christmas] });
    expect(years.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(years[1]?.holidays).toContainEqual({
      date: "2027-01-06",
      rule: "01-06",
      name: "Heilige Drei Könige",
    });
    expect(regions).toContainEqual({ code: "BY", name: "Bayern" });
    expect(countries.length).toBeGreaterThan(150);
  });

  it("are offered for the country of the primary location when none are set", async () => {
    const shop = await aShop();
    await shop.run((ctx) =>
      ctx.db.location.updateMany({ where: { id: shop.location.id }, data: { country: "GR" } }),
    );
    const read = await shop.run((ctx) => readHolidays(ctx, {}), { at });
    expect(read).toMatchObject({ ok: true, value: { saved: null, shown: { country: "GR", region: null } } });
  });

  it("are refused for countries and regions that are not there, and to those who may not", async () => {
    const shop = await aShop();
    const staffMember: Actor = { kind: "member", userId: newId(), role: "staff" };
    const tried = [
      await shop.run((ctx) => saveHolidays(ctx, { country: "ZZ", worked: [] })),
      await shop.run((ctx) => saveHolidays(ctx, { country: "DE", region: "CA", worked: [] })),
      await shop.run((ctx) => saveHolidays(ctx, germany), { as: staffMember }),
      await shop.run((ctx) => removeHolidays(ctx, {}), { as: staffMember }),
    ];
    expect(tried.map((result) => !result.ok && result.reason)).toEqual([
      "invalid",
      "invalid",
      "forbidden",
      "forbidden",
    ]);
  });

  it("name the visits that are booked on them", async () => {
    const shop = await aShop();
    const visit = await anAppointment(shop, { start: "2026-12-25T09:00:00Z" });
    await anAppointment(shop, { start: "2026-12-24T09:00:00Z" });
    const saved = await shop.run((ctx) => saveHolidays(ctx, germany), { at });
    expect(saved).toMatchObject({
      ok: true,
      value: { conflicts: { count: 1, first: [{ appointmentId: visit.id, start: "2026-12-25T09:00:00Z" }] } },
    });
  });
});

describe("working hours of everybody", () => {
  it("are those that begin on each date, at one location or at any", async () => {
    const shop = await aShop()
      .withStaff({ weekdays: [5] })
      .withStaff({ opens: "10:00", closes: "12:00" });
    await shop.run((ctx) => saveHolidays(ctx, germany));
    const dates = { dateFrom: "2026-12-24", dateTo: "2026-12-25" };
    const read = await shop.run((ctx) => readWorkingHours(ctx, { ...dates, locationId: shop.location.id }));
    if (!read.ok) throw new Error(read.message);
    const [first, second] = shop.staff;
    const late = [{ startMinute: 600, endMinute: 720 }];
    expect(read.value.hours).toEqual(
      expect.arrayContaining([
        { staffId: first.id, date: "2026-12-24", intervals: [] },
        { staffId: first.id, date: "2026-12-25", intervals: [] },
        { staffId: second?.id, date: "2026-12-24", intervals: late },
        { staffId: second?.id, date: "2026-12-25", intervals: [] },
      ]),
    );
  });
});
