import type pg from "pg";

/** Everybody else in the database: this many businesses of ten staff with one service and one place each. */
const businesses = 1000;
const staffPerBusiness = 10;

/**
 * Appointments of other businesses with their claims, `count` in all, written over time as they would have been: those
 * of one business lie scattered between those of all others. Constraints and indexes are taken away meanwhile and
 * built again, or this would take an hour; ends with fresh statistics and visibility, as autovacuum leaves them.
 */
export async function fillWithOthers(superuser: pg.Client, count: number): Promise<void> {
  await superuser.query("SET session_replication_role = replica");
  await superuser.query("SET maintenance_work_mem = '512MB'");
  await superuser.query(makeBusinesses);
  await superuser.query(makeCatalogue);
  const rebuild = await takeIndexesAway(superuser, ["appointment", "occupancy"]);
  await superuser.query(makeAppointments, [count]);
  await superuser.query(makeClaims);
  for (const statement of rebuild) await superuser.query(statement);
  await superuser.query("DROP TABLE other_business");
  await superuser.query("RESET session_replication_role");
  await superuser.query("RESET maintenance_work_mem");
  await superuser.query("VACUUM (ANALYZE)");
}

/** Drops what can be dropped (primary keys have foreign keys on them) and returns how it is made again. */
async function takeIndexesAway(superuser: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await superuser.query<{ drop: string; create: string }>(
    `SELECT CASE WHEN c.oid IS NULL THEN format('DROP INDEX %I', i.relname)
          ELSE format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, c.conname) END AS drop,
        CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.oid)
          ELSE format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) END AS create
      FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.conrelid = t.oid
      WHERE t.relname = ANY($1) AND t.relnamespace = 'public'::regnamespace AND NOT x.indisprimary`,
    [tables],
  );
  for (const { drop } of rows) await superuser.query(drop);
  return rows.map(({ create }) => create);
}

const makeBusinesses = `
  CREATE TEMP TABLE other_business AS
  SELECT n, gen_random_uuid() AS tenant_id, gen_random_uuid() AS location_id, gen_random_uuid() AS service_id,
    gen_random_uuid() AS customer_id, ARRAY(SELECT gen_random_uuid() FROM generate_series(1, ${staffPerBusiness} + 0 * n)) AS staff_ids
  FROM generate_series(1, ${businesses}) AS n`;

const makeCatalogue = `
  WITH business AS (
    INSERT INTO tenant (id, slug, name, time_zone, currency, updated_at)
    SELECT tenant_id, 'other-' || n, 'Other business ' || n, 'Europe/Berlin', 'EUR', now() FROM other_business
  ), place AS (
    INSERT INTO location (tenant_id, id, name, time_zone, updated_at)
    SELECT tenant_id, location_id, 'Main street', 'Europe/Berlin', now() FROM other_business
  ), offer AS (
    INSERT INTO service (tenant_id, id, slug, name, duration_min, price_minor, updated_at)
    SELECT tenant_id, service_id, 'visit', 'Visit', 45, 5000, now() FROM other_business
  ), regular AS (
    INSERT INTO customer (tenant_id, id, name, email, updated_at)
    SELECT tenant_id, customer_id, 'Other customer', 'other@customer.example', now() FROM other_business
  ), person AS (
    INSERT INTO staff (tenant_id, id, name, position, updated_at)
    SELECT o.tenant_id, s.id, 'Person ' || s.nth, s.nth, now() FROM other_business o, unnest(o.staff_ids) WITH ORDINALITY AS s(id, nth)
  ), works_at AS (
    INSERT INTO staff_location (tenant_id, staff_id, location_id)
    SELECT o.tenant_id, s.id, o.location_id FROM other_business o, unnest(o.staff_ids) AS s(id)
  ), performs AS (
    INSERT INTO staff_service (tenant_id, staff_id, service_id)
    SELECT o.tenant_id, s.id, o.service_id FROM other_business o, unnest(o.staff_ids) AS s(id)
  )
  INSERT INTO availability_rule (tenant_id, id, staff_id, kind, weekday, start_minute, end_minute)
  SELECT o.tenant_id, gen_random_uuid(), s.id, 'weekly', weekday, 540, 1020
  FROM other_business o, unnest(o.staff_ids) AS s(id), generate_series(1, 5) AS weekday`;

/** The first hour of everybody, then the second: half of them over, half to come. */
const makeAppointments = `
  INSERT INTO appointment (tenant_id, id, code, status, source, service_id, staff_id, location_id, customer_id, starts_at,
    ends_at, buffer_before_min, buffer_after_min, time_zone, wall_start, price_minor, currency, updated_at)
  SELECT o.tenant_id, gen_random_uuid(), 'O' || lpad(k::text, 7, '0'), 'confirmed', 'import', o.service_id, o.staff_ids[1 + k / ${businesses} % ${staffPerBusiness}],
    o.location_id, o.customer_id, h.starts_at, h.starts_at + interval '45 minutes', 0, 0, 'Europe/Berlin',
    to_char(h.starts_at AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD"T"HH24:MI'), 5000, 'EUR', now()
  FROM generate_series(0, $1::int - 1) AS k
  JOIN other_business o ON o.n = 1 + k % ${businesses}
  CROSS JOIN LATERAL (SELECT date_trunc('hour', now())
    + make_interval(hours => k / ${businesses * staffPerBusiness} - $1::int / ${2 * businesses * staffPerBusiness})) AS h(starts_at)
  ORDER BY k`;

const makeClaims = `
  INSERT INTO occupancy (tenant_id, id, subject_id, location_id, starts_at, ends_at, kind, appointment_id)
  SELECT a.tenant_id, gen_random_uuid(), a.staff_id, a.location_id, a.starts_at, a.ends_at, 'appointment', a.id
  FROM appointment a JOIN other_business o ON o.tenant_id = a.tenant_id
  ORDER BY a.code`;
