import { verifyRegistrationResponse, type WebAuthnCredential } from "@simplewebauthn/server";
import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { takeChallenge } from "./challenges.ts";
import type { AddPasskeyInput } from "./passkey-schema.ts";
import { firstRecoveryCodes } from "./recovery-codes.ts";
import { keyAlgorithms, relyingParty } from "./relying-party.ts";
import type { FactorAdded } from "./schema.ts";
import { tellOwner } from "./tell-owner.ts";

/** Keeps the passkey that the browser has made for `beginPasskey` (row O). */
export async function addPasskey(
  ctx: PlatformContext,
  input: AddPasskeyInput & { userId: string },
): Promise<Result<FactorAdded, "invalid" | "inUse">> {
  const { userId, name, ceremony, response } = input;
  const challenge = await takeChallenge(ctx, "passkey_registration", ceremony);
  const made = challenge?.userId === userId ? await verified(challenge.data.passkey, response) : undefined;
  if (!made) return refuse("invalid", "The passkey was not made, or took longer than 10 minutes. Try again.");
  const taken = await ctx.db.passkey.findFirst({ where: { id: made.id }, select: { id: true } });
  if (taken) return refuse("inUse", "This passkey is known already.");
  const { id, publicKey, counter, transports = [] } = made;
  await ctx.db.passkey.create({
    data: { id, userId, publicKey, counter, transports, name, createdAt: new Date(ctx.clock.now()) },
    select: { id: true },
  });
  await tellOwner(ctx, userId, "passkeyAdded");
  return ok({ recoveryCodes: await firstRecoveryCodes(ctx, userId) });
}

/** What does not fit the challenge, our name or our address makes the library throw. */
async function verified(
  challenge: string,
  response: AddPasskeyInput["response"],
): Promise<WebAuthnCredential | undefined> {
  const { id, origin } = relyingParty();
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: keyAlgorithms,
    });
    return registrationInfo?.credential;
  } catch {
    return undefined;
  }
}
