import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readView } from "./appointment-view.ts";
import { giveBackSeats } from "./class-seats.ts";
import { type AppointmentRow, findForChange } from "./find-changeable.ts";
import { isPastDeadline } from "./rules/change-deadline.ts";
import { mayBecome } from "./rules/states.ts";
import type { AppointmentView, CancelAppointmentInput } from "./schema.ts";
import { writeCancellation } from "./write-cancellation.ts";

type Refusals = "notFound" | "forbidden" | "wrongState" | "tooLate";

/**
 * Cancels a visit and frees its time, or its seats, at once. Customers (who hold the manage link) only within the business's policy
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

  await giveBackSeats(ctx, found.value);
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
