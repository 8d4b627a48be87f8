import { decode, encode } from "next-auth/jwt";
import { env } from "#env.ts";
import { sessionDays } from "#modules/accounts/rules/session-life.ts";
import { secureCookies, setCookie } from "./cookies.ts";

/** Host-only: `__Host-` makes browsers insist on it, so no subdomain can plant a session. */
export const sessionCookie = {
  name: `${secureCookies ? "__Host-" : ""}slotkeeper-session`,
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies },
} as const;

/** Names the business that a login works in; checked against its memberships at each request. */
export const businessCookie = "slotkeeper-business";

const daySeconds = 86_400;
const yearSeconds = 365 * daySeconds;

/** The cookie of a session: two ids, sealed, and nothing else. The database says what they are worth. */
export async function sessionCookieFor(session: { userId: string; sessionId: string }): Promise<string> {
  const maxAge = sessionDays * daySeconds;
  const token = { sub: session.userId, sid: session.sessionId };
  return setCookie(sessionCookie.name, await encode({ token, secret: env.AUTH_SECRET, maxAge }), { maxAge });
}

/** The cookie by which a login works in this one of its businesses from now on. */
export function businessCookieFor(tenantId: string): string {
  return setCookie(businessCookie, tenantId, { maxAge: yearSeconds });
}

/** The id of the session that a cookie's sealed token names; null for anything that we did not seal. */
export async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    const opened = await decode({ token, secret: env.AUTH_SECRET });
    return typeof opened?.sid === "string" ? opened.sid : null;
  } catch {
    return null;
  }
}
