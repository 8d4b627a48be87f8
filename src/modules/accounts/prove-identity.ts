import { platformQuery } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { countAttempt, forgiveAttempt, tooMany } from "./attempts.ts";
import { type Credential, credentialOfUser } from "./credentials.ts";
import { HashingBusyError, passwordMatches } from "./password-hash.ts";
import { isFreshSignIn } from "./rules/session-life.ts";

export type Proof = {
  userId: string;
  /** The browser that asks. */
  sessionId: string;
  /** Not needed in the first minutes after signing in. */
  currentPassword?: string | undefined;
};

type Reason = "invalid" | "notFound" | "rateLimited";

/**
 * Null when whoever asks has shown again that the login is theirs, else the refusal for a verb to return: a browser left
 * open must not be enough for what cannot be taken back (row O). They know the password, or signed in within the last
 * 10 minutes. Guesses count as failed sign-ins do. Runs outside a business's transaction: hashing takes its time.
 */
export async function proveIdentity(
  proof: Proof,
  clock: Clock = systemClock,
): Promise<Refused<Reason> | null> {
  const credential = await credentialOfUser(proof.userId);
  if (!credential || credential.disabled) return refuse("notFound", "This login does not exist any more.");
  return proveCredential(credential, proof, clock);
}

/** As `proveIdentity`, for a credential that was read before. */
export async function proveCredential(
  { email, userId, passwordHash }: Credential,
  proof: Proof,
  clock: Clock,
): Promise<Refused<"invalid" | "rateLimited"> | null> {
  if (passwordHash === null || !proof.currentPassword)
    return proveFreshness(proof, clock, passwordHash !== null);
  // The login's own session is a budget of its own: neither do guesses from elsewhere count here, nor these there. One that
  // a website builder opened, as often as it likes, guesses as strangers do.
  const isOwn = (await startOfOwn(proof)) !== undefined;
  const attempt = { account: email, address: userId, device: isOwn ? proof.sessionId : null };
  const refused = await countAttempt("password", attempt);
  if (refused) return refused;
  const matches = await checked(passwordHash, proof.currentPassword);
  if (matches === "busy") return tooMany(60);
  if (!matches) {
    return refuse("invalid", "The current password is wrong.", { field: "currentPassword" });
  }
  await forgiveAttempt("password", attempt);
  return null;
}

async function checked(stored: string, password: string): Promise<boolean | "busy"> {
  try {
    return await passwordMatches(stored, password, { known: true });
  } catch (error) {
    if (error instanceof HashingBusyError) return "busy";
    throw error;
  }
}

async function proveFreshness(
  proof: Proof,
  clock: Clock,
  hasPassword: boolean,
): Promise<Refused<"invalid"> | null> {
  const startedAt = await startOfOwn(proof);
  if (startedAt !== undefined && isFreshSignIn(startedAt, clock.now())) return null;
  const words = hasPassword
    ? "Enter your current password. If you forgot it, sign in by a link and try again within 10 minutes."
    : "You signed in more than 10 minutes ago. Sign in again, and come back here within 10 minutes.";
  return refuse("invalid", words, { field: "currentPassword" });
}

/** When the login itself opened the session (epoch ms): what a website builder opened proves nothing about the login. */
async function startOfOwn({ sessionId, userId }: Proof): Promise<number | undefined> {
  const rows = await platformQuery<{ created_at: Date }>(
    `SELECT created_at FROM login_session
     WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL AND only_tenant_id IS NULL`,
    [sessionId, userId],
    "session_start",
  );
  return rows[0]?.created_at.getTime();
}
