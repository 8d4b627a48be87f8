import { challengeMinutes } from "#modules/accounts/rules/session-life.ts";
import { cookieOf, setCookie } from "./cookies.ts";
import { safeNextPath } from "./next-path.ts";

/** What somebody goes to Google for: only from the sign-up page does a stranger get a login (A2). */
export type GoogleErrand = { makesLogin: boolean; next: string };

const name = "slotkeeper-google";
const signUp = "sign-up";

export function googleErrandCookie({ makesLogin, next }: GoogleErrand): string {
  const value = encodeURIComponent(`${makesLogin ? signUp : "sign-in"}:${next}`);
  return setCookie(name, value, { maxAge: challengeMinutes * 60, path: "/api/auth" });
}

/** The errand of somebody who comes back; without one they came to sign in. */
export function googleErrandOf(request: Request): GoogleErrand {
  const [errand, ...next] = decoded(cookieOf(request, name) ?? "").split(":");
  return { makesLogin: errand === signUp, next: safeNextPath(next.join(":")) };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
