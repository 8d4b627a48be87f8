import { platformQuery, withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type Refused, type Result, refuse } from "#kernel/result.ts";
import { countAttempt, forgiveAttempts, tooMany } from "./attempts.ts";
import { type Credential, credentialOfUser, storePasswordHash } from "./credentials.ts";
import { HashingBusyError, hashPassword, passwordMatches } from "./password-hash.ts";
import { revokeOtherSessions } from "./revoke-other-sessions.ts";
import { isFreshSignIn } from "./rules/session-life.ts";
import type { ChangePasswordInput } from "./schema.ts";

type Outcome = Result<{ revoked: number }, "invalid" | "notFound" | "rateLimited">;

/**
 * Sets a login's password and signs it out in every other browser (row O). Whoever has a password proves that they
 * know it, a browser left open must not be enough; having signed in within the last 10 minutes counts as proof too, so
 * that a forgotten password can be replaced after signing in by a link. Guesses count as failed sign-ins do.
 */
export async function changePassword(
  input: ChangePasswordInput,
  clock: Clock = systemClock,
): Promise<Outcome> {
  const credential = await credentialOfUser(input.userId);
  if (!credential || credential.disabled) return refuse("notFound", "This login does not exist any more.");
  try {
    const refused = await proveOwner(credential, input, clock);
    if (refused) return refused;
    const hash = await hashPassword(input.newPassword);
    return await withPlatform(async (ctx) => {
      await storePasswordHash(ctx, input.userId, hash);
      return revokeOtherSessions(ctx, input);
    }, clock);
  } catch (error) {
    if (error instanceof HashingBusyError) return tooMany(60);
    throw error;
  }
}

async function proveOwner(
  credential: Credential,
  input: ChangePasswordInput,
  clock: Clock,
): Promise<Refused<"invalid" | "rateLimited"> | null> {
  const { email, userId, passwordHash } = credential;
  if (passwordHash === null) return null;
  if (!input.currentPassword) return proveFreshness(input, clock);
  const refused = await countAttempt("password", email, userId);
  if (refused) return refused;
  if (!(await passwordMatches(passwordHash, input.currentPassword))) {
    return refuse("invalid", "The current password is wrong.", { field: "currentPassword" });
  }
  await forgiveAttempts("password", email, userId);
  return null;
}

async function proveFreshness(input: ChangePasswordInput, clock: Clock): Promise<Refused<"invalid"> | null> {
  const rows = await platformQuery<{ created_at: Date }>(
    "SELECT created_at FROM login_session WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL",
    [input.sessionId, input.userId],
    "session_start",
  );
  const startedAt = rows[0]?.created_at.getTime();
  if (startedAt !== undefined && isFreshSignIn(startedAt, clock.now())) return null;
  const words =
    "Enter your current password. If you forgot it, sign in by a link and change it within 10 minutes.";
  return refuse("invalid", words, { field: "currentPassword" });
}
