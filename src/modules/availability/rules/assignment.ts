import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import type { ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Assignment, StaffMember } from "./bookables.ts";
import { spansOf } from "./find-starts.ts";

/** What the preference for a person at a start depends on; `clocks` are those of the place. */
export type Occasion = {
  readonly assignment: Assignment;
  readonly start: number;
  readonly clocks: ZoneOffsets;
};

/**
 * How much somebody already has, by the service's way to assign visits (C3): the lower, the sooner they get the next one.
 * Equals go in display order, and so do all where nothing but that order counts.
 */
export function burdenOf(member: StaffMember, occasion: Occasion): number {
  switch (occasion.assignment) {
    case "order":
      return 0;
    case "load":
      return minutesBooked(member, occasion);
    case "weight":
      return member.recentVisits / member.weight;
  }
}

/** Minutes of the claims that begin on the local date of the start. */
function minutesBooked({ claims }: StaffMember, { start, clocks }: Occasion): number {
  const dayOf = (instant: number) => Math.floor(wallOf(instant, clocks) / minutesPerDay);
  const day = dayOf(start);
  return spansOf(claims)
    .filter((claim) => dayOf(claim.start) === day)
    .reduce((minutes, claim) => minutes + claim.end - claim.start, 0);
}
