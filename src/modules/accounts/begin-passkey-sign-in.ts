import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result } from "#kernel/result.ts";
import { countAttempt } from "./attempts.ts";
import { openChallenge } from "./challenges.ts";
import { relyingParty } from "./relying-party.ts";
import type { Visitor } from "./schema.ts";

/** What the browser needs to use a passkey; `ceremony` finds the challenge again. */
export type PasskeyQuestion = { ceremony: string; options: PublicKeyCredentialRequestOptionsJSON };

/** Begins a sign-in by passkey alone: the passkey says whose it is, so nothing is asked before (row O). */
export async function beginPasskeySignIn(
  { visitor }: { visitor: Visitor },
  clock: Clock = systemClock,
): Promise<Result<PasskeyQuestion, "rateLimited">> {
  const refused = await countAttempt("passkey", { account: "", address: visitor.address, device: null });
  if (refused) return refused;
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: "required",
  });
  return withPlatform(async (ctx) => {
    const data = { passkey: options.challenge };
    return ok({ ceremony: await openChallenge(ctx, "passkey_sign_in", { userId: null, data }), options });
  }, clock);
}
