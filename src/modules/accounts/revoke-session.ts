import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** Signs one browser out (row O). `notFound` for a session that is over, or another login's. */
export async function revokeSession(
  ctx: PlatformContext,
  input: { userId: string; sessionId: string },
): Promise<Result<{ revoked: number }, "notFound">> {
  const { count } = await ctx.db.loginSession.updateMany({
    where: { id: input.sessionId, userId: input.userId, revokedAt: null },
    data: { revokedAt: new Date(ctx.clock.now()) },
  });
  return count === 0 ? refuse("notFound", "This browser is signed out already.") : ok({ revoked: count });
}
