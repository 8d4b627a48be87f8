import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { upsertCustomer } from "#modules/customers/upsert-customer.ts";
import { requireBooking } from "#modules/plans/bookings-this-month.ts";
import { readView } from "./appointment-view.ts";
import { assertStillOffered } from "./assert-still-offered.ts";
import { type BookingTerms, loadBookingTerms, refuseSeatsOfVisit } from "./booking-terms.ts";
import { claimedSpan, claimOffered } from "./claims.ts";
import { mayTouch } from "./find-changeable.ts";
import { findOffer, type Wish } from "./find-offer.ts";
import { findPlace } from "./find-place.ts";
import { registerRequest } from "./idempotency.ts";
import { refuseOffer } from "./refuse-taken.ts";
import type { BookedManually, BookManuallyInput } from "./schema.ts";
import { type Taken, takeSessionSeats } from "./take-offer.ts";
import { findTeamOffer } from "./team-offer.ts";
import { writeAppointment } from "./write-appointment.ts";

type Refusals = "notFound" | "forbidden" | "notOffered" | "slotTaken" | "keyReused" | "invalid" | "planLimit";

/**
 * Books for a caller (D8). A member may overrule hours, notice and horizon (the answer says what was overruled, and
 * the trail keeps it), but never another claim: that is `slotTaken`, in words that name who or what is taken, with the
 * nearest free times. Seats of a class are booked in any session that has them.
 */
export async function bookManually(
  ctx: TenantContext,
  input: BookManuallyInput,
): Promise<Result<BookedManually, Refusals>> {
  const forbidden = whyForbidden(ctx, input);
  if (forbidden) return forbidden;
  const id = newId();
  const earlier = await findEarlierBooking(ctx, input, id);
  if (!earlier.ok) return earlier;
  if (earlier.value) return present(ctx, earlier.value, null);

  const terms = await loadBookingTerms(ctx, input.serviceId);
  if (!terms.ok) return terms;
  const refused =
    refuseSeatsOfVisit(terms.value, input.seats) ??
    (terms.value.monthLimited ? await requireBooking(ctx) : null);
  if (refused) return refused;
  const overruled = await whatIsOverruled(ctx, input);
  const taken = await (terms.value.kind === "class"
    ? takeSeatsForCaller(ctx, input)
    : takeTimeForCaller(ctx, { id, input, terms: terms.value }));
  if (!taken.ok) return taken;
  const customer = await findCustomer(ctx, input.customer);
  if (!customer.ok) return customer;
  const booking = { id, input, taken: taken.value, customerId: customer.value.id, overruled };
  await writeBooking(ctx, booking, terms.value);
  return present(ctx, id, overruled);
}

/** The wished staff member, with as many others as the service needs and its resources, if they are free. */
async function takeTimeForCaller(
  ctx: TenantContext,
  { id, input, terms }: { id: string; input: BookManuallyInput; terms: BookingTerms },
): Promise<Result<Taken, "notFound" | "slotTaken">> {
  const { serviceId, staffId } = input;
  const locationId = await findPlace(ctx, input);
  if (!locationId) return refuse("notFound", "This staff member does not work here any more.");
  const durationMin = input.durationMin ?? terms.durationMin;
  const span = claimedSpan(new Date(input.start), { ...terms, durationMin });
  const team = { serviceId, staffId, locationId, span };
  const offer = await findTeamOffer(ctx, team);
  if (!offer.ok) return refuseOffer(ctx, wishOf(input), offer);
  const offered = { choices: offer.value, span, askAgain: () => findTeamOffer(ctx, team) };
  const choice = await claimOffered(ctx, { kind: "appointment", id }, offered);
  return choice.ok ? ok({ choice: choice.value, durationMin }) : refuseOffer(ctx, wishOf(input), choice);
}

async function takeSeatsForCaller(
  ctx: TenantContext,
  input: BookManuallyInput,
): Promise<Result<Taken, "notFound" | "notOffered" | "slotTaken">> {
  const wish = wishOf(input);
  const offer = await findOffer(ctx, wish, "member");
  return offer.ok ? takeSessionSeats(ctx, offer.value, { wish }) : refuseOffer(ctx, wish, offer);
}

function wishOf({ serviceId, staffId, locationId, sessionId, seats, start }: BookManuallyInput): Wish {
  return { serviceId, staffId, locationId, sessionId, seats, start };
}

type Booking = {
  id: string;
  input: BookManuallyInput;
  taken: Taken;
  customerId: string;
  overruled: string | null;
};

async function writeBooking(
  ctx: TenantContext,
  { id, input, taken, customerId, overruled }: Booking,
  terms: BookingTerms,
): Promise<void> {
  const { serviceId, notes, internalNotes, notify, seats = 1 } = input;
  const { staffId, locationId, sessionId = null } = taken.choice;
  const what = { serviceId, staffId, locationId, sessionId, seats, customerId, notes, internalNotes };
  const when = { start: new Date(input.start), durationMin: taken.durationMin };
  await writeAppointment(ctx, { id, status: "confirmed", source: "dashboard", ...what, ...when }, terms);
  await appendEvent(ctx, {
    type: "appointment.booked",
    subjectType: "appointment",
    subjectId: id,
    payload: { version: 1, start: input.start, staffId, source: "dashboard", overruled, notify },
  });
  await assertStillOffered(ctx, id);
}

function whyForbidden(ctx: TenantContext, input: BookManuallyInput) {
  const forbidden = requireRight(ctx.actor, "appointments.write");
  if (forbidden) return forbidden;
  if (ctx.actor.kind === "customer" || ctx.actor.kind === "assistant") {
    return refuse("forbidden", "Only the team of the business can book for someone else.");
  }
  if (mayTouch(ctx.actor, input)) return null;
  return refuse("forbidden", "Your role only allows bookings in your own calendar.");
}

function findEarlierBooking(ctx: TenantContext, input: BookManuallyInput, id: string) {
  if (!input.idempotencyKey) return Promise.resolve(ok(null));
  const { idempotencyKey: key, notify: _notify, ...body } = input;
  return registerRequest(ctx, { key, body }, id);
}

/** Why a customer could not have booked this time, in words, or null when they could have. */
async function whatIsOverruled(ctx: TenantContext, input: BookManuallyInput): Promise<string | null> {
  const offer = await findOffer(ctx, wishOf(input));
  return offer.ok || offer.reason === "slotTaken" ? null : offer.message;
}

async function findCustomer(
  ctx: TenantContext,
  customer: BookManuallyInput["customer"],
): Promise<Result<{ id: string }, "notFound" | "invalid">> {
  if (!("id" in customer)) return upsertCustomer(ctx, customer);
  const known = await ctx.db.customer.findFirst({ where: { id: customer.id }, select: { id: true } });
  return known ? ok(known) : refuse("notFound", "This customer does not exist.");
}

async function present(
  ctx: TenantContext,
  id: string,
  overruled: string | null,
): Promise<Result<BookedManually, never>> {
  const appointment = await readView(ctx, id);
  if (!appointment) throw new Error("A booked appointment cannot be read back");
  return ok({ appointment, overruled });
}
