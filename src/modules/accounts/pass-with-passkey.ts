import type { PlatformContext } from "#database/tenant-context.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { readChallenge } from "./challenges.ts";
import { enter, type SecondStepInput } from "./pass-second-step.ts";
import type { PasskeyAnswer } from "./passkey-schema.ts";
import { provePasskey } from "./prove-passkey.ts";
import type { Passed } from "./schema.ts";

/** The second step of a sign-in, by a passkey of the same login (row O). */
export async function passWithPasskey(
  ctx: PlatformContext,
  { answer, ...step }: SecondStepInput & { answer: PasskeyAnswer },
): Promise<Result<Passed, "invalid" | "notFound">> {
  const challenge = await readChallenge(ctx, "second_factor", step.challengeToken);
  if (!challenge?.data.passkey)
    return refuse("notFound", "This sign-in took longer than 10 minutes. Sign in again.");
  const proven = await provePasskey(ctx, { answer, challenge: challenge.data.passkey });
  if (!proven || proven.userId !== challenge.userId) {
    return refuse("invalid", "This passkey is not one of this login.");
  }
  return enter(ctx, step, proven.userId);
}
