import { verify } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "#kernel/clock.ts";
import { publicHolidays } from "#modules/availability/public-holidays.ts";
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
    const unclaimed = `SELECT count(*) FROM appointment a WHERE (a.status <> 'cancelled' AND a.session_id IS NULL) <> EXISTS (
      SELECT FROM occupancy o WHERE o.tenant_id = a.tenant_id AND o.appointment_id = a.id AND o.subject_id = a.staff_id
        AND o.starts_at = a.starts_at - make_interval(mins => a.buffer_before_min)
        AND o.ends_at = a.ends_at + make_interval(mins => a.buffer_after_min))`;
    expect(await count(unclaimed)).toBe(0);
  });

  it("puts every visit within the weekly hours of who does it, where they are that day", async () => {
    const outside = `SELECT count(*) FROM appointment a WHERE NOT EXISTS (
      SELECT FROM availability_rule r WHERE r.tenant_id = a.tenant_id AND r.kind IN ('weekly', 'monthly') AND r.staff_id = a.staff_id
        AND (r.location_id IS NULL OR r.location_id = a.location_id)
        AND r.weekday = extract(isodow FROM a.wall_start::timestamp)
        AND r.start_minute <= extract(epoch FROM a.wall_start::timestamp::time) / 60
        AND r.end_minute >= extract(epoch FROM a.wall_start::timestamp::time + (a.ends_at - a.starts_at)) / 60)`;
    expect(await count(outside)).toBe(0);
  });

  it("leaves holidays and time off free", async () => {
    const during = `SELECT count(*) FROM appointment a JOIN availability_rule r ON r.tenant_id = a.tenant_id
        AND (r.staff_id = a.staff_id OR (r.staff_id IS NULL AND r.location_id = a.location_id))
        AND r.kind NOT IN ('weekly', 'monthly') AND r.start_minute IS NULL AND a.wall_start::date BETWEEN r.date_from AND r.date_to`;
    expect(await count(during)).toBe(0);
    expect(
      await count("SELECT count(*) FROM availability_rule WHERE kind IN ('override', 'time_off')"),
    ).toBeGreaterThan(20);
    const holidays = await publicHolidays({ country: "DE", region: "BE" }, [2026, 2027]);
    const onHolidays = `SELECT count(*) FROM appointment a JOIN holiday_calendar h ON h.tenant_id = a.tenant_id
      WHERE left(a.wall_start, 10) IN (${holidays.map(({ date }) => `'${date}'`).join(", ")})`;
    expect(await count(onHolidays)).toBe(0);
  });

  it("has something of each thing that an owner can set", async () => {
    const found = `SELECT count(*) FROM (VALUES
      (EXISTS (SELECT FROM holiday_calendar WHERE country = 'DE' AND region = 'BE')),
      (EXISTS (SELECT FROM travel_time WHERE minutes = 20)),
      (EXISTS (SELECT FROM availability_rule WHERE every_weeks = 2 AND anchor_date IS NOT NULL)),
      (EXISTS (SELECT FROM availability_rule WHERE kind = 'monthly' AND nth_of_month = 1 AND weekday = 6)),
      (EXISTS (SELECT FROM service WHERE assignment = 'weight')),
      (EXISTS (SELECT FROM service WHERE staff_needed = 2 AND start_grid = 'clock')),
      (EXISTS (SELECT FROM staff_service WHERE weight = 3)),
      (EXISTS (SELECT FROM staff WHERE max_per_day = 7))) AS v(there) WHERE there`;
    expect(await count(found)).toBe(8);
  });

  it("has a room for every massage, and no more than a limit allows", async () => {
    const roomless = `SELECT count(*) FROM appointment a JOIN service_resource sr ON sr.service_id = a.service_id
      WHERE a.status <> 'cancelled' AND a.session_id IS NULL AND NOT EXISTS (
        SELECT FROM occupancy o JOIN resource_unit u ON u.id = o.subject_id WHERE o.appointment_id = a.id)`;
    expect(await count(roomless)).toBe(0);
    expect(
      await count("SELECT count(*) FROM occupancy o JOIN resource_unit u ON u.id = o.subject_id"),
    ).toBeGreaterThan(50);
    const beyond = `SELECT count(*) FROM (SELECT FROM appointment a JOIN staff p ON p.id = a.staff_id
      WHERE p.max_per_day IS NOT NULL AND a.status <> 'cancelled'
      GROUP BY p.id, p.max_per_day, left(a.wall_start, 10) HAVING count(*) > p.max_per_day) AS days`;
    expect(await count(beyond)).toBe(0);
  });

  it("has sessions of classes with claims on teacher and room, and as many seats taken as are booked", async () => {
    const wrong = `SELECT count(*) FROM class_session s
      WHERE (SELECT count(*) FROM occupancy o WHERE o.session_id = s.id) <> 2
        OR s.seats_taken <> (SELECT coalesce(sum(a.seats), 0) FROM appointment a
          WHERE a.session_id = s.id AND a.status <> 'cancelled' AND a.starts_at = s.starts_at)`;
    expect(await count(wrong)).toBe(0);
    expect(await count("SELECT count(*) FROM class_session WHERE seats_taken > 0")).toBeGreaterThan(25);
    const off = `SELECT count(*) FROM class_session s JOIN class_schedule c ON c.id = s.schedule_id
      WHERE extract(isodow FROM s.wall_start::date) <> c.weekday
        OR ((s.wall_start::date - date_trunc('week', c.date_from)::date) / 7) % c.every_weeks <> 0`;
    expect(await count(off)).toBe(0);
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
