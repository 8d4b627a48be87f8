import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { firstRecoveryCodes } from "./recovery-codes.ts";
import type { FactorAdded } from "./schema.ts";
import { tellOwner } from "./tell-owner.ts";
import { confirmTotpSecret } from "./totp-secrets.ts";

/** Turns the authenticator app on, by the first code that it shows (row O). */
export async function confirmTotp(
  ctx: PlatformContext,
  input: { userId: string; code: string },
): Promise<Result<FactorAdded, "invalid">> {
  const { userId } = input;
  if (!(await confirmTotpSecret(ctx, userId, input.code.replaceAll(/\s/g, "")))) {
    const words =
      "This code is not right. Enter the one that the app shows now; codes change every 30 seconds.";
    return refuse("invalid", words, { field: "code" });
  }
  await tellOwner(ctx, userId, "totpAdded");
  return ok({ recoveryCodes: await firstRecoveryCodes(ctx, userId) });
}
