import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addTimeOff } from "./add-time-off.ts";
import { readSchedule } from "./read-schedule.ts";
import { removeDateOverride } from "./remove-date-override.ts";
import { removeTimeOff } from "./remove-time-off.ts";
import { saveDateOverride } from "./save-date-override.ts";
import { saveWeeklyHours } from "./save-weekly-hours.ts";
import type { ReadScheduleInput } from "./schedule-schema.ts";

const database = useDatabase();
const morning = { startMinute: 540, endMinute: 720 };
const afternoon = { startMinute: 780, endMinute: 1020 };
const from = (dateFrom: string, dateTo = dateFrom) => ({ dateFrom, dateTo });

async function scheduleOf(shop: Shop, scope: ReadScheduleInput) {
  const schedule = await shop.run((ctx) => readSchedule(ctx, scope));
  if (!schedule.ok) throw new Error(schedule.message);
  return schedule.value;
}

async function eventsOf(shop: Shop): Promise<string[]> {
  const { rows } = await database.superuser.query("SELECT type FROM event WHERE tenant_id = $1 ORDER BY at", [
    shop.tenantId,
  ]);
  return rows.map((row) => row.type);
}

describe("weekly hours", () => {
  it("are replaced as a whole, sorted, with what touches made one", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    const lunch = { startMinute: 720, endMinute: 780 };
    const week = [
      { weekday: 1, intervals: [afternoon, lunch, morning] },
      { weekday: 3, intervals: [afternoon, morning] },
    ];
    const saved = await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week }));
    const { week: read, usesDefaultHours } = await scheduleOf(shop, { staffId });
    expect(saved).toMatchObject({ ok: true, value: { conflicts: { count: 0 } } });
    expect(read.map((day) => day.intervals)).toEqual([
      ...[[{ startMinute: 540, endMinute: 1020 }], [], [morning, afternoon], [], [], [], []],
    ]);
    expect(usesDefaultHours).toBe(false);
    expect(await eventsOf(shop)).toEqual(["schedule.hours_changed"]);
  });

  it("of a location do not touch those of the staff", async () => {
    const shop = await aShop();
    const week = [{ weekday: 7, intervals: [morning] }];
    await shop.run((ctx) => saveWeeklyHours(ctx, { locationId: shop.location.id, week }));
    expect((await scheduleOf(shop, { locationId: shop.location.id })).week[6]?.intervals).toEqual([morning]);
    expect((await scheduleOf(shop, { staffId: shop.staff[0].id })).week[6]?.intervals).toHaveLength(1);
  });
});

describe("date overrides", () => {
  it("keep their intervals together and are removed together", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    const dates = from("2026-12-24", "2026-12-26");
    const saved = await shop.run((ctx) =>
      saveDateOverride(ctx, { staffId, ...dates, intervals: [afternoon, morning], reason: "Holidays" }),
    );
    const { overrides } = await scheduleOf(shop, { staffId });
    const id = saved.ok ? saved.value.id : "";
    expect(overrides).toEqual([
      { id, ...dates, intervals: [morning, afternoon], priority: 0, reason: "Holidays" },
    ]);
    expect(await shop.run((ctx) => removeDateOverride(ctx, { id }))).toMatchObject({
      ok: true,
      value: { id },
    });
    expect((await scheduleOf(shop, { staffId })).overrides).toEqual([]);
    expect(await eventsOf(shop)).toEqual(["schedule.override_saved", "schedule.override_removed"]);
  });

  it("give way to newer ones on the dates they share", async () => {
    const shop = await aShop();
    await shop.run((ctx) =>
      saveDateOverride(ctx, { ...from("2026-12-20", "2026-12-31"), intervals: [morning] }),
    );
    await shop.run((ctx) => saveDateOverride(ctx, { ...from("2026-12-24", "2026-12-26"), intervals: [] }));
    const { overrides } = await scheduleOf(shop, {});
    expect(overrides.map(({ dateFrom, dateTo, intervals }) => [dateFrom, dateTo, intervals])).toEqual([
      ["2026-12-20", "2026-12-23", [morning]],
      ["2026-12-24", "2026-12-26", []],
      ["2026-12-27", "2026-12-31", [morning]],
    ]);
  });

  it("of one scope leave the others alone", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    await shop.run((ctx) => saveDateOverride(ctx, { staffId, ...from("2026-12-24"), intervals: [morning] }));
    await shop.run((ctx) => saveDateOverride(ctx, { ...from("2026-12-24"), intervals: [] }));
    expect((await scheduleOf(shop, { staffId })).overrides).toHaveLength(1);
  });
});

