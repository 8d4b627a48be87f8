import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { saveResource } from "#modules/catalog/save-resource.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { previewHours } from "./preview-hours.ts";
import { readSchedule } from "./read-schedule.ts";
import { removeHoursPlan } from "./remove-hours-plan.ts";
import { saveDateOverride } from "./save-date-override.ts";
import { saveHoursPlan } from "./save-hours-plan.ts";
import { saveMonthlyHours } from "./save-monthly-hours.ts";
import { saveWeeklyHours } from "./save-weekly-hours.ts";
import {
  type PreviewHoursInput,
  type ReadScheduleInput,
  SaveHoursPlanInput,
  SaveMonthlyHoursInput,
} from "./schedule-schema.ts";

const database = useDatabase();
const morning = { startMinute: 540, endMinute: 720 };
const afternoon = { startMinute: 780, endMinute: 1020 };
const night = { startMinute: 1320, endMinute: 1560 };
const monday = [{ weekday: 1, intervals: [morning] }];
const tuesday = [{ weekday: 2, intervals: [morning, afternoon] }];

async function scheduleOf(shop: Shop, scope: ReadScheduleInput) {
  const schedule = await shop.run((ctx) => readSchedule(ctx, scope));
  if (!schedule.ok) throw new Error(schedule.message);
  return schedule.value;
}

/** Hours by date, "09:00–12:00" as minutes. */
async function previewOf(shop: Shop, input: PreviewHoursInput) {
  const preview = await shop.run((ctx) => previewHours(ctx, input));
  if (!preview.ok) throw new Error(preview.message);
  return preview.value.days.map(({ intervals }) =>
    intervals?.map(({ startMinute, endMinute }) => `${startMinute}-${endMinute}`).join(" "),
  );
}

async function rulesOf(shop: Shop, kind = "weekly") {
  const { rows } = await database.superuser.query(
    "SELECT id, removed_at FROM availability_rule WHERE tenant_id = $1 AND staff_id = $2 AND kind = $3",
    [shop.tenantId, shop.staff[0].id, kind],
  );
  return rows as { id: string; removed_at: Date | null }[];
}

describe("weeks that take turns", () => {
  it("are read as they were saved, from the Monday of the first one on", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    await shop.run((ctx) =>
      saveHoursPlan(ctx, {
        staffId,
        name: "School weeks",
        weeks: [monday, tuesday],
        anchorDate: "2026-11-25",
      }),
    );
    const { plans } = await scheduleOf(shop, { staffId });
    expect(plans).toEqual([
      {
        id: expect.any(String),
        name: "School weeks",
        priority: 0,
        dateFrom: null,
        dateTo: null,
        anchorDate: "2026-11-23",
        weeks: [monday, tuesday],
      },
    ]);
  });

  it("say nothing in a week that is left empty, and are three when three take turns", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week: null }));
    const weeks = [monday, [], tuesday];
    await shop.run((ctx) => saveHoursPlan(ctx, { staffId, weeks, anchorDate: "2026-11-23" }));
    expect((await scheduleOf(shop, { staffId })).plans[0]?.weeks).toEqual(weeks);
    const hours = await previewOf(shop, { staffId, dateFrom: "2026-11-23", days: 28 });
    expect(hours.flatMap((words, day) => (words ? [`${day} ${words}`] : []))).toEqual([
      "0 540-720",
      "15 540-720 780-1020",
      "21 540-720",
    ]);
  });

  it("are told apart from the usual week by what is asked of them", () => {
    const refusal = (input: object) => SaveHoursPlanInput.safeParse(input).error?.issues[0]?.message;
    expect(refusal({ weeks: [monday] })).toMatch(/^Choose the time of the year/);
    expect(refusal({ weeks: [monday, tuesday] })).toBe("Choose when the first week begins");
    expect(refusal({ weeks: [[], []], anchorDate: "2026-11-23" })).toBe("Choose at least one day");
    expect(refusal({ weeks: [monday], dateFrom: "2026-12-02", dateTo: "2026-12-01" })).toMatch(
      /^The last day/,
    );
    expect(refusal({ weeks: [monday], dateFrom: "2026-12-02" })).toBeUndefined();
    const both = { staffId: newId(), serviceId: newId(), weeks: [monday], dateFrom: "2026-12-02" };
    expect(refusal(both)).toMatch(/one at a time/);
    const room = { resourceId: newId(), locationId: newId(), weeks: [monday], dateFrom: "2026-12-02" };
    expect(refusal(room)).toMatch(/one at a time/);
  });
});

