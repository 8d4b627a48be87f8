import type { TenantContext } from "#database/tenant-context.ts";
import { formatClock } from "#kernel/time/format-time.ts";
import { wallTimeOf } from "#kernel/time/wall-time.ts";
import type { BookingTerms } from "./booking-terms.ts";
import { agreedPrice } from "./rules/agreed-price.ts";
import { newConfirmationCode } from "./rules/confirmation-code.ts";
import type { AppointmentStatus } from "./rules/states.ts";
import type { bookingSources } from "./schema.ts";

const minute = 60_000;

/** Codes tried before giving up; with billions of them, a second try is already rare. */
const codeAttempts = 5;

export type NewAppointment = {
  id: string;
  status: AppointmentStatus;
  source: (typeof bookingSources)[number];
  serviceId: string;
  staffId: string;
  locationId: string;
  customerId: string;
  start: Date;
  durationMin: number;
  customerTimeZone?: string | null | undefined;
  notes?: string | null | undefined;
  internalNotes?: string | null | undefined;
};

const insertAppointment = `
  INSERT INTO appointment (tenant_id, id, code, status, source, service_id, staff_id, location_id, customer_id, starts_at,
    ends_at, buffer_before_min, buffer_after_min, time_zone, wall_start, customer_time_zone, price_minor, currency, notes,
    internal_notes, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    clock_timestamp(), clock_timestamp())
  ON CONFLICT (tenant_id, code) DO NOTHING
  RETURNING id`;

/** Writes the row of an appointment whose time has been claimed, under a code that is new in this business. */
export async function writeAppointment(
  ctx: TenantContext,
  appointment: NewAppointment,
  terms: BookingTerms,
): Promise<void> {
  for (let attempt = 0; attempt < codeAttempts; attempt++) {
    const values = valuesOf(ctx, appointment, terms);
    const inserted = await ctx.sql(insertAppointment, values, "insert_appointment");
    if (inserted.length > 0) return;
  }
  throw new Error("No confirmation code was free");
}

function valuesOf(ctx: TenantContext, appointment: NewAppointment, terms: BookingTerms): unknown[] {
  const { start, durationMin } = appointment;
  const timeZone = terms.zoneOfLocation[appointment.locationId];
  if (!timeZone) throw new Error("An appointment needs a location of the business");
  return [
    ctx.tenantId,
    appointment.id,
    newConfirmationCode(),
    appointment.status,
    appointment.source,
    appointment.serviceId,
    appointment.staffId,
    appointment.locationId,
    appointment.customerId,
    start,
    new Date(start.getTime() + durationMin * minute),
    terms.bufferBeforeMin,
    terms.bufferAfterMin,
    timeZone,
    wallStartOf(start, timeZone),
    appointment.customerTimeZone ?? null,
    agreedPrice(terms, durationMin),
    terms.currency,
    appointment.notes ?? null,
    appointment.internalNotes ?? null,
  ];
}

/** The wall time promised to the customer, `YYYY-MM-DDTHH:MM`: it survives a change of the zone's rules. */
export function wallStartOf(start: Date, timeZone: string): string {
  const wall = wallTimeOf(start.getTime() / minute, timeZone);
  return `${wall.date}T${formatClock(wall.minute)}`;
}
