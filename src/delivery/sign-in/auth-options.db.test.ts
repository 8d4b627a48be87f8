import type { Account, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { aLogin, aVisitor } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { authOptions } from "./auth-options.ts";

useDatabase();

const account: Account = { provider: "google", type: "oauth", providerAccountId: "g1" };

/** What next-auth does once Google has sent a visitor back with a profile. */
async function backFromGoogle(profile: { email?: string; email_verified?: boolean }) {
  const { callbacks } = authOptions({ visitor: aVisitor() });
  const user: User = { id: "g1", email: profile.email };
  const allowed = await callbacks?.signIn?.({ user, account, profile });
  if (allowed !== true) return { allowed };
  const token: JWT | undefined = await callbacks?.jwt?.({ token: {}, user, account });
  return { allowed, token };
}

describe("coming back from Google", () => {
  it("signs in the login with the confirmed address, and seals two ids into the cookie and nothing else", async () => {
    const { email, userId } = await aLogin({ password: null });
    const { token } = await backFromGoogle({ email, email_verified: true });
    expect(Object.keys(token ?? {}).sort()).toEqual(["sid", "sub"]);
    expect(token?.sub).toBe(userId);
    expect((await identifyLogin(String(token?.sid)))?.login).toMatchObject({ userId, email });
  });

  it("does not sign in by an address that Google has not confirmed", async () => {
    const { email } = await aLogin();
    for (const profile of [{ email, email_verified: false }, { email }, {}]) {
      expect(await backFromGoogle(profile)).toEqual({ allowed: "/sign-in?problem=google" });
    }
  });

  it("makes no login for a stranger", async () => {
    const profile = { email: "stranger@example.com", email_verified: true };
    expect(await backFromGoogle(profile)).toEqual({ allowed: "/sign-in?problem=no-login" });
  });
});
