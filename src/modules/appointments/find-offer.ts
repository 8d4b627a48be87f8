import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { chooseStaff } from "#modules/availability/choose-staff.ts";
import { queueForMonth } from "#modules/plans/bookings-this-month.ts";
import type { BookingTerms } from "./booking-terms.ts";
import type { Choice } from "./claims.ts";
import { queueForLimits } from "./queue-for-limits.ts";

/** What somebody wants to book, hold or move to. */
export type Wish = {
  serviceId: string;
  staffId?: string | undefined;
  locationId?: string | undefined;
  /** Of a class: one session of those at `start`, and how many seats. */
  sessionId?: string | undefined;
  seats?: number | undefined;
  start: string;
  ignoreAppointmentId?: string | undefined;
  ignoreHoldId?: string | undefined;
};

/** A choice of availability; `sessionId` is set for a class, whose session has claimed its time already. */
export type OfferedChoice = Choice & { sessionId?: string | null };

export type OfferRefusals = "notFound" | "notOffered" | "slotTaken";

/** Who and what can take the wish as the database is now, the preferred one first; never empty. */
export async function findOffer(
  ctx: TenantContext,
  wish: Wish,
  audience: "customer" | "member" = "customer",
): Promise<Result<OfferedChoice[], OfferRefusals>> {
  const { sessionId, ...question } = wish;
  const chosen = await chooseStaff(ctx, { ...question, audience });
  if (!chosen.ok) return chosen;
  const offered: OfferedChoice[] = chosen.value.candidates;
  const meant = sessionId ? offered.filter((choice) => choice.sessionId === sessionId) : offered;
  if (meant.length > 0) return ok(meant);
  return refuse("slotTaken", "This class does not take place at this time, or has no seats left.", {
    because: "noSeats",
  });
}

/**
 * The same for a new booking, with a hold or without: after queueing for the plan's month, where it is limited, and for
 * limits and travel times, where the service has them. Null: there is nothing to queue for.
 */
export async function findOfferOfNew(
  ctx: TenantContext,
  wish: Wish,
  { monthLimited, queued }: Pick<BookingTerms, "monthLimited" | "queued">,
): Promise<Result<OfferedChoice[], OfferRefusals> | null> {
  if (!monthLimited && !queued) return null;
  if (monthLimited) await queueForMonth(ctx);
  return queued ? findOfferInTurn(ctx, wish) : findOffer(ctx, wish);
}

/** The same after queueing for limits and travel times, for the services that have them (`BookingTerms.queued`). */
export async function findOfferInTurn(
  ctx: TenantContext,
  wish: Wish,
): Promise<Result<OfferedChoice[], OfferRefusals>> {
  await queueForLimits(ctx, wish);
  return findOffer(ctx, wish);
}
