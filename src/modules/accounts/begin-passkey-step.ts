import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { readChallenge } from "./challenges.ts";
import { relyingParty } from "./relying-party.ts";
import { hashLoginToken } from "./rules/login-token.ts";

/** What the browser needs to answer the second step of a sign-in by one of the login's passkeys (row O). */
export async function beginPasskeyStep(
  ctx: PlatformContext,
  { challengeToken }: { challengeToken: string },
): Promise<Result<{ options: PublicKeyCredentialRequestOptionsJSON }, "notFound">> {
  const challenge = await readChallenge(ctx, "second_factor", challengeToken);
  const userId = challenge?.userId;
  if (!userId) return refuse("notFound", "This sign-in took longer than 10 minutes. Sign in again.");
  const allowCredentials = await ctx.db.passkey.findMany({
    where: { userId },
    select: { id: true, transports: true },
  });
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: "required",
    allowCredentials,
  });
  await ctx.sql(
    "UPDATE login_challenge SET data = jsonb_set(data, '{passkey}', to_jsonb($2::text)) WHERE token_hash = $1",
    [hashLoginToken(challengeToken), options.challenge],
  );
  return ok({ options });
}
