/** Days for which a browser stays signed in, counted from the sign-in (row O). */
export const sessionDays = 30;

/** The instant at which a session that starts at `now` (epoch ms) ends. */
export function sessionExpiry(now: number): Date {
  return new Date(now + sessionDays * 24 * 60 * 60 * 1000);
}

/** Minutes for which having signed in proves as much as the password does (row O). */
const freshMinutes = 10;

/** Whether a session that began at `startedAt` (epoch ms) is young enough to stand for the password. */
export function isFreshSignIn(startedAt: number, now: number): boolean {
  return now - startedAt < freshMinutes * 60_000;
}
