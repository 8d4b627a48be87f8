import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { mintLoginLink } from "#modules/accounts/mint-login-link.ts";
import { aLogin } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { answerAuth } from "./auth-route.ts";
import { sessionCookie, sessionIdOf } from "./session-cookie.ts";
import { postGoogle, postLink, postPassword, postSendLink, postSignOut } from "./sign-in-forms.ts";

useDatabase();

type Fields = Record<string, string>;

/** A form as a browser without scripts sends it, after the proxy has settled its headers. */
function form(path: string, fields: Fields, cookie = "", address: string = newId()): Request {
  return new Request(`http://localhost:3000${path}`, {
    method: "POST",
    headers: {
      host: "localhost:3000",
      "content-type": "application/x-www-form-urlencoded",
      "x-client-address": address,
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
      cookie,
    },
    body: new URLSearchParams(fields),
  });
}

function sessionOf(response: Response): string {
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${sessionCookie.name}=`));
  return cookie?.split(";")[0] ?? "";
}

async function loginOf(cookie: string) {
  const sessionId = await sessionIdOf(cookie.split("=")[1]);
  return sessionId === null ? null : identifyLogin(sessionId);
}

async function tokenFor(email: string): Promise<string> {
  const link = await withPlatform((ctx) => mintLoginLink(ctx, { email, purpose: "sign_in" }));
  return link.ok ? (new URL(link.value.url).searchParams.get("token") ?? "") : "";
}

describe("the password form", () => {
  it("signs in, with a cookie for this host alone, and goes where one came from", async () => {
    const { email, password, userId } = await aLogin();
    const callbackUrl = "/dashboard/customers?search=ada";
    const response = await postPassword(form("/sign-in/password", { email, password, callbackUrl }));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(callbackUrl);
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith(sessionCookie.name)) ?? "";
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain("Domain");
    expect((await loginOf(sessionOf(response)))?.login.userId).toBe(userId);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/sign-out/now",
    "javascript:alert(1)",
    "",
  ])("goes to the dashboard rather than to %s", async (callbackUrl) => {
    const { email, password } = await aLogin();
    const response = await postPassword(form("/sign-in/password", { email, password, callbackUrl }));
    expect(response.headers.get("location")).toBe("/dashboard");
  });

  it("comes back with the reason and the e-mail that was typed", async () => {
    const { email } = await aLogin();
    const response = await postPassword(form("/sign-in/password", { email, password: "wrong" }));
    expect(response.headers.get("location")).toBe("/sign-in?problem=invalid");
    expect(response.headers.getSetCookie().join()).toContain(
      `slotkeeper-typed-email=${encodeURIComponent(email)}`,
    );
    expect(sessionOf(response)).toBe("");
  });

  it("says how long to wait after too many attempts", async () => {
    const { email } = await aLogin();
    const attempt = () => postPassword(form("/sign-in/password", { email, password: "wrong" }));
    for (let count = 0; count < 20; count++) await attempt();
    expect((await attempt()).headers.get("location")).toMatch(/^\/sign-in\?problem=rateLimited&wait=\d+$/);
  });

  it("takes what is no e-mail, nothing at all, or far too much, as a wrong password", async () => {
    const bodies: Fields[] = [
      { email: "nobody", password: "x" },
      {},
      { email: "a@b.example", password: "x".repeat(20_000) },
    ];
    for (const fields of bodies) {
      const response = await postPassword(form("/sign-in/password", fields));
      expect(response.headers.get("location")).toBe("/sign-in?problem=invalid");
    }
  });
});

describe("the link", () => {
  it("signs in by its button, once", async () => {
    const { email, userId } = await aLogin({ password: null });
    const token = await tokenFor(email);
    const first = await postLink(form("/sign-in/use-link", { token }));
    expect(first.headers.get("location")).toBe("/dashboard");
    expect((await loginOf(sessionOf(first)))?.login.userId).toBe(userId);
    const second = await postLink(form("/sign-in/use-link", { token }));
    expect(second.headers.get("location")).toBe("/sign-in?problem=notFound");
    expect(sessionOf(second)).toBe("");
  });

  it("is promised in the same words to everyone, and refused for what is no address", async () => {
    const { email } = await aLogin();
    for (const address of [email, "stranger@example.com"]) {
      const response = await postSendLink(form("/sign-in/send-link", { email: address }));
      expect(response.headers.get("location")).toBe("/sign-in?sent=1");
    }
    const response = await postSendLink(form("/sign-in/send-link", { email: "no address" }));
    expect(response.headers.get("location")).toBe("/sign-in?problem=email");
  });
});

describe("signing out", () => {
  it("forgets the cookie and ends the session, so that a copy of the cookie is worth nothing", async () => {
    const { email, password } = await aLogin();
    const cookie = sessionOf(await postPassword(form("/sign-in/password", { email, password })));
    expect(await loginOf(cookie)).not.toBeNull();
    const response = await postSignOut(form("/sign-out/now", {}, cookie));
    expect(response.headers.get("location")).toBe("/sign-in?signed-out=1");
    expect(response.headers.getSetCookie().join()).toContain(`${sessionCookie.name}=; Max-Age=0`);
    expect(await loginOf(cookie)).toBeNull();
  });
});

describe("a session cookie", () => {
  it("is not accepted when it was not sealed here", async () => {
    expect(await sessionIdOf(undefined)).toBeNull();
    expect(await sessionIdOf("eyJhbGciOiJub25lIn0.eyJzaWQiOiIxIn0.")).toBeNull();
  });
});

describe("next-auth's own addresses", () => {
  const at = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) });

  it("tell who is signed in, and nothing once the session is revoked", async () => {
    const { email, password } = await aLogin();
    const cookie = sessionOf(await postPassword(form("/sign-in/password", { email, password })));
    const ask = async () => {
      const request = new Request("http://localhost:3000/api/auth/session", { headers: { cookie } });
      return (await answerAuth(request, at("session"))).json();
    };
    expect(await ask()).toMatchObject({ user: { email } });
    await postSignOut(form("/sign-out/now", {}, cookie));
    expect(await ask()).toEqual({});
  });

  it("take no passwords and no links, which have forms of their own", async () => {
    for (const provider of ["password", "link", "credentials"]) {
      const response = await answerAuth(form(`/api/auth/callback/${provider}`, {}), at("callback", provider));
      expect(response.status).toBe(404);
    }
    expect((await answerAuth(form("/api/auth/_log", {}), at("_log"))).status).toBe(404);
  });

  it("lead nowhere for Google while it is not configured", async () => {
    const response = await postGoogle(form("/sign-in/google", {}));
    expect(response.headers.get("location")).toBe("/sign-in");
  });
});
