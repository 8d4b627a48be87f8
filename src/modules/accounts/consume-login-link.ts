import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { consumeLoginToken } from "./login-tokens.ts";
import type { ConsumeLoginLinkInput, ProvenLogin } from "./schema.ts";

/** Proves a login by a link from an e-mail, once and within its 10 minutes (row O). */
export async function consumeLoginLink(
  ctx: PlatformContext,
  input: ConsumeLoginLinkInput,
): Promise<Result<ProvenLogin, "notFound">> {
  const email = await consumeLoginToken(ctx, input.token, "sign_in");
  const user = email
    ? await ctx.db.user.findFirst({ where: { email, disabledAt: null }, select: { id: true } })
    : null;
  if (!user) {
    return refuse("notFound", "This link was used already or is older than 10 minutes. Ask for a new one.");
  }
  return ok({ userId: user.id });
}
