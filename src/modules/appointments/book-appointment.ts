import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { type UpsertCustomerOutput, upsertCustomer } from "#modules/customers/upsert-customer.ts";
import { readView } from "./appointment-view.ts";
import { assertStillOffered } from "./assert-still-offered.ts";
import { type BookingTerms, loadBookingTerms, refuseSeatsOfVisit } from "./booking-terms.ts";
import { findOffer, findOfferOfNew, type Wish } from "./find-offer.ts";
import { type HoldRow, lockHold } from "./holds.ts";
import { registerRequest } from "./idempotency.ts";
import { mintManageToken } from "./manage-link.ts";
import { refuseOffer } from "./refuse-taken.ts";
import type { BookAppointmentInput, BookedAppointment } from "./schema.ts";
import { type Taken, takeOffer } from "./take-offer.ts";
import { writeAppointment } from "./write-appointment.ts";

type Refusals = "notFound" | "notOffered" | "slotTaken" | "keyReused" | "invalid";

/**
 * Books a time for a customer (D1, D3), or seats of a class (D7): availability is checked again in this transaction,
 * and the claim decides between rivals. A lost race is an outcome (`slotTaken`, with the nearest free times), never an
 * error. A repeated idempotency key gets the first booking back.
 *
 * What does not depend on each other's answer is sent together: the database is asked in four turns.
 */
export async function bookAppointment(
  ctx: TenantContext,
  input: BookAppointmentInput,
): Promise<Result<BookedAppointment, Refusals>> {
  const appointmentId = newId();
  const [earlier, terms, asked] = await Promise.all([
    findEarlierBooking(ctx, input, appointmentId),
    loadBookingTerms(ctx, input.serviceId),
    askForOffer(ctx, input),
  ]);
  if (!earlier.ok) return earlier;
  if (earlier.value) return present(ctx, earlier.value, true);
  if (!terms.ok) return terms;
  const { hold, wish } = asked;
  const wrongSeats = refuseSeatsOfVisit(terms.value, wish.seats);
  if (wrongSeats) return wrongSeats;
  const inTurn = asked.offer.ok ? await findOfferOfNew(ctx, wish, terms.value) : null;
  const offer = inTurn ?? asked.offer;
  if (!offer.ok) return refuseOffer(ctx, wish, offer);

  const [taken, customer] = await Promise.all([
    takeOffer(ctx, { appointmentId, wish, hold, terms: terms.value, choices: offer.value }),
    upsertCustomer(ctx, { ...input.customer, timeZone: input.timeZone }),
  ]);
  if (!taken.ok) return taken;
  const booking = { id: appointmentId, input, seats: wish.seats ?? 1 };
  return writeBooking(ctx, { ...booking, terms: terms.value, taken: taken.value, customer: customer.value });
}

type Booking = {
  id: string;
  input: BookAppointmentInput;
  seats: number;
  terms: BookingTerms;
  taken: Taken;
  customer: UpsertCustomerOutput;
};

/** Writes the visit whose time has been claimed, its event and its manage link, and reads it back. */
async function writeBooking(
  ctx: TenantContext,
  { id, input, seats, terms, taken, customer }: Booking,
): Promise<Result<BookedAppointment, never>> {
  const { serviceId, start, source, notes } = input;
  const { staffId, locationId, sessionId } = taken.choice;
  const status = terms.requiresApproval ? "pending" : "confirmed";
  const times = { start: new Date(start), durationMin: taken.durationMin, customerTimeZone: input.timeZone };
  const what = { serviceId, staffId, locationId, sessionId: sessionId ?? null, seats };
  const visit = { id, status, source, ...what, customerId: customer.id, ...times, notes } as const;
  const trail = {
    customerId: customer.id,
    customerCreated: customer.created,
    customerChanged: customer.changed,
    ...(sessionId && { sessionId, seats }),
  };
  const event = {
    type: status === "pending" ? "appointment.pending" : "appointment.booked",
    subjectType: "appointment",
    subjectId: id,
    payload: { version: 1, start, staffId, source, ...trail },
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
  const { serviceId, staffId, locationId, start, customer, notes, seats, sessionId } = input;
  const body = [serviceId, staffId, locationId, start, customer.name, customer.email, customer.phone, notes];
  const ofClass = seats === undefined && sessionId === undefined ? [] : [seats, sessionId];
  return registerRequest(ctx, { key: input.idempotencyKey, body: [...body, ...ofClass] }, appointmentId);
}

/** Who could take the visit, and the page's own hold when it is for this very time. */
type Asked = { hold: HoldRow | null; wish: Wish; offer: Awaited<ReturnType<typeof findOffer>> };

async function askForOffer(ctx: TenantContext, input: BookAppointmentInput): Promise<Asked> {
  const held = input.holdToken ? await lockHold(ctx, input.holdToken) : null;
  const hold =
    held?.serviceId === input.serviceId && held.startsAt.getTime() === Date.parse(input.start) ? held : null;
  const wanted: HoldRow | BookAppointmentInput = hold?.live ? hold : input;
  const wish: Wish = {
    serviceId: input.serviceId,
    staffId: wanted.staffId,
    locationId: wanted.locationId,
    sessionId: wanted.sessionId ?? undefined,
    seats: input.seats ?? hold?.seats,
    start: input.start,
    ...(hold && { ignoreHoldId: hold.id }),
  };
  return { hold, wish, offer: await findOffer(ctx, wish) };
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
