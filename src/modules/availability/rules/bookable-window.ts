import { minutesPerDay } from "#kernel/time/local-date.ts";
import { firstInstantOf, wallOf } from "#kernel/time/wall-time.ts";
import type { ZoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Window } from "./working-intervals.ts";

/** How soon (minutes) and how far ahead (days) customers may book (C2); null leaves it to the others. */
export type BookingLimits = { readonly noticeMin: number | null; readonly horizonDays: number | null };

export type StricterLimits = { readonly noticeMin: number; readonly horizonDays: number };

/** The service's limits, or the business's where the service has none; a staff member can only be stricter. */
export function stricterLimits(
  business: StricterLimits,
  service: BookingLimits,
  staff: BookingLimits,
): StricterLimits {
  return {
    noticeMin: Math.max(service.noticeMin ?? business.noticeMin, staff.noticeMin ?? 0),
    horizonDays: Math.min(
      service.horizonDays ?? business.horizonDays,
      staff.horizonDays ?? Number.POSITIVE_INFINITY,
    ),
  };
}

/**
 * When a visit may start if somebody books at `now` (epoch minutes, perhaps with a fraction): from the notice on,
 * until the end of the last local date of the horizon (today counts as day 0).
 */
export function bookableWindow(now: number, limits: StricterLimits, table: ZoneOffsets): Window {
  const today = Math.floor(wallOf(Math.floor(now), table) / minutesPerDay);
  return {
    from: Math.ceil(now + limits.noticeMin),
    until: firstInstantOf((today + limits.horizonDays + 1) * minutesPerDay, table),
  };
}
