import type { PlatformContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { browserLabel } from "./rules/browser-label.ts";
import { sessionExpiry } from "./rules/session-life.ts";

/** Remembers a browser that has just signed in; returns the id that its cookie will name. */
export async function openSession(
  ctx: PlatformContext,
  userId: string,
  userAgent: string | null,
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId();
  const session = {
    id,
    userId,
    label: browserLabel(userAgent),
    createdAt: new Date(now),
    expiresAt: sessionExpiry(now),
  };
  await ctx.db.loginSession.create({ data: session, select: { id: true } });
  return id;
}
