import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { releaseClaims } from "./claims.ts";
import type { AppointmentRow } from "./find-changeable.ts";
import { settleConflicts } from "./settle-conflicts.ts";

type Cancellation = { by: "customer" | "member"; reason?: string | null | undefined; notify: boolean };

/** Cancels an appointment that is locked, gives up its claims, and appends the event by which both sides are told. */
export async function writeCancellation(
  ctx: TenantContext,
  appointment: AppointmentRow,
  { by, reason, notify }: Cancellation,
): Promise<void> {
  const version = appointment.version + 1;
  await releaseClaims(ctx, appointment.id);
  await ctx.sql(
    `UPDATE appointment SET status = 'cancelled', cancelled_at = clock_timestamp(), cancelled_by = $3,
       cancel_reason = $4, version = $5, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, appointment.id, by, reason ?? null, version],
    "write_cancellation",
  );
  await appendEvent(ctx, {
    type: "appointment.cancelled",
    subjectType: "appointment",
    subjectId: appointment.id,
    payload: { version, by, notify, start: appointment.startsAt.toISOString(), staffId: appointment.staffId },
  });
  await settleConflicts(ctx);
}
