import { ok, type Result, refuse } from "#kernel/result.ts";
import { countAttempt, forgiveAttempt, tooMany } from "./attempts.ts";
import { credentialOfEmail } from "./credentials.ts";
import { findKnownDevice } from "./known-devices.ts";
import { HashingBusyError, passwordMatches } from "./password-hash.ts";
import type { ProvenLogin, SignInInput } from "./schema.ts";

/**
 * Proves a login by its password (row O). Answer, work and limits are the same whether the e-mail is unknown or the
 * password wrong. Guesses from elsewhere do not keep out the owner, who comes from a browser that is known. No
 * transaction is open while the password is hashed.
 */
export async function signIn(input: SignInInput): Promise<Result<ProvenLogin, "invalid" | "rateLimited">> {
  const { email, password, visitor } = input;
  const device = await findKnownDevice(email, visitor.devices);
  const attempt = { account: email, address: visitor.address, device };
  const refused = await countAttempt("password", attempt);
  if (refused) return refused;

  const credential = await credentialOfEmail(email);
  const matches = await checked(credential?.passwordHash ?? null, password, device !== null);
  if (matches === "busy") return tooMany(60);
  if (!credential || !matches || credential.disabled) {
    return refuse("invalid", "E-mail or password is wrong.");
  }
  await forgiveAttempt("password", attempt);
  return ok({ userId: credential.userId });
}

async function checked(stored: string | null, password: string, known: boolean): Promise<boolean | "busy"> {
  try {
    return await passwordMatches(stored, password, { known });
  } catch (error) {
    if (error instanceof HashingBusyError) return "busy";
    throw error;
  }
}
