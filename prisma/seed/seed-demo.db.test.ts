import { verify } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "#kernel/clock.ts";
import { useDatabase } from "#testing/database.ts";
import { type SeededBusiness, seedDemo } from "./seed-demo.ts";
import { demoPassword } from "./write-logins.ts";

const database = useDatabase();
const clock = fixedClock(Date.parse("2026-11-20T15:00:00Z"));

async function count(sql: string): Promise<number> {
  const { rows } = await database.superuser.query<{ count: number }>(`SELECT (${sql})::int AS count`);
  return rows[0]?.count ?? -1;
}

let seeded: SeededBusiness[];
beforeAll(async () => {
  seeded = await seedDemo(clock);
});

describe("the demo data", () => {
  it("is written once, and never over something else", async () => {
    expect(seeded.map((business) => business.slug)).toEqual([
      "harlow-and-vine",
      "physio-am-park",
      "still-water-yoga",
    ]);
    for (const business of seeded) expect(business.appointments).toBeGreaterThan(800);
    expect(await seedDemo(clock)).toEqual([]);
    expect(await count("SELECT count(*) FROM tenant")).toBe(3);
  });

  it("has a claim, buffers included, for every visit that stands, and none for the others", async () => {
    const unclaimed = `SELECT count(*) FROM appointment a WHERE (a.status <> 'cancelled') <> EXISTS (
      SELECT FROM occupancy o WHERE o.tenant_id = a.tenant_id AND o.appointment_id = a.id AND o.subject_id = a.staff_id
        AND o.starts_at = a.starts_at - make_interval(mins => a.buffer_before_min)
        AND o.ends_at = a.ends_at + make_interval(mins => a.buffer_after_min))`;
    expect(await count(unclaimed)).toBe(0);
  });

  it("puts every visit within the weekly hours of who does it, where they are that day", async () => {
    const outside = `SELECT count(*) FROM appointment a WHERE NOT EXISTS (
      SELECT FROM availability_rule r WHERE r.tenant_id = a.tenant_id AND r.kind = 'weekly' AND r.staff_id = a.staff_id
        AND (r.location_id IS NULL OR r.location_id = a.location_id)
        AND r.weekday = extract(isodow FROM a.wall_start::timestamp)
        AND r.start_minute <= extract(epoch FROM a.wall_start::timestamp::time) / 60
        AND r.end_minute >= extract(epoch FROM a.wall_start::timestamp::time + (a.ends_at - a.starts_at)) / 60)`;
    expect(await count(outside)).toBe(0);
  });

  it("leaves holidays and time off free", async () => {
    const during = `SELECT count(*) FROM appointment a JOIN availability_rule r ON r.tenant_id = a.tenant_id
        AND (r.staff_id = a.staff_id OR (r.staff_id IS NULL AND r.location_id = a.location_id))
        AND r.kind <> 'weekly' AND r.start_minute IS NULL AND a.wall_start::date BETWEEN r.date_from AND r.date_to`;
    expect(await count(during)).toBe(0);
    expect(await count("SELECT count(*) FROM availability_rule WHERE kind <> 'weekly'")).toBeGreaterThan(20);
  });

  it("has past visits closed and coming ones open", async () => {
    const wrong = `SELECT count(*) FROM appointment WHERE status <> 'cancelled'
      AND (status IN ('completed', 'no_show')) <> (ends_at <= '2026-11-20T15:00:00Z')`;
    expect(await count(wrong)).toBe(0);
    expect(await count("SELECT count(*) FROM appointment WHERE created_at > '2026-11-20T15:00:00Z'")).toBe(0);
  });

  it("sends nobody to the same business twice on a day", async () => {
    const twice = `SELECT count(*) FROM (
      SELECT FROM appointment GROUP BY tenant_id, customer_id, left(wall_start, 10) HAVING count(*) > 1) AS double`;
    expect(await count(twice)).toBe(0);
  });

  it("notifies nobody: its events are marked as dispatched and no job waits", async () => {
    expect(await count("SELECT count(*) FROM event")).toBeGreaterThan(5000);
    expect(
      await count(
        "SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
      ),
    ).toBe(0);
    expect(await count("SELECT count(*) FROM graphile_worker.jobs")).toBe(0);
  });

  it("has an owner and a staff login for each business, with the documented password", async () => {
    const { rows } = await database.superuser.query<{ email: string; role: string; hash: string }>(
      `SELECT u.email, m.role, c.password_hash AS hash FROM users u JOIN membership m ON m.user_id = u.id
       JOIN user_credential c ON c.user_id = u.id WHERE m.staff_id IS NOT NULL ORDER BY u.email`,
    );
    expect(rows.map((row) => [row.email, row.role])).toEqual([
      ["owner@harlow-and-vine.example", "owner"],
      ["owner@physio-am-park.example", "owner"],
      ["owner@still-water-yoga.example", "owner"],
      ["staff@harlow-and-vine.example", "staff"],
      ["staff@physio-am-park.example", "staff"],
      ["staff@still-water-yoga.example", "staff"],
    ]);
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(await verify(rows[0]?.hash ?? "", demoPassword)).toBe(true);
  });
});
