import { describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { findSlots } from "./find-slots.ts";
import { loadSchedule } from "./load-schedule.ts";

const database = useDatabase();
const december = { from: parseInstant("2026-12-01T00:00:00Z"), until: parseInstant("2027-01-01T00:00:00Z") };

/** A claim of half an hour at each hour of many days, two years back and one ahead. */
async function fillCalendar(shop: Shop): Promise<void> {
  await database.superuser.query(
    `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
     SELECT $1, gen_random_uuid(), s.id, at, at + interval '30 minutes', 'block'
     FROM unnest($2::uuid[]) AS s(id), generate_series('2024-12-01T08:00Z'::timestamptz, '2027-12-01', '3 hours') AS at`,
    [shop.tenantId, shop.staff.map((person) => person.id)],
  );
  await database.superuser.query("ANALYZE occupancy");
}

describe("the schedule of a question", () => {
  it("holds the claims around the window, by person, and none further away", async () => {
    const shop = await aShop().withStaff().withStaff().withService();
    await fillCalendar(shop);
    const request = { serviceId: shop.service.id, window: december };
    const { staff } = await shop.run((ctx) => loadSchedule(ctx, request));
    for (const { claims } of staff) {
      const starts = [...claims.starts.slice(claims.first, claims.last)];
      // One every three hours of the month, and the one at its end, which a visit of an hour could still touch.
      const eightADay = (december.until - december.from) / 180;
      expect(starts).toHaveLength(eightADay + 1);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect([...claims.ends.slice(claims.first, claims.last)]).toEqual(starts.map((start) => start + 30));
    }
  });

  it("costs one statement", async () => {
    const shop = await aShop();
    const statements: string[] = [];
    const question = { serviceId: shop.service.id, from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    await shop.run((ctx) => {
      const sql: typeof ctx.sql = (text, values, name) => {
        statements.push(name ?? text);
        return ctx.sql(text, values, name);
      };
      return findSlots({ ...ctx, sql }, { ...question, audience: "customer" });
    });
    expect(statements).toEqual(["load_schedule"]);
  });
});
