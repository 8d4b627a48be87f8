import type { PlatformContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { mayMailLink } from "./rules/link-mails.ts";
import { loginLinkMinutes, newLoginToken } from "./rules/login-token.ts";
import { type LinkPurpose, loginEmail } from "./schema.ts";

/** What the letter needs: what it says, the address of the page that it opens, and for how many minutes it works. */
export type LoginLink = {
  email: string;
  /** `alreadyHere`: asked for on the sign-up page, by somebody who has a login. */
  kind: "signIn" | "signUp" | "alreadyHere";
  url: string;
  minutes: number;
};

export type MintLoginLinkInput = {
  email: string;
  purpose: LinkPurpose;
  /** The letter with the former link could not be sent: this one is in its place. */
  again?: boolean;
};

const hour = 60 * 60_000;

/**
 * Makes a single-use link for an e-mail address (A2, row O); called by the job `send-login-link`, which sends it. A login
 * gets one that signs in; an address without any gets one that makes a login, where it was asked for on the sign-up page.
 * Only the token's hash is stored, and earlier links stay good. `notFound`, when there is nothing to send;
 * `rateLimited`, when a link that was sent before is still good (see mayMailLink).
 */
export async function mintLoginLink(
  ctx: PlatformContext,
  input: MintLoginLinkInput,
): Promise<Result<LoginLink, "notFound" | "rateLimited">> {
  const email = loginEmail.parse(input.email);
  const user = await ctx.db.user.findFirst({ where: { email }, select: { disabledAt: true } });
  const isStranger = !user && (input.purpose === "sign_in" || env.SIGN_UP === "closed");
  if (user?.disabledAt || isStranger) {
    return refuse("notFound", "There is no login with this e-mail address.");
  }
  if (!(await isDue(ctx, email)) && !input.again)
    return refuse("rateLimited", "A link was sent a moment ago.");
  const token = await storeToken(ctx, email, user ? "sign_in" : "sign_up");
  const minutes = loginLinkMinutes;
  if (!user) return ok({ email, kind: "signUp", url: `${env.APP_URL}/sign-up/link?token=${token}`, minutes });
  const kind = input.purpose === "sign_up" ? "alreadyHere" : "signIn";
  return ok({ email, kind, url: `${env.APP_URL}/sign-in/link?token=${token}`, minutes });
}

/** Looks at what was mailed to the address in the past hour; of two jobs for one address, the second waits for the first. */
async function isDue({ db, sql, clock }: PlatformContext, email: string): Promise<boolean> {
  const now = clock.now();
  await sql("SELECT pg_advisory_xact_lock(hashtextextended('login-link:' || $1, 0))", [email]);
  const since = new Date(now - hour);
  await db.loginToken.deleteMany({ where: { createdAt: { lte: since } } });
  const rows = await db.loginToken.findMany({
    where: { email },
    select: { createdAt: true, consumedAt: true },
  });
  return mayMailLink(
    rows.map(({ createdAt, consumedAt }) => ({ sentAt: createdAt.getTime(), used: consumedAt !== null })),
    now,
  );
}

async function storeToken(ctx: PlatformContext, email: string, purpose: LinkPurpose): Promise<string> {
  const now = ctx.clock.now();
  const { token, tokenHash } = newLoginToken();
  const expiresAt = new Date(now + loginLinkMinutes * 60_000);
  await ctx.db.loginToken.create({
    data: { tokenHash, email, purpose, createdAt: new Date(now), expiresAt },
  });
  return token;
}
