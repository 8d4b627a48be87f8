import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { parseInstant } from "#kernel/time/instant.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { loadSchedule, type ScheduleRequest } from "./load-schedule.ts";

const database = useDatabase();
const december = { from: parseInstant("2026-12-01T00:00:00Z"), until: parseInstant("2027-01-01T00:00:00Z") };

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Loops": number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: Node[];
};

/** What PostgreSQL does for a question: the product's own prepared statement on its own connection, as its own role. */
async function planOf(shop: Shop, request: Partial<ScheduleRequest>): Promise<Node> {
  const question = { serviceId: shop.service.id, window: december, ...request };
  return shop.run(async (ctx) => {
    let values: readonly unknown[] = [];
    const sql: typeof ctx.sql = (text, given = [], name) => {
      values = given;
      return ctx.sql(text, given, name);
    };
    await loadSchedule({ ...ctx, sql }, question);
    const parameters = values.map((value) => (value === null ? "NULL" : `'${value}'`));
    const [row] = await ctx.sql<{ "QUERY PLAN": [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE load_schedule(${parameters.join(", ")})`,
    );
    if (!row) throw new Error("There is no plan");
    return row["QUERY PLAN"][0].Plan;
  });
}

const buffersOf = (plan: Node) => plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];

/** Tables that were read from end to end. */
function tablesReadWhole(node: Node): string[] {
  const own =
    node["Node Type"] === "Seq Scan" && node["Actual Loops"] > 0 ? [node["Relation Name"] ?? "?"] : [];
  return [...own, ...(node.Plans ?? []).flatMap(tablesReadWhole)];
}

/** Half an hour in every hour of a day (of others, in every fourth), written as life does: hour by hour, whoever's it is. */
const fillDiaries = `
  INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
  SELECT s.tenant_id, gen_random_uuid(), s.id, at, at + interval '30 minutes', 'block'
  FROM generate_series('2026-11-10T00:00Z'::timestamptz, '2027-01-20', '1 hour') AS at, staff s
  WHERE extract(hour FROM at) BETWEEN 8 AND 19 AND (s.name <> 'Somebody' OR extract(hour FROM at) % 4 = 0)
  ORDER BY at`;

/**
 * Four hundred others: so many that one person's claims look like one row to the planner, whichever index it takes. The
 * constraint is taken away meanwhile: checking each row would take a minute.
 */
async function fillWithOthers(superuser: pg.Client): Promise<void> {
  await superuser.query(`INSERT INTO tenant (id, slug, name, time_zone, currency)
    SELECT gen_random_uuid(), 'other-' || n, 'Other', 'Europe/Berlin', 'EUR' FROM generate_series(1, 400) AS n`);
  await superuser.query(`INSERT INTO staff (tenant_id, id, name)
    SELECT t.id, gen_random_uuid(), 'Somebody' FROM tenant t WHERE t.slug LIKE 'other-%'`);
  await superuser.query(`INSERT INTO availability_rule (tenant_id, id, staff_id, kind, weekday, start_minute, end_minute)
    SELECT s.tenant_id, gen_random_uuid(), s.id, 'weekly', weekday, 480, 1200
    FROM staff s, generate_series(1, 7) AS weekday WHERE s.name = 'Somebody'`);
  const { rows } = await superuser.query(
    "SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'occupancy_no_overlap'",
  );
  await superuser.query("ALTER TABLE occupancy DROP CONSTRAINT occupancy_no_overlap");
  await superuser.query(fillDiaries);
  await superuser.query(`ALTER TABLE occupancy ADD CONSTRAINT occupancy_no_overlap ${rows[0].rule}`);
}

/**
 * Ten thousand visits of the past, whose time nobody claims any more, and one of each of ten thousand services of others:
 * to the planner, a service has few. What those of others refer to is not there, and is not asked for.
 */
async function fillWithVisits(superuser: pg.Client, shop: Shop): Promise<void> {
  const insert = `INSERT INTO appointment (tenant_id, id, code, status, source, service_id, staff_id, location_id,
      customer_id, starts_at, ends_at, buffer_before_min, buffer_after_min, time_zone, wall_start, price_minor, currency)
    SELECT v.tenant_id, gen_random_uuid(), 'B' || lpad(v.n::text, 7, '0'), 'completed', 'import', v.service_id, v.staff_id,
      v.location_id, v.customer_id, v.at, v.at + interval '30 minutes', 0, 0, 'UTC', to_char(v.at, 'YYYY-MM-DD"T"HH24:MI'),
      5000, 'EUR'`;
  const hours = "'2020-01-01T00:00Z'::timestamptz + n * interval '1 hour' AS at";
  const customerId = (await aCustomer(shop)).id;
  await superuser.query(
    `${insert} FROM (SELECT n, ${hours}, $1::uuid AS tenant_id, $2::uuid AS service_id, $3::uuid AS staff_id,
       $4::uuid AS location_id, $5::uuid AS customer_id FROM generate_series(1, 10000) AS n) v`,
    [shop.tenantId, shop.service.id, shop.staff[0].id, shop.location.id, customerId],
  );
  await superuser.query("SET session_replication_role = replica");
  await superuser.query(
    `${insert} FROM (SELECT n, ${hours}, s.tenant_id, gen_random_uuid() AS service_id, s.id AS staff_id,
       gen_random_uuid() AS location_id, gen_random_uuid() AS customer_id
     FROM staff s, generate_series(1, 25) AS n WHERE s.name = 'Somebody') v`,
  );
  await superuser.query("SET session_replication_role = DEFAULT");
}

describe("what a question costs the database", () => {
  let shop: Shop;
  beforeAll(async () => {
    const builder = aShop({ timeZone: "UTC" });
    for (let index = 0; index < 10; index++) builder.withStaff({ opens: "08:00", closes: "20:00" });
    shop = await builder;
    await fillWithOthers(database.superuser);
    await database.superuser.query("VACUUM (ANALYZE)");
  });

  it("is 200 pages at most for a full month of one person", async () => {
    const staffId = shop.staff[0].id;
    const { staff } = await shop.run((ctx) =>
      loadSchedule(ctx, { serviceId: shop.service.id, staffId, window: december }),
    );
    const [member] = staff;
    expect((member?.claims.last ?? 0) - (member?.claims.first ?? 0)).toBeGreaterThanOrEqual(31 * 12);
    expect(buffersOf(await planOf(shop, { staffId }))).toBeLessThanOrEqual(200);
  });

  it("grows by the people asked for and by nothing else", async () => {
    const one = buffersOf(await planOf(shop, { staffId: shop.staff[0].id }));
    const all = buffersOf(await planOf(shop, {}));
    const four = buffersOf(await planOf(shop, { stage: { after: 0, count: 4 } }));
    expect(four).toBeLessThan(all);
    expect(all).toBeLessThan(one + 10 * 30);
  });

  it.each([
    ["of one person", () => ({ staffId: shop.staff[0].id })],
    ["of a few", () => ({ stage: { after: 0, count: 4 } })],
    ["of everybody", () => ({})],
  ])("never is a table read from end to end, for a month %s", async (_, request) => {
    // One of a few pages, such as staff, is sometimes read whole, and rightly: its index is hardly smaller.
    const { rows } = await database.superuser.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relpages > 10 AND reltuples > 100",
    );
    const large = rows.map(({ name }) => name);
    expect(large).toEqual(expect.arrayContaining(["occupancy", "availability_rule"]));
    const read = tablesReadWhole(await planOf(shop, request()));
    expect(read.filter((name) => large.includes(name))).toEqual([]);
  });

  it("is no more for a business that has had thousands of visits of the service", async () => {
    const before = buffersOf(await planOf(shop, { stage: { after: 0, count: 4 } }));
    await fillWithVisits(database.superuser, shop);
    await database.superuser.query("VACUUM (ANALYZE)");
    expect(buffersOf(await planOf(shop, { stage: { after: 0, count: 4 } }))).toBeLessThan(before + 20);
  });

  it("stays so before the table was vacuumed, when claims are looked up in it", async () => {
    await database.superuser.query("UPDATE occupancy SET starts_at = starts_at WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    const plan = await planOf(shop, { staffId: shop.staff[0].id });
    expect(tablesReadWhole(plan)).not.toContain("occupancy");
    // Every claim costs a page of the table then, but none of another month is looked at.
    expect(buffersOf(plan)).toBeLessThan(1500);
  });
});
