import type { Bookables, Question } from "./bookables.ts";

/** A suspended business shows itself and takes no bookings; its team still may. */
export function takesBookings({ business }: Bookables, { audience }: Question): boolean {
  return business.active || audience === "member";
}
