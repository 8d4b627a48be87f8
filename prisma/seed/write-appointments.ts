import type { TenantContext } from "#database/tenant-context.ts";
import type { PlannedAppointment } from "./plan-appointments.ts";
import type { PlannedBusiness } from "./plan-business.ts";
import type { Random } from "./random.ts";

const minute = 60_000;
const rowsAtOnce = 1000;

const insertAppointments = `
  INSERT INTO appointment (tenant_id, id, code, status, source, service_id, staff_id, location_id, customer_id, session_id,
    seats, starts_at, ends_at, buffer_before_min, buffer_after_min, time_zone, wall_start, customer_time_zone, price_minor, currency, notes,
    cancelled_at, cancelled_by, cancel_reason, version, created_at, updated_at)
  SELECT $1, id, code, status, source, service_id, staff_id, location_id, customer_id, session_id, seats, starts_at, ends_at,
    buffer_before_min, buffer_after_min, $3, wall_start, $3, price_minor, $4, notes, cancelled_at, cancelled_by,
    cancel_reason, version, created_at, updated_at
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, code text, status text, source text, service_id uuid, staff_id uuid,
    location_id uuid, customer_id uuid, session_id uuid, seats int, starts_at timestamptz, ends_at timestamptz, buffer_before_min int,
    buffer_after_min int, wall_start text, price_minor int, notes text, cancelled_at timestamptz, cancelled_by text,
    cancel_reason text, version int, created_at timestamptz, updated_at timestamptz)`;

const claimTimes = `
  SELECT id FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, subjects uuid[], location_id uuid, claim_start timestamptz,
    claim_end timestamptz)
  WHERE NOT claim_time($1, 'appointment', id, NULL, location_id, subjects, claim_start, claim_end)`;

// Written together with the mark that they were dispatched: nobody is told about invented visits.
const insertEvents = `
  WITH appended AS (
    INSERT INTO event (tenant_id, id, type, subject_type, subject_id, actor_kind, actor_id, payload, at)
    SELECT $1, id, type, 'appointment', subject_id, actor_kind, actor_id, payload, at
    FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, type text, subject_id uuid, actor_kind text, actor_id text,
      payload jsonb, at timestamptz)
    RETURNING id
  )
  INSERT INTO event_dispatch (tenant_id, event_id) SELECT $1, id FROM appended`;

export type AppointmentsToWrite = {
  plan: PlannedBusiness;
  appointments: readonly PlannedAppointment[];
  ownerUserId: string;
  random: Random;
};

/** Writes the visits, claims the time of those that stand through `claim_time`, and tells their history. */
export async function writeAppointments(ctx: TenantContext, input: AppointmentsToWrite): Promise<void> {
  const { timeZone, currency } = input.plan.business;
  for (let from = 0; from < input.appointments.length; from += rowsAtOnce) {
    const batch = input.appointments.slice(from, from + rowsAtOnce);
    const rows = JSON.stringify(batch.map(rowOf));
    await ctx.sql(insertAppointments, [ctx.tenantId, rows, timeZone, currency]);
    const claims = JSON.stringify(batch.filter(claimsTime).map(claimOf));
    const lost = await ctx.sql(claimTimes, [ctx.tenantId, claims]);
    if (lost.length > 0) throw new Error(`${lost.length} appointments of the demo data overlap`);
    const events = batch.flatMap((appointment) => historyOf(appointment, input));
    await ctx.sql(insertEvents, [ctx.tenantId, JSON.stringify(events)]);
  }
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

function rowOf(appointment: PlannedAppointment) {
  const { service, status } = appointment;
  const cancelled = status === "cancelled";
  const changedAt = iso(appointment.closedAt ?? appointment.bookedAt);
  return {
    id: appointment.id,
    code: appointment.code,
    status,
    source: appointment.source,
    service_id: service.id,
    staff_id: appointment.staffId,
    location_id: appointment.locationId,
    customer_id: appointment.customerId,
    session_id: appointment.session?.id ?? null,
    seats: appointment.seats,
    starts_at: iso(appointment.start),
    ends_at: iso(appointment.end),
    buffer_before_min: service.bufferBeforeMin ?? 0,
    buffer_after_min: service.bufferAfterMin ?? 0,
    wall_start: appointment.wallStart,
    price_minor: service.priceMinor * appointment.seats,
    notes: appointment.notes,
    cancelled_at: cancelled ? changedAt : null,
    cancelled_by: cancelled ? "customer" : null,
    cancel_reason: appointment.cancelReason,
    version: appointment.closedAt === null ? 1 : 2,
    created_at: iso(appointment.bookedAt),
    updated_at: changedAt,
  };
}

/** Seats of a class are within the session's claim. */
function claimsTime({ status, session }: PlannedAppointment): boolean {
  return status !== "cancelled" && session === null;
}

function claimOf({ id, staffId, unitIds, locationId, service, start, end }: PlannedAppointment) {
  return {
    id,
    subjects: [staffId, ...unitIds],
    location_id: locationId,
    claim_start: iso(start - (service.bufferBeforeMin ?? 0) * minute),
    claim_end: iso(end + (service.bufferAfterMin ?? 0) * minute),
  };
}

const closingEvents = {
  completed: "appointment.completed",
  no_show: "appointment.noShow",
  cancelled: "appointment.cancelled",
} as const;

function historyOf(appointment: PlannedAppointment, { ownerUserId, random }: AppointmentsToWrite) {
  const { status, source, staffId, closedAt, bookedAt } = appointment;
  const start = iso(appointment.start);
  const member = { actor_kind: "member", actor_id: ownerUserId };
  const customer = { actor_kind: "customer", actor_id: null };
  const booked = {
    id: random.uuid(),
    type: status === "pending" ? "appointment.pending" : "appointment.booked",
    subject_id: appointment.id,
    ...(source === "dashboard" ? member : customer),
    payload: { version: 1, start, staffId, source },
    at: iso(bookedAt),
  };
  if (closedAt === null || status === "pending" || status === "confirmed") return [booked];
  const closed = {
    ...booked,
    id: random.uuid(),
    type: closingEvents[status],
    ...(status === "cancelled" ? customer : member),
    payload: { version: 2, start, staffId, ...(status === "cancelled" ? { by: "customer" } : {}) },
    at: iso(closedAt),
  };
  return [booked, closed];
}
