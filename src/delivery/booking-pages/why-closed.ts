import type { TenantContext } from "#database/tenant-context.ts";
import { isMonthFull } from "#modules/plans/bookings-this-month.ts";
import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";

/** Why customers cannot book at all: the business is suspended, or its plan's bookings of the month are made (A2). */
export type WhyClosed = "suspended" | "monthFull";

/** Null when they can; `ignoreHoldId` is the page's own hold, which stands for the booking it becomes. */
export async function whyClosed(
  ctx: TenantContext,
  business: ReadBusinessOutput,
  ignoreHoldId?: string,
): Promise<WhyClosed | null> {
  if (business.status !== "active") return "suspended";
  return (await isMonthFull(ctx, ignoreHoldId)) ? "monthFull" : null;
}

const openAgain = "You can still reach us as below. Appointments that are booked already stay as they are.";

/** What a closed business says of itself. */
export function closedInWords(why: WhyClosed): { heading: string; text: string } {
  if (why === "suspended") return { heading: "No online bookings at the moment", text: openAgain };
  const full = "This business cannot take more bookings this month.";
  return { heading: "No more bookings this month", text: `${full} ${openAgain}` };
}
