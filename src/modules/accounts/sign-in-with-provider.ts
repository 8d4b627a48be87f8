import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { openSession } from "./open-session.ts";
import { loginEmail, type SignedIn, type Visitor } from "./schema.ts";

/**
 * Signs in someone whose e-mail address a provider (Google) vouches for. Nobody gets a login by this: the address must
 * belong to one already.
 */
export async function signInWithProvider(
  ctx: PlatformContext,
  input: { verifiedEmail: string; visitor: Visitor },
): Promise<Result<SignedIn, "notFound">> {
  const email = loginEmail.parse(input.verifiedEmail);
  const user = await ctx.db.user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true },
  });
  if (!user) return refuse("notFound", "There is no login with this e-mail address.");
  const sessionId = await openSession(ctx, user.id, input.visitor.userAgent);
  return ok({ userId: user.id, sessionId, email, name: user.name });
}
