import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { findNearby } from "./find-nearby.ts";
import type { OfferRefusals, Wish } from "./find-offer.ts";

/** The outcome of a lost race: said plainly, with the nearest free times in `details.nearest` (D3). */
export function refuseTaken(ctx: TenantContext, wish: Wish): Promise<Refused<"slotTaken">> {
  const words = "Someone else has just taken this time. Please choose another one.";
  return withNearest(ctx, wish, refuse("slotTaken", words));
}

/** The same for seats of a class, of which `free` are left. */
export function refuseSeats(ctx: TenantContext, wish: Wish, free: number): Promise<Refused<"slotTaken">> {
  const left = free === 1 ? "Only 1 seat is left." : `Only ${free} seats are left.`;
  const words = free > 0 ? left : "The last seats have just been taken. Please choose another date.";
  return withNearest(ctx, wish, refuse("slotTaken", words, { seatsLeft: Math.max(free, 0) }));
}

/**
 * What availability refused, in its words and with its reason (`details.because`), and with the nearest free times where
 * it is about the time.
 */
export async function refuseOffer<R extends OfferRefusals>(
  ctx: TenantContext,
  wish: Wish,
  refused: Refused<R>,
): Promise<Refused<R>> {
  return refused.reason === "notFound" ? refused : withNearest(ctx, wish, refused);
}

async function withNearest<R extends OfferRefusals>(
  ctx: TenantContext,
  wish: Wish,
  { reason, message, details }: Refused<R>,
): Promise<Refused<R>> {
  return refuse(reason, message, { ...details, nearest: await findNearby(ctx, wish) });
}
