import type { PlatformContext } from "#database/tenant-context.ts";
import { readChallenge } from "./challenges.ts";
import { passkeysAvailable } from "./relying-party.ts";
import { secondFactorsOf } from "./second-factors.ts";

/** What a sign-in that waits for its second factor can be answered with. */
export type SecondStep = { totp: boolean; passkey: boolean };

/** What to ask for at the second step of a sign-in; null when none is waiting (row O). */
export async function readSecondStep(
  ctx: PlatformContext,
  { challengeToken }: { challengeToken: string },
): Promise<SecondStep | null> {
  const challenge = await readChallenge(ctx, "second_factor", challengeToken);
  if (!challenge?.userId) return null;
  const { totp, passkeys } = await secondFactorsOf(ctx, challenge.userId);
  return { totp, passkey: passkeys > 0 && passkeysAvailable() };
}
