import type { TenantContext } from "#database/tenant-context.ts";
import { freeClaims } from "#modules/appointments/claims-again.ts";
import { giveBackSeats } from "#modules/appointments/class-seats.ts";
import { lockOpenAppointments } from "#modules/appointments/find-changeable.ts";
import { settleConflicts } from "#modules/appointments/settle-conflicts.ts";
import { writeCancellation } from "#modules/appointments/write-cancellation.ts";
import type { SessionRow } from "./lock-sessions.ts";

/** Takes away a locked session that nobody has booked; where something of the past names it, it stays as cancelled. */
export async function removeEmptySession(ctx: TenantContext, { id }: SessionRow): Promise<void> {
  await freeClaims(ctx, { kind: "session", id });
  await settleConflicts(ctx);
  const gone = await ctx.sql(
    `DELETE FROM class_session c WHERE c.tenant_id = $1 AND c.id = $2
       AND NOT EXISTS (SELECT FROM appointment a WHERE a.tenant_id = $1 AND a.session_id = c.id)
       AND NOT EXISTS (SELECT FROM hold h WHERE h.tenant_id = $1 AND h.session_id = c.id)
     RETURNING c.id`,
    [ctx.tenantId, id],
    "remove_session",
  );
  if (gone.length > 0) return;
  // Out of its schedule, so that another can be made on the same date.
  await ctx.sql(
    `UPDATE class_session SET cancelled_at = clock_timestamp(), schedule_id = NULL, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, id],
    "retire_session",
  );
}

/** Cancels a locked session with everything that is booked in it, so that customers are told. Returns how much it was. */
export async function cancelLockedSession(
  ctx: TenantContext,
  { id }: SessionRow,
  { reason, notify }: { reason?: string | null | undefined; notify: boolean },
): Promise<number> {
  await ctx.sql(
    `UPDATE class_session SET cancelled_at = clock_timestamp(), updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, id],
    "cancel_session",
  );
  await freeClaims(ctx, { kind: "session", id });
  await settleConflicts(ctx);
  const booked = await lockOpenAppointments(ctx, id);
  for (const appointment of booked) {
    await giveBackSeats(ctx, appointment);
    await writeCancellation(ctx, appointment, { by: "member", reason, notify });
  }
  return booked.length;
}
