import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { readView } from "./appointment-view.ts";
import { loadBookingTerms } from "./booking-terms.ts";
import { changeSession, changeTime, type NewTime } from "./change-time.ts";
import { type AppointmentRow, findForChange } from "./find-changeable.ts";
import { findOffer, findOfferInTurn, type Wish } from "./find-offer.ts";
import { refuseOffer } from "./refuse-taken.ts";
import { isPastDeadline } from "./rules/change-deadline.ts";
import { isOpen } from "./rules/states.ts";
import type { AppointmentView, RescheduleAppointmentInput } from "./schema.ts";

const minute = 60_000;

type Refusals = "notFound" | "wrongState" | "tooLate" | "notOffered" | "slotTaken";

/**
 * Moves a visit to another time for the customer (D5): only within the business's policy, only to a time that is
 * offered. The same staff member is kept unless the customer names another one or "any"; seats of a class move to another
 * of its sessions.
 */
export async function rescheduleAppointment(
  ctx: TenantContext,
  input: RescheduleAppointmentInput,
): Promise<Result<AppointmentView, Refusals>> {
  const found = await findForChange(ctx, { token: input.token }, { newStart: input.start });
  if (!found.ok) return found;
  const appointment = found.value;
  const barred = whyBarred(ctx, appointment);
  if (barred) return barred;
  const terms = await loadBookingTerms(ctx, appointment.serviceId, { moving: true });
  if (!terms.ok) return terms;

  const wish = wishOf(appointment, input);
  const offer = await (terms.value.queued ? findOfferInTurn(ctx, wish) : findOffer(ctx, wish));
  if (!offer.ok) return refuseOffer(ctx, wish, offer);
  const { zoneOfLocation } = terms.value;
  const to = { start: new Date(input.start), choices: offer.value, zoneOfLocation, notify: true };
  const moved = await change(ctx, appointment, { ...to, wish });
  if (!moved.ok) return moved;
  const view = await readView(ctx, appointment.id);
  if (!view) throw new Error("A rescheduled appointment cannot be read back");
  return ok(view);
}

/** A class is taught by whoever gives the session; of other visits the staff member is kept. */
function wishOf(
  appointment: AppointmentRow,
  { staffId, sessionId, start }: RescheduleAppointmentInput,
): Wish {
  const kept = appointment.sessionId ? undefined : appointment.staffId;
  return {
    serviceId: appointment.serviceId,
    staffId: staffId === "any" ? undefined : (staffId ?? kept),
    start,
    ignoreAppointmentId: appointment.id,
    ...(appointment.sessionId && { seats: appointment.seats, sessionId }),
  };
}

type Change = Omit<NewTime, "durationMin" | "askAgain"> & { wish: Wish };

async function change(
  ctx: TenantContext,
  appointment: AppointmentRow,
  to: Change,
): Promise<Result<null, "slotTaken">> {
  if (appointment.sessionId) return changeSession(ctx, appointment, to);
  const durationMin = (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / minute;
  const moved = await changeTime(ctx, appointment, {
    ...to,
    durationMin,
    askAgain: () => findOffer(ctx, to.wish),
  });
  return moved.ok ? moved : refuseOffer(ctx, to.wish, moved);
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
