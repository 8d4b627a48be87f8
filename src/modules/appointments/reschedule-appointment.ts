import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { chooseStaff } from "#modules/availability/choose-staff.ts";
import { readView } from "./appointment-view.ts";
import { loadBookingTerms } from "./booking-terms.ts";
import { changeTime } from "./change-time.ts";
import { type AppointmentRow, findForChange } from "./find-changeable.ts";
import { refuseNotOffered, refuseTaken } from "./refuse-taken.ts";
import { isPastDeadline } from "./rules/change-deadline.ts";
import { isOpen } from "./rules/states.ts";
import type { AppointmentView, RescheduleAppointmentInput } from "./schema.ts";

const minute = 60_000;

type Refusals = "notFound" | "wrongState" | "tooLate" | "notOffered" | "slotTaken";

/**
 * Moves a visit to another time for the customer (D5): only within the business's policy, only to a time that is
 * offered. The same staff member is kept unless the customer names another one or "any".
 */
export async function rescheduleAppointment(
  ctx: TenantContext,
  input: RescheduleAppointmentInput,
): Promise<Result<AppointmentView, Refusals>> {
  const found = await findForChange(ctx, { token: input.token });
  if (!found.ok) return found;
  const appointment = found.value;
  const barred = whyBarred(ctx, appointment);
  if (barred) return barred;

  const wish = {
    serviceId: appointment.serviceId,
    staffId: input.staffId === "any" ? undefined : (input.staffId ?? appointment.staffId),
    start: input.start,
    ignoreAppointmentId: appointment.id,
  };
  const terms = await loadBookingTerms(ctx, appointment.serviceId);
  if (!terms.ok) return terms;
  const choice = await chooseStaff(ctx, { ...wish, audience: "customer" });
  if (!choice.ok) {
    if (choice.reason === "slotTaken") return refuseTaken(ctx, wish);
    return choice.reason === "notOffered" ? refuseNotOffered(ctx, wish, choice.message) : choice;
  }

  const moved = await changeTime(ctx, appointment, {
    start: new Date(input.start),
    durationMin: (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / minute,
    candidates: choice.value.candidates,
    zoneOfLocation: terms.value.zoneOfLocation,
    notify: true,
  });
  if (!moved) return refuseTaken(ctx, wish);
  const view = await readView(ctx, appointment.id);
  if (!view) throw new Error("A rescheduled appointment cannot be read back");
  return ok(view);
}

function whyBarred(ctx: TenantContext, appointment: AppointmentRow) {
  if (!isOpen(appointment.status)) {
    return refuse("wrongState", "This appointment can no longer be changed.");
  }
  if (isPastDeadline(appointment.startsAt, appointment.cancellationWindowMin, ctx.clock.now())) {
    return refuse("tooLate", "It is too late to change this appointment online. Please call the business.");
  }
  return null;
}
