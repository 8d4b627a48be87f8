import { businessCookie, sessionCookie, sessionIdOf } from "#delivery/sign-in/session-cookie.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { workingMembership } from "#modules/accounts/rules/working-membership.ts";

/** The id of the business that a signed-in member works in, by the cookies of a request; null for everybody else. */
export async function businessOfMember(cookies: string): Promise<string | null> {
  const sessionId = await sessionIdOf(cookieNamed(cookies, sessionCookie.name));
  const identified = sessionId ? await identifyLogin(sessionId) : null;
  const membership = identified && workingMembership(identified, cookieNamed(cookies, businessCookie));
  return membership?.tenantId ?? null;
}

function cookieNamed(cookies: string, name: string): string | undefined {
  for (const pair of cookies.split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