describe("time off", () => {
  it("is added and given back", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    const dates = from("2026-12-24", "2026-12-26");
    const added = await shop.run((ctx) =>
      addTimeOff(ctx, { staffId, ...dates, part: morning, reason: "Dentist" }),
    );
    const id = added.ok ? added.value.id : "";
    expect((await scheduleOf(shop, { staffId })).timeOff).toEqual([
      { id, ...dates, part: morning, reason: "Dentist" },
    ]);
    await shop.run((ctx) => removeTimeOff(ctx, { id }));
    expect((await scheduleOf(shop, { staffId })).timeOff).toEqual([]);
    expect(await eventsOf(shop)).toEqual(["schedule.time_off_added", "schedule.time_off_removed"]);
  });

  it("keeps its reason from customers", async () => {
    const shop = await aShop();
    await shop.run((ctx) => addTimeOff(ctx, { ...from("2026-12-24"), reason: "Surgery" }));
    const seen = await shop.run((ctx) => readSchedule(ctx, {}), { as: { kind: "customer" } });
    expect(seen).toMatchObject({ ok: true, value: { timeOff: [{ dateFrom: "2026-12-24", reason: null }] } });
  });
});

describe("who may change a schedule", () => {
  const staffMember: Actor = { kind: "member", userId: newId(), role: "staff" };
  const change = {
    saveWeeklyHours: (shop: Shop, as: Actor) =>
      shop.run((ctx) => saveWeeklyHours(ctx, { staffId: shop.staff[0].id, week: [] }), { as }),
    saveOpeningHours: (shop: Shop, as: Actor) =>
      shop.run((ctx) => saveWeeklyHours(ctx, { locationId: shop.location.id, week: [] }), { as }),
    saveDateOverride: (shop: Shop, as: Actor) =>
      shop.run((ctx) => saveDateOverride(ctx, { ...from("2026-12-24"), intervals: [] }), { as }),
    addTimeOff: (shop: Shop, as: Actor) => shop.run((ctx) => addTimeOff(ctx, from("2026-12-24")), { as }),
    removeDateOverride: (shop: Shop, as: Actor) =>
      shop.run((ctx) => removeDateOverride(ctx, { id: newId() }), { as }),
    removeTimeOff: (shop: Shop, as: Actor) => shop.run((ctx) => removeTimeOff(ctx, { id: newId() }), { as }),
  };

  it.each(Object.entries(change))("%s is for owners and admins", async (_, run) => {
    const shop = await aShop();
    expect(await run(shop, staffMember)).toMatchObject({ ok: false, reason: "forbidden" });
    expect(await run(shop, { kind: "customer" })).toMatchObject({ ok: false, reason: "forbidden" });
    expect(await eventsOf(shop)).toEqual([]);
  });

  it("finds nothing of another business", async () => {
    const shop = await aShop();
    const other = await aShop();
    const foreign = other.staff[0].id;
    const timeOff = await other.run((ctx) => addTimeOff(ctx, { staffId: foreign, ...from("2026-12-24") }));
    const override = await other.run((ctx) =>
      saveDateOverride(ctx, { staffId: foreign, ...from("2026-12-24"), intervals: [] }),
    );
    const before = await scheduleOf(other, { staffId: foreign });
    const idOf = (saved: typeof timeOff) => ({ id: saved.ok ? saved.value.id : "" });
    const attempts = await Promise.all([
      shop.run((ctx) => saveWeeklyHours(ctx, { staffId: foreign, week: [] })),
      shop.run((ctx) => saveWeeklyHours(ctx, { locationId: other.location.id, week: [] })),
      shop.run((ctx) =>
        saveDateOverride(ctx, { staffId: foreign, ...from("2026-12-24"), intervals: [morning] }),
      ),
      shop.run((ctx) => addTimeOff(ctx, { staffId: foreign, ...from("2026-12-24") })),
      shop.run((ctx) => readSchedule(ctx, { staffId: foreign })),
      shop.run((ctx) => removeTimeOff(ctx, idOf(timeOff))),
      shop.run((ctx) => removeDateOverride(ctx, idOf(override))),
    ]);
    expect(attempts.map((attempt) => (attempt.ok ? "ok" : attempt.reason))).toEqual(
      attempts.map(() => "notFound"),
    );
    expect(await scheduleOf(other, { staffId: foreign })).toEqual(before);
  });
});
