import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readView } from "./appointment-view.ts";
import { loadBookingTerms } from "./booking-terms.ts";
import { changeTime } from "./change-time.ts";
import { findForChange, mayTouch } from "./find-changeable.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { isOpen } from "./rules/states.ts";
import type { AppointmentView, MoveAppointmentInput } from "./schema.ts";
import { findSeat } from "./seats.ts";

const minute = 60_000;

type Refusals = "notFound" | "forbidden" | "wrongState" | "notOffered" | "slotTaken";

/**
 * Moves or resizes a visit for a member (F1, D8): hours, notice and policy may be overruled, another claim never.
 * Refused as stale when someone changed the appointment since the member saw it.
 */
export async function moveAppointment(
  ctx: TenantContext,
  input: MoveAppointmentInput,
): Promise<Result<AppointmentView, Refusals>> {
  const forbidden = requireRight(ctx.actor, "appointments.write");
  if (forbidden) return forbidden;
  const found = await findForChange(ctx, { id: input.id }, input.version);
  if (!found.ok) return found;
  const appointment = found.value;
  if (!isOpen(appointment.status)) return refuse("wrongState", "Only an upcoming appointment can be moved.");

  const staffId = input.staffId ?? appointment.staffId;
  if (!mayTouch(ctx.actor, { staffId })) {
    return refuse("forbidden", "Your role only allows changes to your own calendar.");
  }
  const seat = await findSeat(ctx, { staffId, locationId: appointment.locationId });
  if (!seat) return refuse("notFound", "This staff member does not work here any more.");
  const terms = await loadBookingTerms(ctx, appointment.serviceId);
  const zoneOfLocation = terms.ok ? terms.value.zoneOfLocation : {};

  const booked = (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / minute;
  const moved = await changeTime(ctx, appointment, {
    start: new Date(input.start),
    durationMin: input.durationMin ?? booked,
    candidates: [{ ...seat, withStaffIds: [], unitIds: [] }],
    zoneOfLocation,
    notify: input.notify,
  });
  if (!moved) {
    const wish = {
      serviceId: appointment.serviceId,
      staffId,
      start: input.start,
      ignoreAppointmentId: appointment.id,
    };
    return refuseTaken(ctx, wish);
  }
  const view = await readView(ctx, appointment.id);
  if (!view) throw new Error("A moved appointment cannot be read back");
  return ok(view);
}
