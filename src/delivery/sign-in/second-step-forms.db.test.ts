import { describe, expect, it } from "vitest";
import { systemClock } from "#kernel/clock.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { Browser } from "#testing/browser.ts";
import { aLogin } from "#testing/builders/login.ts";
import { totpCode, withPasskey, withTotp } from "#testing/builders/second-factor.ts";
import { useDatabase } from "#testing/database.ts";
import type { SoftAuthenticator } from "#testing/soft-authenticator.ts";
import { postPasskey, postPasskeyBegin } from "./passkey-forms.ts";
import { postCode, postPasskeyAnswer, postPasskeyStep } from "./second-step-forms.ts";
import { sessionCookie, sessionIdOf } from "./session-cookie.ts";
import { postPassword } from "./sign-in-forms.ts";

useDatabase();

async function loginIn(browser: Browser) {
  const sessionId = await sessionIdOf(browser.cookies.get(sessionCookie.name));
  return (await identifyLogin(sessionId ?? ""))?.login;
}

async function withPassword(login: { email: string; password: string }, callbackUrl = "") {
  const browser = new Browser();
  const { email, password } = login;
  const location = browser.take(
    await postPassword(browser.request("/sign-in/password", { email, password, callbackUrl })),
  );
  return { browser, location };
}

function json(browser: Browser, path: string, body: unknown): Request {
  const { headers } = browser.request(path);
  return new Request(`http://localhost:3000${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** What the page's script does with a passkey. */
async function usePasskey(browser: Browser, by: SoftAuthenticator, step: boolean, next?: string) {
  const [begin, finish] = step ? [postPasskeyStep, postPasskeyAnswer] : [postPasskeyBegin, postPasskey];
  const { options, ceremony } = await (await begin(json(browser, "/begin", {}))).json();
  const answer = by.answer(options.challenge);
  const response = await finish(json(browser, "/finish", { answer, ceremony, next }));
  browser.take(response);
  return { status: response.status, body: await response.json() };
}

describe("signing in to a login with an authenticator app", () => {
  it("gives no session for the password, but leads to the second step and from there to where one was going", async () => {
    const login = await aLogin();
    const { secret } = await withTotp(login);
    const { browser, location } = await withPassword(login, "/dashboard/staff");
    expect(location).toBe("/sign-in/verify");
    expect(await loginIn(browser)).toBeUndefined();
    const send = (code: string) => postCode(browser.request("/sign-in/verify/code", { code }));
    expect(browser.take(await send("000000"))).toBe("/sign-in/verify?problem=invalid");
    expect(browser.take(await send(totpCode(secret, systemClock.now(), 30)))).toBe("/dashboard/staff");
    expect((await loginIn(browser))?.userId).toBe(login.userId);
    expect(browser.take(await send("000000"))).toBe("/sign-in?problem=expired");
  });

  it("starts again without a waiting sign-in", async () => {
    const browser = new Browser();
    const response = await postCode(browser.request("/sign-in/verify/code", { code: "123456" }));
    expect(browser.take(response)).toBe("/sign-in?problem=expired");
  });
});

describe("signing in with a passkey", () => {
  it("works by itself, and goes on to where one was going, never to another host", async () => {
    const login = await aLogin({ password: null });
    const { authenticator } = await withPasskey(login);
    for (const [next, location] of [
      ["/dashboard/staff", "/dashboard/staff"],
      ["https://evil.example/", "/dashboard"],
    ] as const) {
      const browser = new Browser();
      const used = await usePasskey(browser, authenticator, false, next);
      expect(used).toEqual({ status: 200, body: { location } });
      expect((await loginIn(browser))?.userId).toBe(login.userId);
    }
  });

  it("answers the second step after a password, in the browser that waits for it alone", async () => {
    const login = await aLogin();
    const { authenticator } = await withPasskey(login);
    const { browser } = await withPassword(login, "/dashboard/staff");
    const used = await usePasskey(browser, authenticator, true);
    expect(used).toEqual({ status: 200, body: { location: "/dashboard/staff" } });
    const elsewhere = await postPasskeyStep(json(new Browser(), "/begin", {}));
    expect(elsewhere.status).toBe(400);
  });

  it.each(["", "nonsense", JSON.stringify({ answer: { id: "x" } })])(
    "refuses %j with words",
    async (body) => {
      const request = new Request("http://localhost:3000/sign-in/passkey", { method: "POST", body });
      const response = await postPasskey(request);
      expect(response.status).toBe(400);
      expect((await response.json()).message).toContain("Try again");
    },
  );
});
