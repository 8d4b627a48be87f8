import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { PlatformContext } from "#database/tenant-context.ts";
import type { PasskeyAnswer } from "./passkey-schema.ts";
import { relyingParty } from "./relying-party.ts";

/**
 * The login that a passkey proves, or null (row O). The passkey asked for a finger, a face or a PIN, so it is both
 * factors at once: something one has, unlocked by something one is or knows.
 */
export async function provePasskey(
  ctx: PlatformContext,
  { answer, challenge }: { answer: PasskeyAnswer; challenge: string },
): Promise<{ userId: string } | null> {
  const passkey = await ctx.db.passkey.findFirst({
    where: { id: answer.id, user: { disabledAt: null } },
    select: { id: true, userId: true, publicKey: true, counter: true },
  });
  if (!passkey) return null;
  const counter = await newCounter(answer, challenge, passkey);
  if (counter === null) return null;
  const lastUsedAt = new Date(ctx.clock.now());
  await ctx.db.passkey.updateMany({ where: { id: passkey.id }, data: { counter, lastUsedAt } });
  return { userId: passkey.userId };
}

type Known = { id: string; publicKey: Uint8Array<ArrayBuffer>; counter: bigint };

/** What does not fit the challenge, our name or our address, or was copied, makes the library throw. */
async function newCounter(answer: PasskeyAnswer, challenge: string, known: Known): Promise<number | null> {
  const { id, origin } = relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: { id: known.id, publicKey: known.publicKey, counter: Number(known.counter) },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
