import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { proveIdentity } from "./prove-identity.ts";
import { dropIdleRecoveryCodes } from "./recovery-codes.ts";
import type { Proven } from "./schema.ts";
import { tellOwner } from "./tell-owner.ts";

/** Takes a passkey off a login (row O). */
export async function removePasskey(
  input: Proven & { id: string },
  clock: Clock = systemClock,
): Promise<Result<{ removed: true }, "invalid" | "notFound" | "rateLimited">> {
  const refused = await proveIdentity(input, clock);
  if (refused) return refused;
  const { id, userId } = input;
  return withPlatform(async (ctx) => {
    const { count } = await ctx.db.passkey.deleteMany({ where: { id, userId } });
    if (count === 0) return refuse("notFound", "This passkey was removed already.");
    await dropIdleRecoveryCodes(ctx, userId);
    await tellOwner(ctx, userId, "passkeyRemoved");
    return ok({ removed: true });
  }, clock);
}
