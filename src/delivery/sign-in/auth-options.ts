import type { NextAuthOptions, Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import GoogleProvider from "next-auth/providers/google";
import { withPlatform } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { env } from "#env.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { revokeSession } from "#modules/accounts/revoke-session.ts";
import { sessionDays } from "#modules/accounts/rules/session-life.ts";
import type { ProvenLogin } from "#modules/accounts/schema.ts";
import { signInWithProvider } from "#modules/accounts/sign-in-with-provider.ts";
import { secureCookies } from "./cookies.ts";
import { interopDefault } from "./interop-default.ts";
import { sessionCookie } from "./session-cookie.ts";

/** How somebody came to Google, and the login that they have proven when they come back. */
export type GoogleAttempt = { makesLogin: boolean; proven?: ProvenLogin };

type SealedToken = JWT & { sid?: string };

/** Whether "Continue with Google" is offered. */
export function googleIsConfigured(): boolean {
  return Boolean(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET);
}

/** next-auth's options for one request: it leads to Google and back, and ends sessions. `enterAs` begins them. */
export function authOptions(attempt: GoogleAttempt): NextAuthOptions {
  return {
    secret: env.AUTH_SECRET,
    providers: providers(),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
    useSecureCookies: secureCookies,
    cookies: { sessionToken: sessionCookie },
    callbacks: {
      signIn: ({ profile }) => provenByGoogle(attempt, profile),
      session: async ({ session, token }) => describeSession(session, token),
    },
    events: { signOut: async ({ token }) => endSession(token) },
    logger: {
      error: (code, metadata) => logger().error({ code, err: errorIn(metadata) }, "sign-in failed"),
      warn: (code) => logger().warn({ code }, "sign-in"),
      debug: () => {},
    },
  };
}

function providers(): NextAuthOptions["providers"] {
  if (!env.GOOGLE_CLIENT_ID || !env.GOOGLE_CLIENT_SECRET) return [];
  const google = interopDefault(GoogleProvider);
  const wellKnown = `${env.GOOGLE_ISSUER_URL}/.well-known/openid-configuration`;
  return [google({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET, wellKnown })];
}

/**
 * Google vouches for an address. The answer is always a page, so that next-auth opens no session of its own: a login that
 * is proven goes on through `enterAs`, which asks for the second factor.
 */
async function provenByGoogle(attempt: GoogleAttempt, profile: unknown): Promise<string> {
  const page = attempt.makesLogin ? "/sign-up" : "/sign-in";
  const { email, email_verified, name } = (profile ?? {}) as GoogleProfile;
  if (!email || email_verified !== true) return `${page}?problem=google`;
  const input = { verifiedEmail: email, name, makesLogin: attempt.makesLogin };
  const result = await withPlatform((ctx) => signInWithProvider(ctx, input));
  if (!result.ok) return `${page}?problem=no-login`;
  attempt.proven = result.value;
  return "/dashboard";
}

type GoogleProfile = { email?: string; email_verified?: boolean; name?: string };

/** What `/api/auth/session` tells the browser: nothing once the session is revoked. */
async function describeSession(session: Session, token: SealedToken): Promise<Session> {
  const identified = token.sid ? await identifyLogin(token.sid) : null;
  if (!identified) return {} as Session;
  const { name, email } = identified.login;
  return { ...session, user: { name, email } };
}

async function endSession(token: SealedToken): Promise<void> {
  const { sid, sub } = token;
  if (sid && sub) await withPlatform((ctx) => revokeSession(ctx, { userId: sub, sessionId: sid }));
}

function errorIn(metadata: unknown): unknown {
  return metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error;
}
