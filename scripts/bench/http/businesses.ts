import type pg from "pg";
import { newId } from "#kernel/ids.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, minutesPerDay } from "#kernel/time/local-date.ts";
import { wallTimeOf } from "#kernel/time/wall-time.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { planBookings, type Shape, shapes } from "../workloads.ts";

/** Rows of one statement. */
const rowsAtOnce = 5000;
const weekdays = [1, 2, 3, 4, 5];

/** 50 staff in Los Angeles with 20,000 bookings in the next 90 days: W3, from tomorrow on. */
export async function makeChain(superuser: pg.Client): Promise<Shop> {
  const shape = { ...shapes.W3, firstDay: formatLocalDate(today() + 1) };
  const { durationMin, bufferBeforeMin, bufferAfterMin } = shape.service;
  const builder = aShop({ slug: "bench-chain", timeZone: shape.staff.zone, currency: "USD" }).withService({
    ...{ durationMin, bufferBeforeMin, bufferAfterMin },
  });
  for (let index = 0; index < shape.staff.count; index++) builder.withStaff({ weekdays });
  const shop = await builder;
  await writeBookings(superuser, shop, shape);
  return shop;
}

/** A business where every hour of every day can be booked, for so many bookings that none meets another. */
export async function makeRoundTheClock(): Promise<Shop> {
  const builder = aShop({ slug: "bench-round-the-clock", timeZone: "UTC" });
  for (let index = 0; index < 20; index++) builder.withStaff({ opens: "00:00", closes: "24:00" });
  return builder;
}

/** The present as a day number (UTC). */
export function today(): number {
  return Math.floor(Date.now() / 60_000 / minutesPerDay);
}

/** Appointments with their claims, as the product would have written them. */
async function writeBookings(superuser: pg.Client, shop: Shop, shape: Shape): Promise<void> {
  const customerId = newId();
  await superuser.query(
    "INSERT INTO customer (tenant_id, id, name, email) VALUES ($1, $2, 'Bench Customer', 'customer@bench.example')",
    [shop.tenantId, customerId],
  );
  const planned = planBookings(shape);
  for (let first = 0; first < planned.length; first += rowsAtOnce) {
    const some = planned.slice(first, first + rowsAtOnce);
    const zone = shape.staff.zone;
    await superuser.query(insertAppointments, [
      ...[shop.tenantId, shop.service.id, shop.location.id, customerId, zone],
      some.map((_, index) => `B${String(first + index).padStart(7, "0")}`),
      some.map(({ staff }) => shop.staff[staff]?.id),
      some.map(({ start }) => formatInstant(start)),
      some.map(({ end }) => formatInstant(end)),
      some.map(({ start }) => wallOf(start, zone)),
    ]);
  }
  await superuser.query("ANALYZE appointment, occupancy, availability_rule, staff_service, staff_location");
}

function wallOf(instant: number, zone: string): string {
  const { date, minute } = wallTimeOf(instant, zone);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${date}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

const insertAppointments = `
  WITH visit AS (
    INSERT INTO appointment (tenant_id, id, code, status, source, service_id, staff_id, location_id, customer_id,
      starts_at, ends_at, buffer_before_min, buffer_after_min, time_zone, wall_start, price_minor, currency)
    SELECT $1, gen_random_uuid(), v.code, 'confirmed', 'import', $2, v.staff_id, $3, $4,
      v.starts_at, v.ends_at, 0, 0, $5, v.wall_start, 5000, 'USD'
    FROM unnest($6::text[], $7::uuid[], $8::timestamptz[], $9::timestamptz[], $10::text[])
      AS v(code, staff_id, starts_at, ends_at, wall_start)
    RETURNING tenant_id, id, staff_id, starts_at, ends_at
  )
  INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind, appointment_id)
  SELECT tenant_id, gen_random_uuid(), staff_id, starts_at, ends_at, 'appointment', id FROM visit`;
