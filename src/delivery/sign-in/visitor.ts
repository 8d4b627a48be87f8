import { clientNetwork } from "#delivery/http/client-network.ts";
import { challengeMinutes, deviceDays } from "#modules/accounts/rules/session-life.ts";
import type { Visitor } from "#modules/accounts/schema.ts";
import { cookieOf, secureCookies, setCookie } from "./cookies.ts";

const prefix = secureCookies ? "__Host-" : "";

/** Says which logins have signed in on this browser before: random tokens, separated by dots. */
const deviceCookie = `${prefix}slotkeeper-device`;

/** Names a sign-in that waits for its second factor. */
export const challengeCookie = `${prefix}slotkeeper-verify`;

const token = /^[\w-]{43}$/;

/** Where a request comes from, as sign-in needs it. */
export function visitorOf(request: Request): Visitor {
  const devices = (cookieOf(request, deviceCookie) ?? "").split(".").filter((one) => token.test(one));
  return {
    address: clientNetwork(request.headers),
    userAgent: request.headers.get("user-agent"),
    devices: devices.slice(0, 5),
  };
}

export function deviceCookieFor(devices: readonly string[]): string {
  return setCookie(deviceCookie, devices.join("."), { maxAge: deviceDays * 86_400 });
}

export function challengeCookieFor(challengeToken: string): string {
  return setCookie(challengeCookie, challengeToken, { maxAge: challengeMinutes * 60 });
}

export function challengeTokenOf(request: Request): string | undefined {
  return cookieOf(request, challengeCookie);
}

export function withoutChallenge(): string {
  return setCookie(challengeCookie, "", { maxAge: 0 });
}
