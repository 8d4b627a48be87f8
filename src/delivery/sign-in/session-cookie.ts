import { decode } from "next-auth/jwt";
import { env } from "#env.ts";

/** Served over https, cookies are for https alone; APP_URL says which it is, also behind a proxy. */
export const secureCookies = env.APP_URL.startsWith("https://");

/** Host-only: `__Host-` makes browsers insist on it, so no subdomain can plant a session. */
export const sessionCookie = {
  name: `${secureCookies ? "__Host-" : ""}slotkeeper-session`,
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies },
} as const;

/** Names the business that a login works in; checked against its memberships at each request. */
export const businessCookie = "slotkeeper-business";

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
