/** Days for which a browser stays signed in, counted from the sign-in (row O). */
export const sessionDays = 30;

/** The instant at which a session that starts at `now` (epoch ms) ends. */
export function sessionExpiry(now: number): Date {
  return new Date(now + sessionDays * 24 * 60 * 60 * 1000);
}
