import { RunAgain, type TenantContext } from "#database/tenant-context.ts";
import { formatClock } from "#kernel/time/format-time.ts";
import { wallTimeOf } from "#kernel/time/wall-time.ts";
import type { BookingTerms } from "./booking-terms.ts";
import { agreedPrice } from "./rules/agreed-price.ts";
import { newConfirmationCode } from "./rules/confirmation-code.ts";
import type { AppointmentStatus } from "./rules/states.ts";
import type { bookingSources } from "./schema.ts";

const minute = 60_000;

export type NewAppointment = {
  id: string;
  status: AppointmentStatus;
  source: (typeof bookingSources)[number];
  serviceId: string;
  staffId: string;
  locationId: string;
  /** Of a class: the session, and how many of its seats. */
  sessionId?: string | null;
  seats?: number;
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
    internal_notes, session_id, seats, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, $22, clock_timestamp(), clock_timestamp())`;

/**
 * Writes the row of an appointment whose time has been claimed, under a new confirmation code. Should another
 * appointment of the business have this very code, one in billions, the transaction runs again with another.
 */
export async function writeAppointment(
  ctx: TenantContext,
  appointment: NewAppointment,
  terms: BookingTerms,
): Promise<void> {
  try {
    await ctx.sql(insertAppointment, valuesOf(ctx, appointment, terms), "insert_appointment");
  } catch (error) {
    if (isUniqueViolation(error)) throw new RunAgain("The confirmation code was taken");
    throw error;
  }
}

function isUniqueViolation(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "23505";
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
    // A class keeps time free around its session, not around each booking.
    appointment.sessionId ? 0 : terms.bufferBeforeMin,
    appointment.sessionId ? 0 : terms.bufferAfterMin,
    timeZone,
    wallStartOf(start, timeZone),
    appointment.customerTimeZone ?? null,
    agreedPrice(terms, durationMin, appointment.seats),
    terms.currency,
    appointment.notes ?? null,
    appointment.internalNotes ?? null,
    appointment.sessionId ?? null,
    appointment.seats ?? 1,
  ];
}

/** The wall time promised to the customer, `YYYY-MM-DDTHH:MM`: it survives a change of the zone's rules. */
export function wallStartOf(start: Date, timeZone: string): string {
  const wall = wallTimeOf(start.getTime() / minute, timeZone);
  return `${wall.date}T${formatClock(wall.minute)}`;
}
