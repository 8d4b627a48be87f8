import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { endSessions } from "./end-sessions.ts";
import type { AdminContext } from "./platform-context.ts";
import type { LoginId } from "./schema.ts";

/** Keeps somebody from signing in, and signs them out everywhere, at once (A8). What they did stays. */
export async function disableLogin(
  ctx: AdminContext,
  { userId }: LoginId,
): Promise<Result<{ revoked: number }, "notFound" | "wrongState">> {
  const admin = await ctx.db.platformAdmin.findFirst({ where: { userId }, select: { userId: true } });
  if (admin) {
    return refuse("wrongState", "This is a platform admin: take that away with npm run admin first.");
  }
  const { count } = await ctx.db.user.updateMany({
    where: { id: userId, disabledAt: null },
    data: { disabledAt: new Date(ctx.clock.now()) },
  });
  if (count === 0) return refuse("notFound", "There is no such login that could be disabled.");
  const revoked = await endSessions(ctx, userId);
  const done = { type: "login.disabled", subjectType: "login", subjectId: userId, payload: { revoked } };
  await appendPlatformEvent(ctx, ctx.actor, done);
  return ok({ revoked });
}
