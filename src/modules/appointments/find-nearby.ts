import type { TenantContext } from "#database/tenant-context.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { instantText } from "./appointment-view.ts";
import type { Wish } from "./find-offer.ts";
import { nearestTimes } from "./rules/nearest-times.ts";
import type { NearbySlot } from "./schema.ts";

const day = 86_400_000;
const howMany = 6;

/** Days before and after the wanted time that are searched; the wider span only when the narrow one has too few. */
const spans = [
  { before: 1, after: 2 },
  { before: 3, after: 14 },
];

/** The free times nearest to the one that is gone, from three days before to two weeks after (D3). */
export async function findNearby(ctx: TenantContext, wish: Wish): Promise<NearbySlot[]> {
  const { start, sessionId: _session, ...question } = wish;
  const at = Date.parse(start);
  let nearest: NearbySlot[] = [];
  for (const { before, after } of spans) {
    const from = instantText(new Date(at - before * day));
    const to = instantText(new Date(at + after * day));
    const found = await findSlots(ctx, { ...question, from, to, audience: "customer" });
    if (!found.ok) return [];
    nearest = nearestTimes(found.value.slots, start, howMany);
    if (nearest.length === howMany) break;
  }
  return nearest;
}
