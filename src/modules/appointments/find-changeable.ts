import type { Actor, TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
import { assertLocked, lockSessionsOf } from "./class-seats.ts";
import { appointmentOfToken } from "./manage-link.ts";
import type { AppointmentStatus } from "./rules/states.ts";

/** An appointment as its row, locked for a change until the transaction ends. */
export type AppointmentRow = {
  id: string;
  status: AppointmentStatus;
  serviceId: string;
  staffId: string;
  locationId: string;
  customerId: string;
  sessionId: string | null;
  seats: number;
  startsAt: Date;
  endsAt: Date;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  timeZone: string;
  version: number;
  cancellationWindowMin: number;
};

/** A customer names an appointment by the manage link's token, a member by its id. */
export type Target = { token: string } | { id: string };

const notThere = "This appointment does not exist.";

/**
 * Locks the appointment that `target` names, so that changes to it follow one another. Not found for ids of other
 * businesses, for unknown tokens, and for other people's visits when the actor sees only their own calendar.
 */
export async function findForChange(
  ctx: TenantContext,
  target: Target,
  { version: expectedVersion, newStart }: { version?: number | undefined; newStart?: string } = {},
): Promise<Result<AppointmentRow, "notFound" | "wrongState">> {
  const id = "token" in target ? await appointmentOfToken(ctx, target.token) : target.id;
  const row = id ? await lock(ctx, id, newStart) : null;
  if (!row || !(await isInTheirCalendar(ctx, row))) return refuse("notFound", notThere);
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    return refuse("wrongState", "Someone else has changed this appointment. Please look at it again.");
  }
  return ok(row);
}

const rowColumns = `a.id, a.status, a.service_id AS "serviceId", a.staff_id AS "staffId",
  a.location_id AS "locationId", a.customer_id AS "customerId", a.session_id AS "sessionId", a.seats,
  a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.buffer_before_min AS "bufferBeforeMin",
  a.buffer_after_min AS "bufferAfterMin", a.time_zone AS "timeZone", a.version,
  t.cancellation_window_min AS "cancellationWindowMin"
  FROM appointment a JOIN tenant t ON t.id = a.tenant_id`;

async function lock(ctx: TenantContext, id: string, newStart?: string): Promise<AppointmentRow | null> {
  const [locked, [row]] = await Promise.all([
    lockSessionsOf(ctx, id, newStart),
    ctx.sql<AppointmentRow>(
      `SELECT ${rowColumns} WHERE a.tenant_id = $1 AND a.id = $2 FOR UPDATE OF a`,
      [ctx.tenantId, id],
      "lock_appointment",
    ),
  ]);
  if (row) assertLocked(locked, row.sessionId);
  return row ?? null;
}

/** The appointments of a session that still stand, locked. The session must be locked before. */
export function lockOpenAppointments(ctx: TenantContext, sessionId: string): Promise<AppointmentRow[]> {
  return ctx.sql<AppointmentRow>(
    `SELECT ${rowColumns}
     WHERE a.tenant_id = $1 AND a.session_id = $2 AND a.status IN ('pending', 'confirmed')
     ORDER BY a.id FOR UPDATE OF a`,
    [ctx.tenantId, sessionId],
    "lock_open_appointments",
  );
}

/** Whether an appointment is one that the actor may see and change (F5): of several people, each has it in their calendar. */
export async function isInTheirCalendar(
  ctx: TenantContext,
  appointment: { id: string; staffId: string },
): Promise<boolean> {
  if (mayTouch(ctx.actor, appointment)) return true;
  const staffId = ctx.actor.kind === "member" ? ctx.actor.staffId : undefined;
  if (!staffId) return false;
  const claims = await ctx.sql(
    "SELECT FROM occupancy WHERE tenant_id = $1 AND appointment_id = $2 AND subject_id = $3 LIMIT 1",
    [ctx.tenantId, appointment.id, staffId],
    "takes_part",
  );
  return claims.length > 0;
}

/** Staff members who see only their own calendar put nothing into another (F5). */
export function mayTouch(actor: Actor, appointment: { staffId: string }): boolean {
  if (!seesOnlyOwnCalendar(actor)) return true;
  return actor.kind === "member" && actor.staffId === appointment.staffId;
}
