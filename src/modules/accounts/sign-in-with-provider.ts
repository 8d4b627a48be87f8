import type { PlatformContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { ensureLogin } from "./ensure-login.ts";
import { loginName } from "./rules/login-name.ts";
import { loginEmail, type ProvenLogin } from "./schema.ts";

export type SignInWithProviderInput = {
  verifiedEmail: string;
  name?: string | null;
  /** Whether somebody without a login gets one: who comes from the sign-up page does, nobody else. */
  makesLogin: boolean;
};

/** Proves a login by an e-mail address that a provider (Google) vouches for (A2, row O). */
export async function signInWithProvider(
  ctx: PlatformContext,
  input: SignInWithProviderInput,
): Promise<Result<ProvenLogin, "notFound">> {
  const email = loginEmail.parse(input.verifiedEmail);
  if (input.makesLogin && env.SIGN_UP === "open")
    await ensureLogin(ctx, { email, name: loginName(input.name, email) });
  const user = await ctx.db.user.findFirst({ where: { email, disabledAt: null }, select: { id: true } });
  if (!user) return refuse("notFound", "There is no login with this e-mail address.");
  return ok({ userId: user.id });
}
