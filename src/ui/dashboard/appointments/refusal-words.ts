import type { NearbySlot } from "#modules/appointments/schema.ts";
import type { Failure } from "#ui/dashboard/data/trpc.ts";

/** Why a time was refused; where it is taken, with the nearest free ones. */
export function refusalWords(failure: Failure, timeWords: (instant: string) => string): string {
  if (failure.reason !== "slotTaken") return failure.message;
  const nearest = ((failure.details.nearest ?? []) as NearbySlot[])
    .slice(0, 3)
    .map(({ start }) => timeWords(start));
  const taken = "Another appointment, or the time kept free around it, is in the way.";
  return nearest.length > 0 ? `${taken} The nearest free times: ${nearest.join("; ")}.` : taken;
}
