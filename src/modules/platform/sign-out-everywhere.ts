import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { endSessions } from "./end-sessions.ts";
import type { AdminContext } from "./platform-context.ts";
import type { LoginId } from "./schema.ts";

/** Signs somebody out in every browser, the one of the admin included when it is their own login (A8). */
export async function signOutEverywhere(
  ctx: AdminContext,
  { userId }: LoginId,
): Promise<Result<{ revoked: number }, "notFound">> {
  const login = await ctx.db.user.findFirst({ where: { id: userId }, select: { id: true } });
  if (!login) return refuse("notFound", "There is no such login.");
  const revoked = await endSessions(ctx, userId);
  const done = { type: "login.signedOut", subjectType: "login", subjectId: userId, payload: { revoked } };
  await appendPlatformEvent(ctx, ctx.actor, done);
  return ok({ revoked });
}
