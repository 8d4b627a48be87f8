import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { BookingTerms } from "./booking-terms.ts";
import { claimedSpan, claimOffered, convertHold } from "./claims.ts";
import { type TakenSeats, takeSeats } from "./class-seats.ts";
import { findOffer, type OfferedChoice, type Wish } from "./find-offer.ts";
import { deleteHold, type HoldRow } from "./holds.ts";
import { refuseOffer, refuseSeats } from "./refuse-taken.ts";

const minute = 60_000;

/** What an appointment has won, and how long it lasts. */
export type Taken = { choice: OfferedChoice; durationMin: number };

type Request = {
  appointmentId: string;
  wish: Wish;
  /** The page's own hold for this very time, dead or alive; it goes. */
  hold: HoldRow | null;
  terms: BookingTerms;
  choices: readonly OfferedChoice[];
};

/**
 * Takes for an appointment what a hold has kept for it, as a whole, else the first of the choices that can still be had.
 */
export async function takeOffer(
  ctx: TenantContext,
  { appointmentId, wish, hold, terms, choices }: Request,
): Promise<Result<Taken, "slotTaken">> {
  if (terms.kind === "class") {
    const seats = await takeSessionSeats(ctx, choices, { wish, holdId: hold?.id });
    if (hold && seats.ok) await deleteHold(ctx, hold);
    return seats;
  }
  const { durationMin } = terms;
  const offered = {
    choices,
    span: claimedSpan(new Date(wish.start), terms),
    askAgain: () => findOffer(ctx, wish),
  };
  const converted = hold ? await convertHold(ctx, { id: hold.id, appointmentId }, offered) : false;
  if (hold) await deleteHold(ctx, hold);
  if (hold && converted) return ok({ choice: { ...hold, withStaffIds: [], unitIds: [] }, durationMin });

  const choice = await claimOffered(ctx, { kind: "appointment", id: appointmentId }, offered);
  return choice.ok ? ok({ choice: choice.value, durationMin }) : refuseOffer(ctx, wish, choice);
}

/** Books seats in the first of the sessions that has enough; else says how many are left (D7). */
export async function takeSessionSeats(
  ctx: TenantContext,
  choices: readonly OfferedChoice[],
  { wish, holdId }: { wish: Wish; holdId?: string | undefined },
): Promise<Result<Taken, "slotTaken">> {
  let most = 0;
  for (const choice of choices) {
    if (!choice.sessionId) continue;
    const seats = await takeSeats(ctx, choice.sessionId, { seats: wish.seats ?? 1, holdId });
    if (seats.taken) return ok({ choice, durationMin: minutesUntil(seats, wish.start) });
    most = Math.max(most, seats.free);
  }
  return refuseSeats(ctx, wish, most);
}

function minutesUntil({ endsAt }: TakenSeats, start: string): number {
  if (!endsAt) throw new Error("A session with seats has no end");
  return (endsAt.getTime() - Date.parse(start)) / minute;
}
