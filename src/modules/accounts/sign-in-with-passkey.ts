import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { takeChallenge } from "./challenges.ts";
import { openSession } from "./open-session.ts";
import type { PasskeyAnswer } from "./passkey-schema.ts";
import { provePasskey } from "./prove-passkey.ts";
import type { Entry, Visitor } from "./schema.ts";

export type SignInWithPasskeyInput = {
  ceremony: string;
  answer: PasskeyAnswer;
  visitor: Visitor;
  previousSessionId: string | null;
};

/** Signs in by a passkey alone, which is both factors (row O). */
export async function signInWithPasskey(
  ctx: PlatformContext,
  { ceremony, answer, visitor, previousSessionId }: SignInWithPasskeyInput,
): Promise<Result<Extract<Entry, { kind: "entered" }>, "invalid">> {
  const challenge = await takeChallenge(ctx, "passkey_sign_in", ceremony);
  const proven = challenge && (await provePasskey(ctx, { answer, challenge: challenge.data.passkey }));
  if (!proven) return refuse("invalid", "This passkey does not sign in here. It may have been removed.");
  return ok(await openSession(ctx, { userId: proven.userId, visitor, previousSessionId }));
}
