import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { ensureLogin } from "./ensure-login.ts";
import { consumeLoginToken } from "./login-tokens.ts";
import { loginName } from "./rules/login-name.ts";
import type { ConfirmSignUpInput, ProvenLogin } from "./schema.ts";

/**
 * Makes a login for the address that a sign-up link was sent to, once and within its 10 minutes (A2), and proves it.
 * Whoever got a login meanwhile has proven that one.
 */
export async function confirmSignUp(
  ctx: PlatformContext,
  input: ConfirmSignUpInput,
): Promise<Result<ProvenLogin, "notFound">> {
  const email = await consumeLoginToken(ctx, input.token, "sign_up");
  if (!email)
    return refuse("notFound", "This link was used already or is older than 10 minutes. Ask for a new one.");
  const { userId } = await ensureLogin(ctx, { email, name: loginName(input.name, email) });
  return ok({ userId });
}
