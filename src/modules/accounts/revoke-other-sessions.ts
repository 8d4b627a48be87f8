import type { PlatformContext } from "#database/tenant-context.ts";
import { type Ok, ok } from "#kernel/result.ts";

/** Signs a login out everywhere but in the browser that asks (row O). */
export async function revokeOtherSessions(
  ctx: PlatformContext,
  input: { userId: string; sessionId: string },
): Promise<Ok<{ revoked: number }>> {
  const { count } = await ctx.db.loginSession.updateMany({
    where: { userId: input.userId, revokedAt: null, id: { not: input.sessionId } },
    data: { revokedAt: new Date(ctx.clock.now()) },
  });
  return ok({ revoked: count });
}
