import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { chooseStaff } from "#modules/availability/choose-staff.ts";
import { upsertCustomer } from "#modules/customers/upsert-customer.ts";
import { readView } from "./appointment-view.ts";
import { assertStillOffered } from "./assert-still-offered.ts";
import { loadBookingTerms } from "./booking-terms.ts";
import { claimedSpan, claimFirstFree } from "./claims.ts";
import { mayTouch } from "./find-changeable.ts";
import { registerRequest } from "./idempotency.ts";
import { refuseTaken } from "./refuse-taken.ts";
import type { BookedManually, BookManuallyInput } from "./schema.ts";
import { findSeat } from "./seats.ts";
import { writeAppointment } from "./write-appointment.ts";

type Refusals = "notFound" | "forbidden" | "notOffered" | "slotTaken" | "keyReused" | "invalid";

/**
 * Books for a caller (D8). A member may overrule hours, notice and horizon (the answer says what was overruled, and
 * the trail keeps it), but never another claim: that is `slotTaken`, with the nearest free times.
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
  const seat = await findSeat(ctx, input);
  if (!seat) return refuse("notFound", "This staff member does not work here any more.");
  const overruled = await whatIsOverruled(ctx, input);

  const start = new Date(input.start);
  const durationMin = input.durationMin ?? terms.value.durationMin;
  const span = claimedSpan(start, { ...terms.value, durationMin });
  const seats = [{ ...seat, withStaffIds: [], unitIds: [] }];
  if (!(await claimFirstFree(ctx, { kind: "appointment", id }, { seats, span })))
    return refuseTaken(ctx, input);
  const customer = await findCustomer(ctx, input.customer);
  if (!customer.ok) return customer;

  const { serviceId, notes, internalNotes } = input;
  const details = {
    serviceId,
    ...seat,
    customerId: customer.value.id,
    start,
    durationMin,
    notes,
    internalNotes,
  };
  await writeAppointment(ctx, { id, status: "confirmed", source: "dashboard", ...details }, terms.value);
  await appendEvent(ctx, {
    type: "appointment.booked",
    subjectType: "appointment",
    subjectId: id,
    payload: {
      version: 1,
      start: input.start,
      staffId: seat.staffId,
      source: "dashboard",
      overruled,
      notify: input.notify,
    },
  });
  await assertStillOffered(ctx, id);
  return present(ctx, id, overruled);
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
  const { serviceId, staffId, start, customer } = input;
  return registerRequest(ctx, { key: input.idempotencyKey, body: [serviceId, staffId, start, customer] }, id);
}

/** Why a customer could not have booked this time, in words, or null when they could have. */
async function whatIsOverruled(ctx: TenantContext, input: BookManuallyInput): Promise<string | null> {
  const { serviceId, staffId, locationId, start } = input;
  const choice = await chooseStaff(ctx, { serviceId, staffId, locationId, start, audience: "customer" });
  return choice.ok || choice.reason === "slotTaken" ? null : choice.message;
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
