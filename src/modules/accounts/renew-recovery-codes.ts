import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { proveIdentity } from "./prove-identity.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import type { Proven } from "./schema.ts";
import { needsSecondFactor, secondFactorsOf } from "./second-factors.ts";
import { tellOwner } from "./tell-owner.ts";

/** Ten new recovery codes in place of the former ones, which stop working (row O). */
export async function renewRecoveryCodes(
  input: Proven,
  clock: Clock = systemClock,
): Promise<Result<{ recoveryCodes: string[] }, "invalid" | "notFound" | "rateLimited" | "wrongState">> {
  const refused = await proveIdentity(input, clock);
  if (refused) return refused;
  return withPlatform(async (ctx) => {
    if (!needsSecondFactor(await secondFactorsOf(ctx, input.userId))) {
      return refuse("wrongState", "Add an authenticator app or a passkey first.");
    }
    await tellOwner(ctx, input.userId, "recoveryCodesRenewed");
    return ok({ recoveryCodes: await replaceRecoveryCodes(ctx, input.userId) });
  }, clock);
}
