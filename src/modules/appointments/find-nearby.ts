import type { TenantContext } from "#database/tenant-context.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { instantText } from "./appointment-view.ts";
import { nearestTimes } from "./rules/nearest-times.ts";
import type { NearbySlot } from "./schema.ts";

const day = 86_400_000;
const daysBefore = 3;
const daysAfter = 14;
const howMany = 6;

/** What a customer wanted and cannot have. */
export type Wish = {
  serviceId: string;
  staffId?: string | undefined;
  locationId?: string | undefined;
  start: string;
  ignoreAppointmentId?: string;
};

/** The free times nearest to the one that is gone, from three days before to two weeks after (D3). */
export async function findNearby(ctx: TenantContext, wish: Wish): Promise<NearbySlot[]> {
  const at = Date.parse(wish.start);
  const found = await findSlots(ctx, {
    ...wish,
    from: instantText(new Date(at - daysBefore * day)),
    to: instantText(new Date(at + daysAfter * day)),
    audience: "customer",
  });
  return found.ok ? nearestTimes(found.value.slots, wish.start, howMany) : [];
}
