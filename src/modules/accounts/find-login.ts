import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** The address of a login that is not closed, for what its owner is told. */
export async function findLogin(
  { db }: PlatformContext,
  { userId }: { userId: string },
): Promise<Result<{ email: string }, "notFound">> {
  const user = await db.user.findFirst({ where: { id: userId, disabledAt: null }, select: { email: true } });
  return user ? ok(user) : refuse("notFound", "This login does not exist any more.");
}
