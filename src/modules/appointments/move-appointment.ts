import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight, seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";
import { readView } from "./appointment-view.ts";
import { loadBookingTerms } from "./booking-terms.ts";
import { changeSession, changeTime } from "./change-time.ts";
import { claimedSpan } from "./claims.ts";
import { type AppointmentRow, findForChange, mayTouch } from "./find-changeable.ts";
import { findOffer } from "./find-offer.ts";
import { findPlace } from "./find-place.ts";
import { refuseOffer } from "./refuse-taken.ts";
import { isOpen } from "./rules/states.ts";
import type { AppointmentView, MoveAppointmentInput } from "./schema.ts";
import { findTeamOffer } from "./team-offer.ts";

const minute = 60_000;

type Refusals = "notFound" | "forbidden" | "wrongState" | "notOffered" | "slotTaken";
type Refusal = Exclude<Result<never, Refusals>, { ok: true }>;

/**
 * Moves or resizes a visit for a member (F1, D8): hours, notice and policy may be overruled, another claim never. The
 * others and the resources that it has are kept where they are free. Seats of a class move to another of its sessions.
 * Refused as stale when someone changed the appointment since the member saw it.
 */
export async function moveAppointment(
  ctx: TenantContext,
  input: MoveAppointmentInput,
): Promise<Result<AppointmentView, Refusals>> {
  const forbidden = requireRight(ctx.actor, "appointments.write");
  if (forbidden) return forbidden;
  const { version, start: newStart } = input;
  const found = await findForChange(ctx, { id: input.id }, { version, newStart });
  if (!found.ok) return found;
  const appointment = found.value;
  if (!isOpen(appointment.status)) return refuse("wrongState", "Only an upcoming appointment can be moved.");
  if (!mayTouch(ctx.actor, { staffId: input.staffId ?? appointment.staffId })) {
    return refuse("forbidden", "Your role only allows changes to your own calendar.");
  }
  const refused = appointment.sessionId
    ? await moveSeats(ctx, appointment, input)
    : await moveVisit(ctx, appointment, input);
  if (refused) return refused;
  const view = await readView(ctx, appointment.id);
  if (!view) throw new Error("A moved appointment cannot be read back");
  return ok(view);
}

async function moveVisit(
  ctx: TenantContext,
  appointment: AppointmentRow,
  input: MoveAppointmentInput,
): Promise<Refusal | null> {
  const { serviceId } = appointment;
  const staffId = input.staffId ?? appointment.staffId;
  const locationId = await findPlace(ctx, { staffId, locationId: appointment.locationId });
  if (!locationId) return refuse("notFound", "This staff member does not work here any more.");

  const booked = (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / minute;
  const durationMin = input.durationMin ?? booked;
  const start = new Date(input.start);
  const span = claimedSpan(start, { ...appointment, durationMin });
  const team = { serviceId, staffId, locationId, span, moving: appointment.id };
  const wish = { serviceId, staffId, start: input.start, ignoreAppointmentId: appointment.id };
  const offer = await findTeamOffer(ctx, team);
  if (!offer.ok) return refuseOffer(ctx, wish, offer);
  const moved = await changeTime(ctx, appointment, {
    start,
    durationMin,
    choices: offer.value,
    askAgain: () => findTeamOffer(ctx, team),
    zoneOfLocation: await zonesOf(ctx, serviceId),
    notify: input.notify,
  });
  return moved.ok ? null : refuseOffer(ctx, wish, moved);
}

/** The team may choose any session of the class that has the seats; staff with their own calendar only, one of theirs. */
async function moveSeats(
  ctx: TenantContext,
  appointment: AppointmentRow,
  input: MoveAppointmentInput,
): Promise<Refusal | null> {
  const { serviceId, seats, id } = appointment;
  const { start, sessionId } = input;
  const staffId = seesOnlyOwnCalendar(ctx.actor) ? appointment.staffId : input.staffId;
  const wish = { serviceId, staffId, sessionId, seats, start, ignoreAppointmentId: id };
  const offer = await findOffer(ctx, wish, "member");
  if (!offer.ok) return refuseOffer(ctx, wish, offer);
  const zoneOfLocation = await zonesOf(ctx, serviceId);
  const to = { wish, start: new Date(start), choices: offer.value, zoneOfLocation, notify: input.notify };
  const moved = await changeSession(ctx, appointment, to);
  return moved.ok ? null : moved;
}

async function zonesOf(ctx: TenantContext, serviceId: string): Promise<Record<string, string>> {
  const terms = await loadBookingTerms(ctx, serviceId);
  return terms.ok ? terms.value.zoneOfLocation : {};
}
