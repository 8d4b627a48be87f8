import type { PlatformContext } from "#database/tenant-context.ts";
import type { SessionView } from "./schema.ts";

/** The browsers in which a login is signed in, newest first (row O). */
export async function listSessions(
  ctx: PlatformContext,
  input: { userId: string; sessionId: string },
): Promise<SessionView[]> {
  const rows = await ctx.db.loginSession.findMany({
    where: { userId: input.userId, revokedAt: null, expiresAt: { gt: new Date(ctx.clock.now()) } },
    orderBy: { createdAt: "desc" },
    select: { id: true, label: true, createdAt: true, expiresAt: true },
  });
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    signedInAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === input.sessionId,
  }));
}
