import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { storePasswordHash } from "#modules/accounts/credentials.ts";
import { openSession } from "#modules/accounts/open-session.ts";
import { hashPassword } from "#modules/accounts/password-hash.ts";
import type { Visitor } from "#modules/accounts/schema.ts";

/** A login of its own for a test, with a password unless `password` is null. */
export async function aLogin({ password = "correct horse battery" as string | null, disabled = false } = {}) {
  const id = newId();
  const email = `login-${id}@example.com`;
  const hash = password === null ? null : await hashPassword(password);
  await withPlatform(async (ctx) => {
    const disabledAt = disabled ? new Date(ctx.clock.now()) : null;
    await ctx.db.user.create({ data: { id, email, name: "Ada", disabledAt } });
    if (hash !== null) await storePasswordHash(ctx, id, hash);
  });
  return { userId: id, email, password: password ?? "" };
}

/** A visitor from an address of its own, so that tests do not use up each other's attempts. */
export function aVisitor(): Visitor {
  return { address: `address-${newId()}`, userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" };
}

/** A browser in which a login is signed in; returns the session's id. */
export async function aSession({ userId }: { userId: string }, clock: Clock = systemClock): Promise<string> {
  const input = { userId, visitor: aVisitor(), previousSessionId: null };
  return (await withPlatform((ctx) => openSession(ctx, input), clock)).sessionId;
}
