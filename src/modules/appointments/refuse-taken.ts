import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { findNearby, type Wish } from "./find-nearby.ts";

/** The outcome of a lost race: said plainly, with the nearest free times in `details.nearest` (D3). */
export async function refuseTaken(ctx: TenantContext, wish: Wish): Promise<Refused<"slotTaken">> {
  const nearest = await findNearby(ctx, wish);
  return refuse("slotTaken", "Someone else has just taken this time. Please choose another one.", {
    nearest,
  });
}

/** The same for a time the business does not offer, with the rule that closes it as the message. */
export async function refuseNotOffered(
  ctx: TenantContext,
  wish: Wish,
  message: string,
): Promise<Refused<"notOffered">> {
  const nearest = await findNearby(ctx, wish);
  return refuse("notOffered", message, { nearest });
}
