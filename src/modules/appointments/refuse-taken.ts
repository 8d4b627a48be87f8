import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { findNearby } from "./find-nearby.ts";
import type { OfferRefusals, Wish } from "./find-offer.ts";

/** The outcome of a lost race for seats of a class, of which `free` are left. */
export function refuseSeats(ctx: TenantContext, wish: Wish, free: number): Promise<Refused<"slotTaken">> {
  const left = free === 1 ? "Only 1 seat is left." : `Only ${free} seats are left.`;
  const words = free > 0 ? left : "The last seats have just been taken. Please choose another date.";
  const details = { because: "noSeats", seatsLeft: Math.max(free, 0) };
  return refuseOffer(ctx, wish, refuse("slotTaken", words, details));
}

/**
 * What availability refused, in its words and with its reason (`details.because`), and with the nearest free times where
 * it is about the time (D3).
 */
export async function refuseOffer<R extends OfferRefusals>(
  ctx: TenantContext,
  wish: Wish,
  refused: Refused<R>,
): Promise<Refused<R>> {
  const { reason, message, details } = refused;
  if (reason === "notFound") return refused;
  return refuse(reason, message, { ...details, nearest: await findNearby(ctx, wish) });
}
