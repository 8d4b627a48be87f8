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

/** Days after which a browser that did not sign in counts as a new one; no browser keeps a cookie for longer (row O). */
export const deviceDays = 400;

/** The instant before which a browser's last sign-in is too long ago for it to be known. */
export function knownSince(now: number): Date {
  return new Date(now - deviceDays * 24 * 60 * 60 * 1000);
}

/** Minutes for which a sign-in waits for its second factor, or for a passkey (row O). */
export const challengeMinutes = 10;
