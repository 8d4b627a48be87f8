import type { Account, User } from "next-auth";
import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aLogin } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { authOptions, type GoogleAttempt } from "./auth-options.ts";

const database = useDatabase();

const account: Account = { provider: "google", type: "oauth", providerAccountId: "g1" };

type Profile = { email?: string; email_verified?: boolean; name?: string };

/** What next-auth does once Google has sent a visitor back with a profile. */
async function backFromGoogle(profile: Profile, { makesLogin = false } = {}) {
  const attempt: GoogleAttempt = { makesLogin };
  const user: User = { id: "g1", email: profile.email };
  const page = await authOptions(attempt).callbacks?.signIn?.({ user, account, profile });
  return { page, proven: attempt.proven };
}

async function loginsOf(email: string) {
  const { rows } = await database.superuser.query("SELECT id, name FROM users WHERE email = $1", [email]);
  return rows;
}

describe("coming back from Google", () => {
  it("proves the login with the confirmed address, and never opens a session of next-auth's", async () => {
    const { email, userId } = await aLogin({ password: null });
    const back = await backFromGoogle({ email: email.toUpperCase(), email_verified: true });
    expect(back).toEqual({ page: "/dashboard", proven: { userId } });
  });

  it("proves nothing by an address that Google has not confirmed", async () => {
    const { email } = await aLogin();
    for (const profile of [{ email, email_verified: false }, { email }, {}]) {
      expect(await backFromGoogle(profile)).toEqual({ page: "/sign-in?problem=google" });
      expect(await backFromGoogle(profile, { makesLogin: true })).toEqual({
        page: "/sign-up?problem=google",
      });
    }
  });

  it("makes no login for a stranger who came to sign in", async () => {
    const email = `${newId()}@example.com`;
    expect(await backFromGoogle({ email, email_verified: true })).toEqual({
      page: "/sign-in?problem=no-login",
    });
    expect(await loginsOf(email)).toEqual([]);
  });

  it("makes one, with Google's name, for a stranger who came to sign up, and the same login the next time", async () => {
    const email = `${newId()}@example.com`;
    const profile = { email, email_verified: true, name: " Ada  Lovelace " };
    const first = await backFromGoogle(profile, { makesLogin: true });
    const second = await backFromGoogle({ ...profile, name: "Other" }, { makesLogin: true });
    expect(await loginsOf(email)).toEqual([{ id: first.proven?.userId, name: "Ada Lovelace" }]);
    expect(second.proven).toEqual(first.proven);
  });

  it("does not let a disabled login in by signing up again", async () => {
    const { email } = await aLogin({ disabled: true });
    const back = await backFromGoogle({ email, email_verified: true }, { makesLogin: true });
    expect(back).toEqual({ page: "/sign-up?problem=no-login" });
  });
});
