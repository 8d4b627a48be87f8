import type { Actor, TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
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
  expectedVersion?: number,
): Promise<Result<AppointmentRow, "notFound" | "wrongState">> {
  const id = "token" in target ? await appointmentOfToken(ctx, target.token) : target.id;
  const [row] = id ? await lock(ctx, id) : [];
  if (!row || !mayTouch(ctx.actor, row)) return refuse("notFound", notThere);
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    return refuse("wrongState", "Someone else has changed this appointment. Please look at it again.");
  }
  return ok(row);
}

function lock(ctx: TenantContext, id: string): Promise<AppointmentRow[]> {
  return ctx.sql<AppointmentRow>(
    `SELECT a.id, a.status, a.service_id AS "serviceId", a.staff_id AS "staffId", a.location_id AS "locationId",
       a.customer_id AS "customerId", a.starts_at AS "startsAt", a.ends_at AS "endsAt",
       a.buffer_before_min AS "bufferBeforeMin", a.buffer_after_min AS "bufferAfterMin", a.time_zone AS "timeZone",
       a.version, t.cancellation_window_min AS "cancellationWindowMin"
     FROM appointment a JOIN tenant t ON t.id = a.tenant_id
     WHERE a.tenant_id = $1 AND a.id = $2 FOR UPDATE OF a`,
    [ctx.tenantId, id],
    "lock_appointment",
  );
}

/** Staff members who see only their own calendar change only what is in it (F5). */
export function mayTouch(actor: Actor, appointment: { staffId: string }): boolean {
  if (!seesOnlyOwnCalendar(actor)) return true;
  return actor.kind === "member" && actor.staffId === appointment.staffId;
}
