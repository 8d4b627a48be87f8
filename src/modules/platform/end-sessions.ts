import type { AdminContext } from "./platform-context.ts";

/** Ends every session of a login; returns how many there were. */
export async function endSessions(ctx: AdminContext, userId: string): Promise<number> {
  const { count } = await ctx.db.loginSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date(ctx.clock.now()) },
  });
  return count;
}
