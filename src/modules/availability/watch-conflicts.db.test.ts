import { describe, expect, it } from "vitest";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addTimeOff } from "./add-time-off.ts";
import { removeDateOverride } from "./remove-date-override.ts";
import { saveDateOverride } from "./save-date-override.ts";
import { saveHoursPlan } from "./save-hours-plan.ts";
import { saveWeeklyHours } from "./save-weekly-hours.ts";
import type { SavedRule } from "./schedule-schema.ts";

useDatabase();
/** A Friday; in Berlin the clocks are an hour ahead. */
const at = "2026-11-20T09:00:00Z";
const nextMonday = "2026-11-23";
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const weekOf = (startMinute: number, endMinute: number) =>
  everyDay.map((weekday) => ({ weekday, intervals: [{ startMinute, endMinute }] }));
const on = (dateFrom: string, dateTo = dateFrom) => ({ dateFrom, dateTo });

type Saved = { ok: true; value: SavedRule } | { ok: false; message: string };
function conflictsOf(saved: Saved) {
  if (!saved.ok) throw new Error(saved.message);
  return saved.value.conflicts;
}

/** Visits at 10:00 and 16:00 on Monday, of an hour. */
async function aBookedShop(): Promise<Shop> {
  const shop = await aShop({ timeZone: "Europe/Berlin" });
  await anAppointment(shop, { start: `${nextMonday}T15:00:00Z` });
  await anAppointment(shop, { start: `${nextMonday}T09:00:00Z` });
  return shop;
}

describe("a change of hours", () => {
  it("names the booked visits that lie outside since, in order, with who is coming", async () => {
    const shop = await aBookedShop();
    const staffId = shop.staff[0].id;
    const saved = await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week: weekOf(660, 960) }), { at });
    const { count, first } = conflictsOf(saved);
    expect(count).toBe(2);
    expect(first.map(({ start }) => start)).toEqual([`${nextMonday}T09:00:00Z`, `${nextMonday}T15:00:00Z`]);
    expect(first[0]).toMatchObject({
      timeZone: "Europe/Berlin",
      staffName: "Staff 1",
      serviceName: "Service 1",
    });
    expect(first[0]?.customerName).not.toBe("");
  });

  it("is silent about visits inside, cancelled, past, of others, and outside before", async () => {
    const shop = await aShop().withStaff().withStaff();
    const [one, other] = shop.staff;
    const start = `${nextMonday}T09:00:00Z`;
    await anAppointment(shop, { start, staffId: other?.id });
    await anAppointment(shop, { start: "2026-11-24T09:00:00Z", status: "cancelled" });
    await anAppointment(shop, { start: "2026-11-19T09:00:00Z" });
    await anAppointment(shop, { start: "2026-11-25T03:00:00Z" });
    await anAppointment(shop, { start: "2026-11-26T12:00:00Z" });
    const change = (endMinute: number) =>
      shop.run((ctx) => saveWeeklyHours(ctx, { staffId: one.id, week: weekOf(780, endMinute) }), { at });
    expect(conflictsOf(await change(960)).count).toBe(0);
    expect(conflictsOf(await change(800)).count).toBe(1);
    expect(conflictsOf(await change(801)).count).toBe(0);
  });

  it("of the opening hours, of a service, by time off or on a date is noticed all the same", async () => {
    const shop = await aBookedShop();
    const staffId = shop.staff[0].id;
    const short = { week: weekOf(540, 720) };
    const ran = (work: Parameters<Shop["run"]>[0]) => shop.run(work, { at }) as Promise<Saved>;
    expect(
      conflictsOf(await ran((ctx) => saveWeeklyHours(ctx, { serviceId: shop.service.id, ...short }))).count,
    ).toBe(1);
    await ran((ctx) => saveWeeklyHours(ctx, { serviceId: shop.service.id, week: null }));
    expect(
      conflictsOf(await ran((ctx) => saveWeeklyHours(ctx, { locationId: shop.location.id, ...short }))).count,
    ).toBe(1);
    await ran((ctx) => saveWeeklyHours(ctx, { locationId: shop.location.id, week: null }));
    const part = { startMinute: 900, endMinute: 990 };
    expect(conflictsOf(await ran((ctx) => addTimeOff(ctx, { staffId, ...on(nextMonday), part }))).count).toBe(
      1,
    );
    expect(
      conflictsOf(await ran((ctx) => saveDateOverride(ctx, { ...on(nextMonday), intervals: [] }))).count,
    ).toBe(1);
  });

  it("by weeks that take turns counts in their weeks alone", async () => {
    const shop = await aBookedShop();
    const staffId = shop.staff[0].id;
    const closed = everyDay.map((weekday) => ({ weekday, intervals: [] }));
    const save = (anchorDate: string) =>
      shop.run(
        (ctx) =>
          saveHoursPlan(ctx, { staffId, name: anchorDate, priority: 10, weeks: [closed, []], anchorDate }),
        {
          at,
        },
      );
    expect(conflictsOf(await save("2026-11-30")).count).toBe(0);
    expect(conflictsOf(await save(nextMonday)).count).toBe(2);
  });

  it("that takes special hours away is noticed too", async () => {
    const shop = await aShop().withStaff({ weekdays: [2] });
    const intervals = [{ startMinute: 540, endMinute: 1020 }];
    const staffId = shop.staff[0].id;
    const saved = await shop.run((ctx) => saveDateOverride(ctx, { staffId, ...on(nextMonday), intervals }), {
      at,
    });
    await anAppointment(shop, { start: `${nextMonday}T09:00:00Z` });
    const id = saved.ok ? saved.value.id : "";
    expect(conflictsOf(await shop.run((ctx) => removeDateOverride(ctx, { id }), { at })).count).toBe(1);
  });

  it("keeps a night visit inside hours that cross midnight", async () => {
    const shop = await aShop().withStaff({ opens: "00:00", closes: "24:00" });
    const staffId = shop.staff[0].id;
    await anAppointment(shop, { start: "2026-11-24T00:00:00Z" });
    const save = (until: number) =>
      shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week: weekOf(1320, until) }), { at });
    expect(conflictsOf(await save(1440 + 120)).count).toBe(0);
    expect(conflictsOf(await save(1440 + 90)).count).toBe(1);
  });
});
