import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { openSession } from "./open-session.ts";
import { hashLoginToken } from "./rules/login-token.ts";
import type { ConsumeLoginLinkInput, SignedIn } from "./schema.ts";

/** One statement decides: of two who use the same link at once, one gets a row. */
const consumeToken = `
  UPDATE login_token SET consumed_at = $2
  WHERE token_hash = $1 AND consumed_at IS NULL AND expires_at > $2
  RETURNING email`;

/** Signs in by a link from an e-mail, once and within its 10 minutes (row O). */
export async function consumeLoginLink(
  ctx: PlatformContext,
  input: ConsumeLoginLinkInput,
): Promise<Result<SignedIn, "notFound">> {
  const now = new Date(ctx.clock.now());
  const rows = await ctx.sql<{ email: string }>(consumeToken, [hashLoginToken(input.token), now]);
  const email = rows[0]?.email;
  const user = email
    ? await ctx.db.user.findFirst({ where: { email, disabledAt: null }, select: { id: true, name: true } })
    : null;
  if (!email || !user) {
    return refuse("notFound", "This link was used already or is older than 10 minutes. Ask for a new one.");
  }
  const sessionId = await openSession(ctx, user.id, input.visitor.userAgent);
  return ok({ userId: user.id, sessionId, email, name: user.name });
}
