import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { countAttempt, forgiveAttempts, tooMany } from "./attempts.ts";
import { credentialOfEmail } from "./credentials.ts";
import { openSession } from "./open-session.ts";
import { HashingBusyError, passwordMatches } from "./password-hash.ts";
import type { SignedIn, SignInInput } from "./schema.ts";

/**
 * Signs in by e-mail and password (row O). Answer and time are the same whether the e-mail is unknown or the password
 * wrong. No transaction is open while the password is hashed.
 */
export async function signIn(
  input: SignInInput,
  clock: Clock = systemClock,
): Promise<Result<SignedIn, "invalid" | "rateLimited">> {
  const { email, password, visitor } = input;
  const refused = await countAttempt("password", email, visitor.address);
  if (refused) return refused;

  const credential = await credentialOfEmail(email);
  const matches = await checked(credential?.passwordHash ?? null, password);
  if (matches === "busy") return tooMany(60);
  if (!credential || !matches || credential.disabled) {
    return refuse("invalid", "E-mail or password is wrong.");
  }

  await forgiveAttempts("password", email, visitor.address);
  const { userId, name } = credential;
  const sessionId = await withPlatform((ctx) => openSession(ctx, userId, visitor.userAgent), clock);
  return ok({ userId, sessionId, email, name });
}

async function checked(stored: string | null, password: string): Promise<boolean | "busy"> {
  try {
    return await passwordMatches(stored, password);
  } catch (error) {
    if (error instanceof HashingBusyError) return "busy";
    throw error;
  }
}
