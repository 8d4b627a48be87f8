import type { PlatformContext } from "#database/tenant-context.ts";
import { type Ok, ok } from "#kernel/result.ts";

/** Signs a login out everywhere, in the browser that asks too; none of them counts as known any more (row O). */
export async function revokeAllSessions(
  ctx: PlatformContext,
  { userId }: { userId: string },
): Promise<Ok<{ revoked: number }>> {
  const { count } = await ctx.db.loginSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date(ctx.clock.now()) },
  });
  await ctx.db.knownDevice.deleteMany({ where: { userId } });
  return ok({ revoked: count });
}
