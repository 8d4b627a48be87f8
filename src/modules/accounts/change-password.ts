import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { countAttempt, forgiveAttempts } from "./attempts.ts";
import { type Credential, credentialOfUser, storePasswordHash } from "./credentials.ts";
import { hashPassword, passwordMatches } from "./password-hash.ts";
import { revokeOtherSessions } from "./revoke-other-sessions.ts";
import type { ChangePasswordInput } from "./schema.ts";

/**
 * Sets a login's password and signs it out in every other browser (row O). Whoever has a password proves that they
 * know it: a browser left open must not be enough. Guesses count as failed sign-ins do.
 */
export async function changePassword(
  input: ChangePasswordInput,
  clock: Clock = systemClock,
): Promise<Result<{ revoked: number }, "invalid" | "notFound" | "rateLimited">> {
  const credential = await credentialOfUser(input.userId);
  if (!credential || credential.disabled) return refuse("notFound", "This login does not exist any more.");
  if (credential.passwordHash !== null) {
    const refused = await proveCurrent(credential, input.currentPassword ?? "");
    if (refused) return refused;
  }
  const hash = await hashPassword(input.newPassword);
  return withPlatform(async (ctx) => {
    await storePasswordHash(ctx, input.userId, hash);
    return revokeOtherSessions(ctx, input);
  }, clock);
}

async function proveCurrent(credential: Credential, password: string) {
  const { email, userId, passwordHash } = credential;
  const refused = await countAttempt("password", email, userId);
  if (refused) return refused;
  if (!(await passwordMatches(passwordHash, password))) {
    return refuse("invalid", "The current password is wrong.", { field: "currentPassword" });
  }
  await forgiveAttempts("password", email, userId);
  return null;
}
