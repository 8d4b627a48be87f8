import type { Bookables, Question } from "./bookables.ts";

/**
 * A suspended business, or one with no booking left of its plan's month, shows itself and takes no bookings. Its team is
 * not kept from anything here: how much it may book is asked where it books.
 */
export function takesBookings({ business }: Bookables, { audience }: Question): boolean {
  return (business.active && business.fullAt === null) || audience === "member";
}
