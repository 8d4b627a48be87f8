import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { tooMany } from "./attempts.ts";
import { credentialOfUser, storePasswordHash } from "./credentials.ts";
import { HashingBusyError, hashPassword } from "./password-hash.ts";
import { proveCredential } from "./prove-identity.ts";
import { revokeOtherSessions } from "./revoke-other-sessions.ts";
import type { ChangePasswordInput } from "./schema.ts";
import { tellOwner } from "./tell-owner.ts";

type Outcome = Result<{ revoked: number }, "invalid" | "notFound" | "rateLimited">;

/**
 * Sets a login's password and signs it out in every other browser (row O). Whoever has a password proves that they
 * know it, a browser left open must not be enough; having signed in within the last 10 minutes counts as proof too, so
 * that a forgotten password can be replaced, and a first one be set, after signing in by a link. Guesses count as failed sign-ins do.
 */
export async function changePassword(
  input: ChangePasswordInput,
  clock: Clock = systemClock,
): Promise<Outcome> {
  const credential = await credentialOfUser(input.userId);
  if (!credential || credential.disabled) return refuse("notFound", "This login does not exist any more.");
  try {
    const refused = await proveCredential(credential, input, clock);
    if (refused) return refused;
    const hash = await hashPassword(input.newPassword);
    return await withPlatform(async (ctx) => {
      await storePasswordHash(ctx, input.userId, hash);
      await tellOwner(ctx, input.userId, "passwordChanged");
      return revokeOtherSessions(ctx, input);
    }, clock);
  } catch (error) {
    if (error instanceof HashingBusyError) return tooMany(60);
    throw error;
  }
}