describe("hours for a time of the year", () => {
  const summer = { weeks: [tuesday], dateFrom: "2026-07-01", dateTo: "2026-08-31" };

  it("add to the usual week, and replace it with a higher priority", async () => {
    const shop = await aShop().withStaff({ opens: "18:00", closes: "20:00" });
    const staffId = shop.staff[0].id;
    const on = { staffId, dateFrom: "2026-06-30", days: 8 };
    await shop.run((ctx) => saveHoursPlan(ctx, { staffId, ...summer }));
    expect((await previewOf(shop, on)).at(7)).toBe("540-720 780-1020 1080-1200");
    const [plan] = (await scheduleOf(shop, { staffId })).plans;
    await shop.run((ctx) => saveHoursPlan(ctx, { staffId, ...summer, id: plan?.id, priority: 10 }));
    expect((await scheduleOf(shop, { staffId })).plans).toHaveLength(1);
    const hours = await previewOf(shop, on);
    expect([hours[0], hours[1], hours[7]]).toEqual(["1080-1200", "1080-1200", "540-720 780-1020"]);
  });

  it("are not saved twice for the same time, but under another name", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    await shop.run((ctx) => saveHoursPlan(ctx, { staffId, ...summer }));
    const again = await shop.run((ctx) => saveHoursPlan(ctx, { staffId, ...summer, weeks: [monday] }));
    expect(again).toMatchObject({ ok: false, reason: "inUse", details: { field: "name" } });
    const named = { staffId, ...summer, weeks: [monday], name: "Also" };
    expect(await shop.run((ctx) => saveHoursPlan(ctx, named))).toMatchObject({ ok: true });
    expect((await scheduleOf(shop, { staffId })).plans).toHaveLength(2);
  });
});

describe("monthly hours", () => {
  it("are on the first, the fifth or the last such weekday, also through midnight", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week: null }));
    const save = (nth: 1 | 5 | -1, weekday: number, intervals: object[]) =>
      shop.run((ctx) =>
        saveMonthlyHours(ctx, SaveMonthlyHoursInput.parse({ staffId, nth, weekday, intervals })),
      );
    await save(1, 6, [morning]);
    await save(5, 1, [afternoon]);
    await save(-1, 5, [night]);
    const { monthly, usesDefaultHours } = await scheduleOf(shop, { staffId });
    expect(monthly.map(({ nth, weekday, intervals }) => [nth, weekday, intervals])).toEqual(
      expect.arrayContaining([
        [1, 6, [morning]],
        [5, 1, [afternoon]],
        [-1, 5, [night]],
      ]),
    );
    expect(usesDefaultHours).toBe(false);
    const hours = await previewOf(shop, { staffId, dateFrom: "2026-11-01", days: 30 });
    expect(hours.flatMap((words, index) => (words ? [`${index + 1} ${words}`] : []))).toEqual([
      "7 540-720",
      "27 1320-1560",
      "30 780-1020",
    ]);
  });

  it("are named one by one only", () => {
    expect(SaveMonthlyHoursInput.safeParse({ nth: 6, weekday: 1, intervals: [] }).success).toBe(false);
    expect(SaveMonthlyHoursInput.safeParse({ nth: 0, weekday: 1, intervals: [] }).success).toBe(false);
  });
});

describe("what was once set", () => {
  it("stays where it is the same, and is kept as removed where it is not", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    const week = [1, 2, 3].map((weekday) => ({ weekday, intervals: [morning] }));
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week }));
    const before = await rulesOf(shop);
    const changed = week.map((day) => (day.weekday === 2 ? { ...day, intervals: [afternoon] } : day));
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week: changed }));
    const after = await rulesOf(shop);
    expect(after.length).toBe(before.length + 1);
    const live = before.filter((rule) => rule.removed_at === null).map(({ id }) => id);
    expect(after.filter(({ id, removed_at }) => live.includes(id) && removed_at === null)).toHaveLength(6);
    await shop.run((ctx) => saveWeeklyHours(ctx, { staffId, week: changed }));
    expect(await rulesOf(shop)).toEqual(after);
  });

  it("is gone for readers when it is removed, and there for the record", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    const saved = await shop.run((ctx) =>
      saveMonthlyHours(ctx, { staffId, nth: 1, weekday: 6, intervals: [morning, afternoon] }),
    );
    const id = saved.ok ? saved.value.id : "";
    expect(await shop.run((ctx) => removeHoursPlan(ctx, { id }))).toMatchObject({ ok: true, value: { id } });
    expect((await scheduleOf(shop, { staffId })).monthly).toEqual([]);
    expect((await rulesOf(shop, "monthly")).map((rule) => rule.removed_at !== null)).toEqual([true, true]);
    expect(await shop.run((ctx) => removeHoursPlan(ctx, { id }))).toMatchObject({ reason: "notFound" });
  });

  it("is never the usual week when a plan is removed", async () => {
    const shop = await aShop();
    const [usual] = await rulesOf(shop);
    const removed = await shop.run((ctx) => removeHoursPlan(ctx, { id: usual?.id ?? "" }));
    expect(removed).toMatchObject({ ok: false, reason: "notFound" });
  });
});

