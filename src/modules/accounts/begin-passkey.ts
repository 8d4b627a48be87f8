import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result } from "#kernel/result.ts";
import { openChallenge } from "./challenges.ts";
import { proveIdentity } from "./prove-identity.ts";
import { keyAlgorithms, relyingParty } from "./relying-party.ts";
import type { Proven } from "./schema.ts";

/** What the browser needs to make a passkey; `ceremony` goes back to `addPasskey` with the answer. */
export type NewPasskey = {
  ceremony: string;
  options: Omit<PublicKeyCredentialCreationOptionsJSON, "extensions">;
};

/** Begins making a passkey: one that names its login itself, and asks for a finger, a face or a PIN (row O). */
export async function beginPasskey(
  input: Proven & { email: string; name: string },
  clock: Clock = systemClock,
): Promise<Result<NewPasskey, "invalid" | "notFound" | "rateLimited">> {
  const refused = await proveIdentity(input, clock);
  if (refused) return refused;
  const { userId } = input;
  const { id: rpID, name: rpName } = relyingParty();
  return withPlatform(async (ctx) => {
    const known = await ctx.db.passkey.findMany({
      where: { userId },
      select: { id: true, transports: true },
    });
    const { extensions: _, ...options } = await generateRegistrationOptions({
      rpID,
      rpName,
      userName: input.email,
      userDisplayName: input.name,
      userID: new TextEncoder().encode(userId),
      attestationType: "none",
      supportedAlgorithmIDs: keyAlgorithms,
      excludeCredentials: known,
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const data = { passkey: options.challenge };
    return ok({ ceremony: await openChallenge(ctx, "passkey_registration", { userId, data }), options });
  }, clock);
}
