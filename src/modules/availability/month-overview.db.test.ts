import { describe, expect, it } from "vitest";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addTimeOff } from "./add-time-off.ts";
import { monthOverview } from "./month-overview.ts";
import type { MonthOverviewInput } from "./schema.ts";

useDatabase();
const now = "2026-11-20T12:00:00Z";

async function overview(shop: Shop, input: Partial<MonthOverviewInput> = {}) {
  const question = { serviceId: shop.service.id, month: "2026-12", timeZone: "Europe/Berlin", ...input };
  const found = await shop.run((ctx) => monthOverview(ctx, question), { at: now });
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

describe("a month at a glance", () => {
  it("says of every day whether it can be booked", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:00", closes: "12:00", weekdays: [2, 5] })
      .withService({ slotIntervalMin: 60 });
    const { days, nextAvailable } = await overview(shop);
    expect(days).toHaveLength(31);
    expect(days.filter((day) => day.available).map((day) => day.date.slice(8))).toEqual([
      ...["01", "04", "08", "11", "15", "18", "22", "25", "29"],
    ]);
    expect(days[0]).toEqual({ date: "2026-12-01", available: true });
    expect(nextAvailable).toBe("2026-12-01");
  });

  it("goes by the reader's calendar", async () => {
    const shop = await aShop({ timeZone: "Australia/Sydney" })
      .withStaff({ opens: "09:00", closes: "10:00", weekdays: [2] })
      .withService();
    const { days } = await overview(shop, { timeZone: "America/Los_Angeles" });
    expect(days.filter((day) => day.available).map((day) => day.date)).toEqual([
      ...["2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28"],
    ]);
  });

  it("looks past an empty month for the next free day", async () => {
    const shop = await aShop();
    await shop.run((ctx) => addTimeOff(ctx, { dateFrom: "2026-11-01", dateTo: "2027-01-06" }));
    const { days, nextAvailable } = await overview(shop);
    expect(days.every((day) => !day.available)).toBe(true);
    expect(nextAvailable).toBe("2027-01-07");
  });

  it("says nothing about a next day when there is none within the horizon", async () => {
    const shop = await aShop({ horizonDays: 5 });
    expect((await overview(shop)).nextAvailable).toBeUndefined();
    expect((await overview(shop, { month: "2026-11" })).nextAvailable).toBe("2026-11-20");
  });

  it("looks as far ahead as the service can be booked, where the business's own horizon is shorter", async () => {
    const shop = await aShop({ horizonDays: 10 }).withService({ horizonDays: 200 });
    await shop.run((ctx) => addTimeOff(ctx, { dateFrom: "2026-11-01", dateTo: "2027-03-06" }));
    expect((await overview(shop)).nextAvailable).toBe("2027-03-07");
  });
});
