import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { findSlots } from "./find-slots.ts";
import { monthOverview } from "./month-overview.ts";

const database = useDatabase();
const now = "2026-11-20T12:00:00Z";

/** Months of a shop with what was sent to the database for them: how many people it passed over, and how many it took. */
async function overview(shop: Shop, month = "2026-12") {
  const stages: unknown[] = [];
  const question = { serviceId: shop.service.id, month, timeZone: shop.timeZone };
  const found = await shop.run(
    (ctx) => {
      const sql: typeof ctx.sql = (text, values = [], name) => {
        stages.push(values[13]);
        return ctx.sql(text, values, name);
      };
      return monthOverview({ ...ctx, sql }, question);
    },
    { at: now },
  );
  if (!found.ok) throw new Error(found.message);
  const open = found.value.days.filter((day) => day.available).map((day) => day.date);
  return { open, next: found.value.nextAvailable, stages };
}

/** Somebody's days are full. */
async function fill(shop: Shop, staff: number, dates: [first: string, last: string]) {
  await database.superuser.query(
    `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
     SELECT $1, gen_random_uuid(), $2, day, day + interval '1 day', 'block'
     FROM generate_series($3::timestamptz, $4::timestamptz, '1 day') AS day`,
    [shop.tenantId, shop.staff[staff]?.id, ...dates.map((date) => `${date}T00:00:00Z`)],
  );
}

function aTeam(
  hours: (index: number) => { opens?: string; closes?: string; weekdays?: number[] },
  size = 24,
) {
  const builder = aShop({ timeZone: "UTC", horizonDays: 365 });
  for (let index = 0; index < size; index++) builder.withStaff(hours(index));
  return builder;
}

const workdays = [1, 2, 3, 4, 5];
const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay());

describe("a month of a large team", () => {
  it("takes the first twelve where they are enough, though nobody works at weekends", async () => {
    const { open, stages } = await overview(await aTeam(() => ({ weekdays: workdays })));
    expect(stages).toEqual([12]);
    expect(open).toHaveLength(23);
  });

  it("takes the others where the first are booked out", async () => {
    const shop = await aTeam(() => ({ weekdays: workdays }));
    for (let index = 0; index < 12; index++) await fill(shop, index, ["2026-12-07", "2026-12-13"]);
    const { open, stages } = await overview(shop);
    expect(stages).toEqual([12, 48]);
    expect(open).toHaveLength(23);
  });

  it("takes the others where they work on days on which the first do not", async () => {
    const shop = await aTeam((index) => ({ weekdays: index === 23 ? [6] : workdays }));
    const { open, stages } = await overview(shop);
    expect(stages).toEqual([12, 48]);
    expect(open.filter(isWeekend)).toEqual(["2026-12-05", "2026-12-12", "2026-12-19", "2026-12-26"]);
  });

  it("takes the others for a single date on which they work", async () => {
    const shop = await aTeam(() => ({ weekdays: workdays }));
    const sunday = { dateFrom: new Date("2026-12-20"), dateTo: new Date("2026-12-20") };
    const hours = { kind: "override", startMinute: 600, endMinute: 700, ...sunday };
    const rule = { tenantId: shop.tenantId, id: newId(), staffId: shop.staff[21]?.id as string, ...hours };
    await shop.run(({ db }) => db.availabilityRule.create({ data: rule }));
    expect((await overview(shop)).open.filter(isWeekend)).toEqual(["2026-12-20"]);
  });

  it("takes the others where they follow opening hours that the first do not", async () => {
    const shop = await aTeam(() => ({ weekdays: workdays }));
    const follower = { where: { staffId: shop.staff[20]?.id as string } };
    await shop.run(({ db }) => db.availabilityRule.deleteMany(follower));
    expect((await overview(shop)).open).toHaveLength(31);
  });

  it("leaves them where everybody is off", async () => {
    const shop = await aTeam(() => ({ weekdays: workdays }));
    const dates = { dateFrom: new Date("2026-12-21"), dateTo: new Date("2026-12-31") };
    const off = { tenantId: shop.tenantId, id: newId(), kind: "time_off", ...dates };
    await shop.run(({ db }) => db.availabilityRule.create({ data: off }));
    const { open, stages } = await overview(shop);
    expect([open.length, stages]).toEqual([14, [12]]);
  });

  it("finds two at once among all of them", async () => {
    const shop = await aTeam((index) => ({
      weekdays: index === 0 || index === 23 ? [3] : [index % 2 ? 1 : 2],
    }));
    await shop.run(({ db }) =>
      db.service.updateMany({ where: { id: shop.service.id }, data: { staffNeeded: 2 } }),
    );
    for (let index = 1; index < 23; index++) await fill(shop, index, ["2026-12-01", "2026-12-31"]);
    const { open, stages } = await overview(shop);
    expect(stages).toEqual([12, 48]);
    expect(open).toEqual(["2026-12-02", "2026-12-09", "2026-12-16", "2026-12-23", "2026-12-30"]);
  });

  it("agrees with the slots of its days, whoever is booked when", async () => {
    const shop = await aTeam((index) => ({ weekdays: [1 + (index % 6), 1 + ((index + 2) % 6)] }), 18);
    for (let index = 0; index < 18; index++) {
      const day = 1 + ((index * 7) % 11);
      const date = (value: number) => `2026-12-${String(value).padStart(2, "0")}`;
      await fill(shop, index, [date(day), date(day + 17)]);
    }
    const question = { serviceId: shop.service.id, from: "2026-12-01T00:00:00Z", to: "2027-01-01T00:00:00Z" };
    const found = await shop.run((ctx) => findSlots(ctx, { ...question, audience: "customer" }), { at: now });
    const withSlots = found.ok ? [...new Set(found.value.slots.map(({ start }) => start.slice(0, 10)))] : [];
    expect((await overview(shop)).open).toEqual(withSlots);
    expect(withSlots.length).toBeLessThan(27);
  });
});

describe("the next day that can be booked", () => {
  it("is found in windows that grow", async () => {
    const shop = await aTeam(() => ({ weekdays: workdays }));
    for (let index = 0; index < 24; index++) await fill(shop, index, ["2026-11-01", "2027-02-09"]);
    const { open, next, stages } = await overview(shop);
    expect([open, next]).toEqual([[], "2027-02-10"]);
    // December, January, sixty-two days from February on: each in two stages, since others may be free earlier.
    expect(stages).toEqual([12, 48, 12, 48, 12, 48]);
  });

  it("is the first of all, though it is one of somebody far down the list", async () => {
    const shop = await aTeam(() => ({ weekdays: workdays }));
    for (let index = 0; index < 24; index++) {
      await fill(shop, index, ["2026-11-01", index === 22 ? "2027-01-12" : "2027-01-20"]);
    }
    expect((await overview(shop)).next).toBe("2027-01-13");
  });

  it("is looked for from today on, for a month that is over", async () => {
    const { open, next } = await overview(await aTeam(() => ({})), "2026-08");
    expect([open, next]).toEqual([[], "2026-11-20"]);
  });
});
