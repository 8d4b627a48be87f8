import { appendPlatformEvent } from "#database/platform-events.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminContext } from "./platform-context.ts";
import type { LoginId } from "./schema.ts";

/** Lets somebody sign in again whose login was disabled (A8). */
export async function enableLogin(
  ctx: AdminContext,
  { userId }: LoginId,
): Promise<Result<{ enabled: true }, "notFound">> {
  const { count } = await ctx.db.user.updateMany({
    where: { id: userId, disabledAt: { not: null } },
    data: { disabledAt: null },
  });
  if (count === 0) return refuse("notFound", "There is no such login that is disabled.");
  const done = { type: "login.enabled", subjectType: "login", subjectId: userId };
  await appendPlatformEvent(ctx, ctx.actor, done);
  return ok({ enabled: true });
}
