import { createHash, randomBytes } from "node:crypto";

/** Minutes for which a link by e-mail signs in (row O). */
export const loginLinkMinutes = 10;

/** A token for one link: 256 random bits. Only its hash is kept. */
export function newLoginToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashLoginToken(token) };
}

/** SHA-256, hex: the token is random, so a slow hash would add nothing. */
export function hashLoginToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
