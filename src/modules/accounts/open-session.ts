import type { PlatformContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { renewKnownDevice } from "./known-devices.ts";
import { browserLabel } from "./rules/browser-label.ts";
import { sessionExpiry } from "./rules/session-life.ts";
import type { Entry, Visitor } from "./schema.ts";

export type OpenSessionInput = {
  userId: string;
  visitor: Visitor;
  /** The session that the browser has so far, whoever's it is: it ends. */
  previousSessionId: string | null;
  /**
   * Keeps the session to one business of the login (A1): a website builder vouches for its users' e-mail addresses in its
   * own businesses only.
   */
  onlyTenantId?: string | undefined;
};

/**
 * Lets a browser in whose login is proven by all factors that it has (row O): a new session each time, the browser's
 * former one revoked, and the browser remembered as known.
 */
export async function openSession(
  ctx: PlatformContext,
  { userId, visitor, previousSessionId, onlyTenantId }: OpenSessionInput,
): Promise<Extract<Entry, { kind: "entered" }>> {
  const now = ctx.clock.now();
  const sessionId = newId();
  if (previousSessionId !== null) {
    await ctx.db.loginSession.updateMany({
      where: { id: previousSessionId, revokedAt: null },
      data: { revokedAt: new Date(now) },
    });
  }
  await ctx.db.loginSession.create({
    data: {
      id: sessionId,
      userId,
      label: browserLabel(visitor.userAgent),
      createdAt: new Date(now),
      expiresAt: sessionExpiry(now),
      onlyTenantId: onlyTenantId ?? null,
    },
    select: { id: true },
  });
  // Only who proved the login itself makes a browser one of its own.
  const devices = onlyTenantId
    ? (visitor.devices ?? [])
    : await renewKnownDevice(ctx, userId, visitor.devices);
  return { kind: "entered", userId, sessionId, devices };
}
