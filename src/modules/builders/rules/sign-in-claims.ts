/** Longest life of a sign-in token: it travels in an address, through a history and logs (A1). */
export const longestTokenMinutes = 10;

/** Seconds by which a builder's clock may differ from ours. */
export const clockToleranceSeconds = 30;

/** What a sign-in token says; each claim is required. Instants are seconds since 1970. */
export type SignInClaims = {
  /** The hint of the key whose secret signed it. */
  issuer: string;
  /** The e-mail address of the user. */
  email: string;
  /** The business, by the builder's own reference. */
  business: string;
  tokenId: string;
  issuedAt: number;
  expiresAt: number;
};

type Payload = { [claim: string]: unknown };

/** The claims of a verified token, or null when one is missing, of the wrong kind, or the token lives too long. */
export function signInClaims(payload: Payload): SignInClaims | null {
  const { iss, sub, business, jti, iat, exp } = payload;
  if (!isWord(iss, 20) || !isWord(sub, 254) || !isWord(business, 200) || !isWord(jti, 200)) return null;
  if (typeof iat !== "number" || typeof exp !== "number") return null;
  const seconds = exp - iat;
  if (seconds <= 0 || seconds > longestTokenMinutes * 60) return null;
  const email = sub.trim().toLowerCase();
  return { issuer: iss, email, business, tokenId: jti, issuedAt: iat, expiresAt: exp };
}

function isWord(value: unknown, maximum: number): value is string {
  return typeof value === "string" && value !== "" && value.length <= maximum;
}
