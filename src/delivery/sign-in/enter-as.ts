import { withPlatform } from "#database/tenant-context.ts";
import { beginSession } from "#modules/accounts/begin-session.ts";
import type { Entry, ProvenLogin } from "#modules/accounts/schema.ts";
import { cookieOf, redirect } from "./cookies.ts";
import { safeNextPath } from "./next-path.ts";
import { sessionCookie, sessionCookieFor, sessionIdOf } from "./session-cookie.ts";
import { challengeCookieFor, deviceCookieFor, visitorOf, withoutChallenge } from "./visitor.ts";

/**
 * Signs a login in, in the browser that sent `request`, and answers with the redirect that does it. This is the one way
 * to a session, for every first factor: password, link, Google, an accepted invitation, a website builder's token. Call
 * it once the first factor is proven and used up; it proves nothing itself.
 *
 * A login with a second factor gets no session here: its browser goes to /sign-in/verify and from there on to
 * `nextPath`. `nextPath` is a path of ours (see safeNextPath; anything else becomes the dashboard). The browser's
 * former session, whoever's it was, ends. A login that is disabled or gone is sent to /sign-in.
 *
 * To choose the business that it will work in, append `businessCookieFor(tenantId)` of session-cookie.ts to the answer's
 * `Set-Cookie` headers; it is worth nothing without a membership.
 */
export async function enterAs(
  request: Request,
  { userId, onlyTenantId }: ProvenLogin,
  nextPath?: string,
): Promise<Response> {
  const next = safeNextPath(nextPath);
  const previousSessionId = await sessionIdIn(request);
  const visitor = visitorOf(request);
  const input = { userId, onlyTenantId, visitor, previousSessionId, next };
  const entry = await withPlatform((ctx) => beginSession(ctx, input));
  if (!entry.ok) return redirect("/sign-in?problem=disabled");
  return letIn(entry.value, next);
}

/** The session that a browser has so far. */
export function sessionIdIn(request: Request): Promise<string | null> {
  return sessionIdOf(cookieOf(request, sessionCookie.name));
}

/** The answer to a browser that has proven a login: its cookies and the page it goes on to. */
export async function letIn(entry: Entry, next: string): Promise<Response> {
  if (entry.kind === "secondFactor") {
    return redirect("/sign-in/verify", [challengeCookieFor(entry.challengeToken)]);
  }
  return redirect(next, await entryCookies(entry));
}

/** What a browser keeps that is in. */
export async function entryCookies(entry: Extract<Entry, { kind: "entered" }>): Promise<string[]> {
  return [await sessionCookieFor(entry), deviceCookieFor(entry.devices), withoutChallenge()];
}
