import { type PlatformContext, platformQuery, withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { countAttempt, forgiveAttempt } from "./attempts.ts";
import { takeChallenge } from "./challenges.ts";
import { findKnownDevice } from "./known-devices.ts";
import { openSession } from "./open-session.ts";
import { spendRecoveryCode } from "./recovery-codes.ts";
import { hashLoginToken } from "./rules/login-token.ts";
import { isTotpCode } from "./rules/totp.ts";
import type { Passed, Visitor } from "./schema.ts";
import { spendTotpCode } from "./totp-secrets.ts";

export type SecondStepInput = { challengeToken: string; visitor: Visitor; previousSessionId: string | null };

/** After so many wrong answers the first factor has to be proven again. */
const triesOfChallenge = 10;

/** Counted apart from the answer, so that a refusal does not take the count back. */
const countTry = `
  UPDATE login_challenge c SET data = jsonb_set(c.data, '{tries}', to_jsonb((c.data ->> 'tries')::int + 1))
  FROM users u
  WHERE c.token_hash = $1 AND c.kind = 'second_factor' AND c.expires_at > $2
    AND (c.data ->> 'tries')::int < ${triesOfChallenge} AND u.id = c.user_id AND u.disabled_at IS NULL
  RETURNING u.id AS "userId", u.email`;

const signInAgain = "This sign-in took longer than 10 minutes, or too many tries. Sign in again.";
const wrongCode = "This code is not right, or was used already. Enter the one that the app shows now.";

/**
 * The second step of a sign-in: a code of the authenticator app, or a recovery code in its place (row O). Guesses of codes
 * are limited as those of passwords are; recovery codes are too long to guess, so no attacker uses up their attempts.
 */
export async function passSecondStep(
  { code, ...step }: SecondStepInput & { code: string },
  clock: Clock = systemClock,
): Promise<Result<Passed, "invalid" | "notFound" | "rateLimited">> {
  const asked = await platformQuery<{ userId: string; email: string }>(
    countTry,
    [hashLoginToken(step.challengeToken), new Date(clock.now())],
    "count_second_factor",
  );
  const login = asked[0];
  if (!login) return refuse("notFound", signInAgain);
  const entered = code.replaceAll(/\s/g, "");
  const { userId, email } = login;
  if (!isTotpCode(entered)) {
    return withPlatform(
      async (ctx) =>
        (await spendRecoveryCode(ctx, userId, entered))
          ? enter(ctx, step, userId)
          : refuse("invalid", wrongCode),
      clock,
    );
  }
  const device = await findKnownDevice(email, step.visitor.devices, clock);
  const attempt = { account: userId, address: step.visitor.address, device };
  const refused = await countAttempt("code", attempt);
  if (refused) return refused;
  const passed = await withPlatform(
    async (ctx) =>
      (await spendTotpCode(ctx, userId, entered)) ? enter(ctx, step, userId) : refuse("invalid", wrongCode),
    clock,
  );
  if (passed.ok) await forgiveAttempt("code", attempt);
  return passed;
}

/** Closes the waiting sign-in and opens the session that it waited for. */
export async function enter(
  ctx: PlatformContext,
  { challengeToken, visitor, previousSessionId }: SecondStepInput,
  userId: string,
): Promise<Result<Passed, "notFound">> {
  const challenge = await takeChallenge(ctx, "second_factor", challengeToken);
  if (challenge?.userId !== userId) return refuse("notFound", signInAgain);
  const { next, onlyTenantId } = challenge.data;
  const entry = await openSession(ctx, { userId, visitor, previousSessionId, onlyTenantId });
  return ok({ entry, next });
}
