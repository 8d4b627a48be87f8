import { generateSecret, generateURI, verifySync } from "otplib";

/** Seconds for which a code is shown; the one before and the one after count too, for clocks that are a little off. */
const period = 30;

/** A secret for an authenticator app, base32: 160 bits. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads from the picture: the secret, and what to call it. */
export function totpAddress(email: string, secret: string): string {
  return generateURI({ issuer: "Slotkeeper", label: email, secret });
}

/** The number of the 30 seconds that a code belongs to, or null when it is wrong (row O). */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  if (!isTotpCode(code)) return null;
  const epoch = Math.floor(now / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: period });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** Six digits; everything else that is entered is taken for a recovery code. */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
