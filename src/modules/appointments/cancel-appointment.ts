import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readView } from "./appointment-view.ts";
import { releaseClaims } from "./claims.ts";
import { type AppointmentRow, findForChange } from "./find-changeable.ts";
import { isPastDeadline } from "./rules/change-deadline.ts";
import { mayBecome } from "./rules/states.ts";
import type { AppointmentView, CancelAppointmentInput } from "./schema.ts";

type Refusals = "notFound" | "forbidden" | "wrongState" | "tooLate";

/**
 * Cancels a visit and frees its time at once. Customers (who hold the manage link) only within the business's policy
 * (B5, D5); members at any time.
 */
export async function cancelAppointment(
  ctx: TenantContext,
  input: CancelAppointmentInput,
): Promise<Result<AppointmentView, Refusals>> {
  const byLink = "token" in input.target;
  const forbidden = requireRight(ctx.actor, "appointments.write");
  if (forbidden) return forbidden;
  if (!byLink && ctx.actor.kind === "customer") return refuse("notFound", "This appointment does not exist.");
  const found = await findForChange(ctx, input.target);
  if (!found.ok) return found;
  const barred = whyBarred(ctx, found.value, byLink);
  if (barred) return barred;

  await releaseClaims(ctx, found.value.id);
  await writeCancellation(ctx, found.value, { ...input, by: byLink ? "customer" : "member" });
  const view = await readView(ctx, found.value.id);
  if (!view) throw new Error("A cancelled appointment cannot be read back");
  return ok(view);
}

function whyBarred(
  ctx: TenantContext,
  appointment: AppointmentRow,
  byLink: boolean,
): Refused<"wrongState" | "tooLate"> | null {
  if (appointment.status === "cancelled")
    return refuse("wrongState", "This appointment is already cancelled.");
  if (!mayBecome(appointment.status, "cancelled")) {
    return refuse("wrongState", "This appointment has taken place and can no longer be cancelled.");
  }
  if (byLink && isPastDeadline(appointment.startsAt, appointment.cancellationWindowMin, ctx.clock.now())) {
    return refuse("tooLate", "It is too late to cancel this appointment online. Please call the business.");
  }
  return null;
}

type Cancellation = { by: "customer" | "member"; reason?: string | null | undefined; notify: boolean };

async function writeCancellation(
  ctx: TenantContext,
  appointment: AppointmentRow,
  { by, reason, notify }: Cancellation,
): Promise<void> {
  const version = appointment.version + 1;
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
}
