import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { chooseStaff } from "#modules/availability/choose-staff.ts";
import { upsertCustomer } from "#modules/customers/upsert-customer.ts";
import { readView } from "./appointment-view.ts";
import { type BookingTerms, loadBookingTerms } from "./booking-terms.ts";
import { claimedSpan, claimForAppointment, convertHold } from "./claims.ts";
import { deleteHold, lockHold } from "./holds.ts";
import { registerRequest } from "./idempotency.ts";
import { mintManageToken } from "./manage-link.ts";
import { refuseNotOffered, refuseTaken } from "./refuse-taken.ts";
import type { BookAppointmentInput, BookedAppointment } from "./schema.ts";
import { writeAppointment } from "./write-appointment.ts";

type Refusals = "notFound" | "notOffered" | "slotTaken" | "keyReused" | "invalid";
type Seat = { staffId: string; locationId: string };

/**
 * Books a time for a customer (D1, D3): availability is checked again in this transaction, and the claim decides
 * between rivals. A lost race is an outcome (`slotTaken`, with the nearest free times), never an error. A repeated
 * idempotency key gets the first booking back.
 */
export async function bookAppointment(
  ctx: TenantContext,
  input: BookAppointmentInput,
): Promise<Result<BookedAppointment, Refusals>> {
  const appointmentId = newId();
  const earlier = await findEarlierBooking(ctx, input, appointmentId);
  if (!earlier.ok) return earlier;
  if (earlier.value) return present(ctx, earlier.value, true);

  const terms = await loadBookingTerms(ctx, input.serviceId);
  if (!terms.ok) return terms;
  const seat = await takeSeat(ctx, { input, appointmentId, terms: terms.value });
  if (!seat.ok) return seat;
  const customer = await upsertCustomer(ctx, { ...input.customer, timeZone: input.timeZone });

  const status = terms.value.requiresApproval ? "pending" : "confirmed";
  await writeAppointment(
    ctx,
    {
      id: appointmentId,
      status,
      source: input.source,
      serviceId: input.serviceId,
      ...seat.value,
      customerId: customer.value.id,
      start: new Date(input.start),
      durationMin: terms.value.durationMin,
      customerTimeZone: input.timeZone,
      notes: input.notes,
    },
    terms.value,
  );
  await appendEvent(ctx, {
    type: status === "pending" ? "appointment.pending" : "appointment.booked",
    subjectType: "appointment",
    subjectId: appointmentId,
    payload: { version: 1, start: input.start, staffId: seat.value.staffId, source: input.source },
  });
  return present(ctx, appointmentId, false);
}

async function findEarlierBooking(ctx: TenantContext, input: BookAppointmentInput, appointmentId: string) {
  if (!input.idempotencyKey) return ok(null);
  const { serviceId, staffId, locationId, start, customer, notes } = input;
  const body = [serviceId, staffId, locationId, start, customer.name, customer.email, customer.phone, notes];
  return registerRequest(ctx, { key: input.idempotencyKey, body }, appointmentId);
}

type SeatRequest = { input: BookAppointmentInput; appointmentId: string; terms: BookingTerms };

/** Claims the time: the page's own hold when it still lives, else the first suitable staff member who is free. */
async function takeSeat(ctx: TenantContext, request: SeatRequest): Promise<Result<Seat, Refusals>> {
  const { input, appointmentId, terms } = request;
  const held = input.holdToken ? await lockHold(ctx, input.holdToken) : null;
  const hold =
    held?.serviceId === input.serviceId && held.startsAt.getTime() === Date.parse(input.start) ? held : null;

  const choice = await chooseStaff(ctx, {
    serviceId: input.serviceId,
    staffId: hold?.live ? hold.staffId : input.staffId,
    locationId: hold?.live ? hold.locationId : input.locationId,
    start: input.start,
    audience: "customer",
    ...(hold && { ignoreHoldId: hold.id }),
  });
  if (!choice.ok) {
    if (choice.reason === "slotTaken") return refuseTaken(ctx, input);
    return choice.reason === "notOffered" ? refuseNotOffered(ctx, input, choice.message) : choice;
  }

  const converted = hold ? await convertHold(ctx, hold.id, appointmentId) : false;
  if (hold) await deleteHold(ctx, hold.id);
  if (hold && converted) return ok({ staffId: hold.staffId, locationId: hold.locationId });

  const { candidates } = choice.value;
  const staffIds = candidates.map((candidate) => candidate.staffId);
  const span = claimedSpan(new Date(input.start), terms);
  const staffId = await claimForAppointment(ctx, appointmentId, { staffIds, span });
  const seat = candidates.find((candidate) => candidate.staffId === staffId);
  return seat ? ok({ staffId: seat.staffId, locationId: seat.locationId }) : refuseTaken(ctx, input);
}

async function present(
  ctx: TenantContext,
  appointmentId: string,
  replayed: boolean,
): Promise<Result<BookedAppointment, never>> {
  const manageToken = await mintManageToken(ctx, appointmentId);
  const appointment = await readView(ctx, appointmentId);
  if (!appointment) throw new Error("A booked appointment cannot be read back");
  return ok({ appointment, manageToken, replayed });
}
