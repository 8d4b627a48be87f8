/** Minutes for which a platform admin acts as a business, counted from the start; then it ends by itself (A8). */
export const actingMinutes = 60;

/** The instant at which acting that begins at `now` (epoch ms) ends. */
export function actingUntil(now: number): Date {
  return new Date(now + actingMinutes * 60_000);
}
