import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { proveIdentity } from "./prove-identity.ts";
import { dropIdleRecoveryCodes } from "./recovery-codes.ts";
import type { Proven } from "./schema.ts";
import { tellOwner } from "./tell-owner.ts";

/** Turns the authenticator app off (row O). */
export async function removeTotp(
  input: Proven,
  clock: Clock = systemClock,
): Promise<Result<{ removed: true }, "invalid" | "notFound" | "rateLimited">> {
  const refused = await proveIdentity(input, clock);
  if (refused) return refused;
  return withPlatform(async (ctx) => {
    const { count } = await ctx.db.totpSecret.deleteMany({ where: { userId: input.userId } });
    if (count === 0) return refuse("notFound", "There is no authenticator app.");
    await dropIdleRecoveryCodes(ctx, input.userId);
    await tellOwner(ctx, input.userId, "totpRemoved");
    return ok({ removed: true });
  }, clock);
}