describe("overrides of different priorities", () => {
  it("stand beside each other, and the higher one counts", async () => {
    const shop = await aShop();
    const staffId = shop.staff[0].id;
    const save = (intervals: (typeof morning)[], priority: number, dateTo = "2026-12-24") =>
      shop.run((ctx) =>
        saveDateOverride(ctx, { staffId, dateFrom: "2026-12-24", dateTo, intervals, priority }),
      );
    await save([morning], 5);
    await save([], 0, "2026-12-25");
    expect((await scheduleOf(shop, { staffId })).overrides).toHaveLength(2);
    expect(await previewOf(shop, { staffId, dateFrom: "2026-12-24", days: 2 })).toEqual(["540-720", ""]);
  });

  it("are changed as a whole by their id, dates included", async () => {
    const shop = await aShop();
    const on = (date: string) => ({ dateFrom: date, dateTo: date });
    const saved = await shop.run((ctx) =>
      saveDateOverride(ctx, { ...on("2026-12-24"), intervals: [morning, afternoon] }),
    );
    const id = saved.ok ? saved.value.id : "";
    await shop.run((ctx) => saveDateOverride(ctx, { id, ...on("2026-12-31"), intervals: [morning] }));
    expect((await scheduleOf(shop, {})).overrides).toMatchObject([
      { ...on("2026-12-31"), intervals: [morning] },
    ]);
  });
});

describe("hours of a service and of a resource", () => {
  it("are of exactly those, and limit nothing when there are none", async () => {
    const shop = await aShop();
    const room = await shop.run((ctx) => saveResource(ctx, { name: "Room", units: 1 }));
    const resourceId = room.ok ? room.value.id : "";
    const on = { dateFrom: "2026-11-23", days: 2 };
    expect(await previewOf(shop, { resourceId, ...on })).toEqual([undefined, undefined]);
    await shop.run((ctx) => saveWeeklyHours(ctx, { resourceId, week: monday }));
    await shop.run((ctx) => saveWeeklyHours(ctx, { serviceId: shop.service.id, week: tuesday }));
    expect(await previewOf(shop, { resourceId, ...on })).toEqual(["540-720", ""]);
    expect(await previewOf(shop, { serviceId: shop.service.id, ...on })).toEqual(["", "540-720 780-1020"]);
  });
});

describe("plans of hours", () => {
  const staffMember: Actor = { kind: "member", userId: newId(), role: "staff" };
  const plan = { weeks: [monday], dateFrom: "2026-07-01" };

  it("are for owners and admins to change", async () => {
    const shop = await aShop();
    const as = staffMember;
    const tries = [
      await shop.run((ctx) => saveHoursPlan(ctx, plan), { as }),
      await shop.run((ctx) => saveMonthlyHours(ctx, { nth: 1, weekday: 1, intervals: [] }), { as }),
      await shop.run((ctx) => removeHoursPlan(ctx, { id: newId() }), { as }),
    ];
    expect(tries.map((tried) => !tried.ok && tried.reason)).toEqual(["forbidden", "forbidden", "forbidden"]);
  });

  it("keep their names from customers", async () => {
    const shop = await aShop();
    await shop.run((ctx) => saveHoursPlan(ctx, { ...plan, name: "Olga's treatment" }));
    const seen = await shop.run((ctx) => readSchedule(ctx, {}), { as: { kind: "customer" } });
    expect(seen).toMatchObject({ ok: true, value: { plans: [{ name: null }] } });
  });

  it("are refused for what is archived", async () => {
    const shop = await aShop();
    const where = { tenantId: shop.tenantId, id: shop.service.id };
    await shop.run((ctx) =>
      ctx.db.service.updateMany({ where, data: { archivedAt: new Date("2026-01-01") } }),
    );
    const saved = await shop.run((ctx) => saveHoursPlan(ctx, { ...plan, serviceId: shop.service.id }));
    expect(saved).toMatchObject({
      ok: false,
      reason: "notFound",
      message: "This service is no longer there.",
    });
  });
});
