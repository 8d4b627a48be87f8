import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { Browser } from "#testing/browser.ts";
import { aLogin } from "#testing/builders/login.ts";
import { withTotp } from "#testing/builders/second-factor.ts";
import { useDatabase } from "#testing/database.ts";
import { GoogleServer } from "#testing/google-server.ts";
import { answerAuth } from "./auth-route.ts";
import { sessionCookie, sessionIdOf } from "./session-cookie.ts";
import { postGoogle } from "./sign-in-forms.ts";
import { postGoogleSignUp } from "./sign-up-forms.ts";

const settings = vi.hoisted(() => ({ id: "client-of-a-test", issuer: "" }));

vi.mock("#env.ts", async (original) => {
  const { env } = await original<typeof import("#env.ts")>();
  const google = { GOOGLE_CLIENT_ID: settings.id, GOOGLE_CLIENT_SECRET: "a secret" };
  return {
    env: new Proxy(env, {
      get(target, name: keyof typeof env) {
        if (name === "GOOGLE_ISSUER_URL") return settings.issuer;
        return name in google ? google[name as keyof typeof google] : target[name];
      },
    }),
  };
});

const database = useDatabase();
const google = new GoogleServer(settings.id);

beforeAll(async () => {
  await google.start();
  settings.issuer = google.url;
});
afterAll(() => google.stop());

/** To Google by the button of a page, and back with what it vouches for. */
async function through(page: typeof postGoogle, email: string, { verified = true, next = "" } = {}) {
  google.profile = { sub: newId(), email, email_verified: verified, name: "Ada Lovelace" };
  const browser = new Browser();
  const away = browser.take(await page(browser.request("/", { callbackUrl: next })));
  expect(away?.split("?")[0]).toBe(`${google.url}/authorize`);
  const state = new URL(away ?? "").searchParams.get("state") ?? "";
  const query = new URLSearchParams({ state, code: "a code" });
  const back = browser.request(`/api/auth/callback/google?${query}`);
  const route = { params: Promise.resolve({ nextauth: ["callback", "google"] }) };
  const location = browser.take(await answerAuth(back, route));
  const sessionId = await sessionIdOf(browser.cookies.get(sessionCookie.name));
  return { location, login: (await identifyLogin(sessionId ?? ""))?.login };
}

describe("continuing with Google", () => {
  it("makes the login of a confirmed address from the sign-up page, and signs it in", async () => {
    const email = `${newId()}@example.com`;
    const back = await through(postGoogleSignUp, email);
    expect(back).toMatchObject({ location: "/dashboard", login: { email, name: "Ada Lovelace" } });
  });

  it("makes none from the sign-in page", async () => {
    const email = `${newId()}@example.com`;
    expect(await through(postGoogle, email)).toEqual({
      location: expect.stringMatching(/\/sign-in\?problem=no-login$/),
      login: undefined,
    });
    const { rows } = await database.superuser.query("SELECT id FROM users WHERE email = $1", [email]);
    expect(rows).toEqual([]);
  });

  it("signs a known login in, and goes on to where one was going", async () => {
    const { email, userId } = await aLogin({ password: null });
    const back = await through(postGoogle, email, { next: "/dashboard/staff" });
    expect(back).toMatchObject({ location: "/dashboard/staff", login: { userId } });
  });

  it("believes no address that Google has not confirmed", async () => {
    const { email } = await aLogin();
    for (const [page, path] of [
      [postGoogle, "/sign-in"],
      [postGoogleSignUp, "/sign-up"],
    ] as const) {
      const back = await through(page, email, { verified: false });
      expect(back.location).toMatch(new RegExp(`${path}\\?problem=google$`));
      expect(back.login).toBeUndefined();
    }
  });

  it("asks for the second step of a login that has one", async () => {
    const login = await aLogin();
    await withTotp(login);
    const back = await through(postGoogle, login.email);
    expect(back).toEqual({ location: "/sign-in/verify", login: undefined });
  });
});
