import type { NextAuthOptions, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { withPlatform } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { env } from "#env.ts";
import type { Refused } from "#kernel/result.ts";
import { consumeLoginLink } from "#modules/accounts/consume-login-link.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { revokeSession } from "#modules/accounts/revoke-session.ts";
import { sessionDays } from "#modules/accounts/rules/session-life.ts";
import { ConsumeLoginLinkInput, type SignedIn, SignInInput, type Visitor } from "#modules/accounts/schema.ts";
import { signIn } from "#modules/accounts/sign-in.ts";
import { signInWithProvider } from "#modules/accounts/sign-in-with-provider.ts";
import { interopDefault } from "./interop-default.ts";
import { secureCookies, sessionCookie } from "./session-cookie.ts";

/** What a sign-in needs besides its fields, and where a refusal's words go: next-auth itself passes on a code only. */
export type SignInAttempt = { visitor: Visitor; refused?: Refused };

type SealedToken = JWT & { sid?: string };
type ProvenUser = User & { sid?: string };

/** Whether "Continue with Google" is offered. */
export function googleIsConfigured(): boolean {
  return Boolean(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET);
}

/** next-auth's options for one request. The sealed token in the cookie holds two ids and nothing else. */
export function authOptions(attempt: SignInAttempt): NextAuthOptions {
  return {
    secret: env.AUTH_SECRET,
    providers: providers(attempt),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
    useSecureCookies: secureCookies,
    cookies: { sessionToken: sessionCookie },
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account?.type === "credentials" || provenByGoogle(attempt, user, profile),
      jwt: async ({ token, user }) =>
        user ? ({ sub: user.id, sid: (user as ProvenUser).sid } as SealedToken) : token,
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

function providers(attempt: SignInAttempt): NextAuthOptions["providers"] {
  const credentials = interopDefault(CredentialsProvider);
  const offered: NextAuthOptions["providers"] = [
    credentials({
      id: "password",
      name: "password",
      credentials: { email: {}, password: {} },
      authorize: async (fields) => {
        const input = SignInInput.safeParse({ ...fields, visitor: attempt.visitor });
        if (!input.success) return null;
        return settled(attempt, await signIn(input.data));
      },
    }),
    credentials({
      id: "link",
      name: "link",
      credentials: { token: {} },
      authorize: async (fields) => {
        const input = ConsumeLoginLinkInput.safeParse({ ...fields, visitor: attempt.visitor });
        if (!input.success) return null;
        return settled(attempt, await withPlatform((ctx) => consumeLoginLink(ctx, input.data)));
      },
    }),
  ];
  if (env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET) {
    const google = interopDefault(GoogleProvider);
    offered.push(google({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET }));
  }
  return offered;
}

function settled(attempt: SignInAttempt, result: { ok: true; value: SignedIn } | Refused): ProvenUser | null {
  if (result.ok) return provenUser(result.value);
  attempt.refused = result;
  return null;
}

function provenUser({ userId, email, name, sessionId }: SignedIn): ProvenUser {
  return { id: userId, email, name, sid: sessionId };
}

/** Google vouches for an address; the login must exist. The session's id travels on the user to the sealed token. */
async function provenByGoogle(
  attempt: SignInAttempt,
  user: ProvenUser,
  profile: unknown,
): Promise<boolean | string> {
  const { email, email_verified } = (profile ?? {}) as { email?: string; email_verified?: boolean };
  if (!email || email_verified !== true) return "/sign-in?problem=google";
  const { visitor } = attempt;
  const result = await withPlatform((ctx) => signInWithProvider(ctx, { verifiedEmail: email, visitor }));
  if (!result.ok) return "/sign-in?problem=no-login";
  Object.assign(user, provenUser(result.value));
  return true;
}

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
