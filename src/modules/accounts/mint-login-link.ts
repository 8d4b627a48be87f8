import type { PlatformContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { loginLinkMinutes, newLoginToken } from "./rules/login-token.ts";
import { loginEmail } from "./schema.ts";

/** What the letter needs: the address of the page that signs in, and for how many minutes it does. */
export type LoginLink = { email: string; url: string; minutes: number };

/**
 * Makes a single-use link for an e-mail address with a login (row O); called by the job `send-login-link`, which sends
 * it. Only the token's hash is stored. `notFound` for addresses without a login: nothing is to be sent.
 */
export async function mintLoginLink(
  ctx: PlatformContext,
  input: { email: string },
): Promise<Result<LoginLink, "notFound">> {
  const email = loginEmail.parse(input.email);
  const user = await ctx.db.user.findFirst({ where: { email, disabledAt: null }, select: { id: true } });
  if (!user) return refuse("notFound", "There is no login with this e-mail address.");

  const now = ctx.clock.now();
  await ctx.db.loginToken.deleteMany({ where: { email, expiresAt: { lte: new Date(now) } } });
  const { token, tokenHash } = newLoginToken();
  const expiresAt = new Date(now + loginLinkMinutes * 60_000);
  await ctx.db.loginToken.create({ data: { tokenHash, email, createdAt: new Date(now), expiresAt } });
  return ok({ email, url: `${env.APP_URL}/sign-in/link?token=${token}`, minutes: loginLinkMinutes });
}
