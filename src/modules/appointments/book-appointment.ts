import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { chooseStaff } from "#modules/availability/choose-staff.ts";
import { type UpsertCustomerOutput, upsertCustomer } from "#modules/customers/upsert-customer.ts";
import { readView } from "./appointment-view.ts";
import { assertStillOffered } from "./assert-still-offered.ts";
import { type BookingTerms, loadBookingTerms } from "./booking-terms.ts";
import { claimedSpan, claimFirstFree, convertHold, type Seat, type Span } from "./claims.ts";
import { deleteHold, type HoldRow, lockHold } from "./holds.ts";
import { registerRequest } from "./idempotency.ts";
import { mintManageToken } from "./manage-link.ts";
import { refuseNotOffered, refuseTaken } from "./refuse-taken.ts";
import type { BookAppointmentInput, BookedAppointment } from "./schema.ts";
import { writeAppointment } from "./write-appointment.ts";

type Refusals = "notFound" | "notOffered" | "slotTaken" | "keyReused" | "invalid";

/**
 * Books a time for a customer (D1, D3): availability is checked again in this transaction, and the claim decides
 * between rivals. A lost race is an outcome (`slotTaken`, with the nearest free times), never an error. A repeated
 * idempotency key gets the first booking back.
 *
 * What does not depend on each other's answer is sent together: the database is asked in four turns.
 */
export async function bookAppointment(
  ctx: TenantContext,
  input: BookAppointmentInput,
): Promise<Result<BookedAppointment, Refusals>> {
  const appointmentId = newId();
  const [earlier, terms, offer] = await Promise.all([
    findEarlierBooking(ctx, input, appointmentId),
    loadBookingTerms(ctx, input.serviceId),
    findOffer(ctx, input),
  ]);
  if (!earlier.ok) return earlier;
  if (earlier.value) return present(ctx, earlier.value, true);
  if (!terms.ok) return terms;
  if (!offer.ok) return offer;

  const [seat, customer] = await Promise.all([
    takeSeat(ctx, {
      appointmentId,
      offer: offer.value,
      span: claimedSpan(new Date(input.start), terms.value),
    }),
    upsertCustomer(ctx, { ...input.customer, timeZone: input.timeZone }),
  ]);
  if (!seat) return refuseTaken(ctx, input);

  return writeBooking(ctx, { id: appointmentId, input, terms: terms.value, seat, customer: customer.value });
}

type Booking = {
  id: string;
  input: BookAppointmentInput;
  terms: BookingTerms;
  seat: Seat;
  customer: UpsertCustomerOutput;
};

/** Writes the visit whose time has been claimed, its event and its manage link, and reads it back. */
async function writeBooking(
  ctx: TenantContext,
  { id, input, terms, seat, customer }: Booking,
): Promise<Result<BookedAppointment, never>> {
  const { serviceId, start, source, notes } = input;
  const status = terms.requiresApproval ? "pending" : "confirmed";
  const times = { start: new Date(start), durationMin: terms.durationMin, customerTimeZone: input.timeZone };
  const visit = { id, status, source, serviceId, ...seat, customerId: customer.id, ...times, notes } as const;
  const trail = {
    customerId: customer.id,
    customerCreated: customer.created,
    customerChanged: customer.changed,
  };
  const event = {
    type: status === "pending" ? "appointment.pending" : "appointment.booked",
    subjectType: "appointment",
    subjectId: id,
    payload: { version: 1, start, staffId: seat.staffId, source, ...trail },
  };
  const [, , booked] = await Promise.all([
    writeAppointment(ctx, visit, terms),
    appendEvent(ctx, event),
    present(ctx, id, false),
    assertStillOffered(ctx, id),
  ]);
  return booked;
}

function findEarlierBooking(
  ctx: TenantContext,
  input: BookAppointmentInput,
  appointmentId: string,
): Promise<Result<string | null, "keyReused">> {
  if (!input.idempotencyKey) return Promise.resolve(ok(null));
  const { serviceId, staffId, locationId, start, customer, notes } = input;
  const body = [serviceId, staffId, locationId, start, customer.name, customer.email, customer.phone, notes];
  return registerRequest(ctx, { key: input.idempotencyKey, body }, appointmentId);
}

/** Who could take the visit, and the page's own hold when it is for this very time. */
type Offer = { hold: HoldRow | null; candidates: readonly Seat[] };

async function findOffer(ctx: TenantContext, input: BookAppointmentInput): Promise<Result<Offer, Refusals>> {
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
  if (choice.ok) return ok({ hold, candidates: choice.value.candidates });
  if (choice.reason === "slotTaken") return refuseTaken(ctx, input);
  return choice.reason === "notOffered" ? refuseNotOffered(ctx, input, choice.message) : choice;
}

type SeatRequest = { appointmentId: string; offer: Offer; span: Span };

/** Claims the time: the page's own hold when it still lives, else with the first candidate who is free. */
async function takeSeat(
  ctx: TenantContext,
  { appointmentId, offer, span }: SeatRequest,
): Promise<Seat | null> {
  const { hold, candidates } = offer;
  const converted = hold ? await convertHold(ctx, hold.id, appointmentId) : false;
  if (hold) await deleteHold(ctx, hold.id);
  if (hold && converted)
    return { staffId: hold.staffId, locationId: hold.locationId, withStaffIds: [], unitIds: [] };

  const owner = { kind: "appointment", id: appointmentId } as const;
  return claimFirstFree(ctx, owner, { seats: candidates, span });
}

async function present(
  ctx: TenantContext,
  appointmentId: string,
  replayed: boolean,
): Promise<Result<BookedAppointment, never>> {
  const [manageToken, appointment] = await Promise.all([
    mintManageToken(ctx, appointmentId),
    readView(ctx, appointmentId),
  ]);
  if (!appointment) throw new Error("A booked appointment cannot be read back");
  return ok({ appointment, manageToken, replayed });
}
