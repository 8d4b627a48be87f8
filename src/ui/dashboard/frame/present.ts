import { systemClock } from "#kernel/clock.ts";

/** The present as epoch minutes, for what shows the date or the time of day. */
export function presentMinute(): number {
  return Math.floor(systemClock.now() / 60_000);
}

/** Calls `changed` when a new minute may have begun. */
export function subscribeToMinutes(changed: () => void): () => void {
  const timer = setInterval(changed, 15_000);
  return () => clearInterval(timer);
}
