import { describe, expect, it } from "vitest";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { Browser } from "#testing/browser.ts";
import { aLogin, aSession } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { enterAs } from "./enter-as.ts";
import { sessionCookie, sessionIdOf } from "./session-cookie.ts";
import { visitorOf } from "./visitor.ts";

const database = useDatabase();

/** A browser that is let in as some login. */
class Visit extends Browser {
  async enter(userId: string, next?: string): Promise<Response> {
    const response = await enterAs(this.request("/sign-in/password"), { userId }, next);
    this.take(response);
    return response;
  }

  sessionId(): Promise<string | null> {
    return sessionIdOf(this.cookies.get(sessionCookie.name));
  }

  async login() {
    return identifyLogin((await this.sessionId()) ?? "");
  }
}

describe("letting a browser in", () => {
  it("opens a session that names the browser, with cookies for this host alone", async () => {
    const { userId } = await aLogin();
    const browser = new Visit();
    const response = await browser.enter(userId, "/dashboard/customers?search=ada");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/dashboard/customers?search=ada");
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    }
    expect((await browser.login())?.login.userId).toBe(userId);
    const { rows } = await database.superuser.query("SELECT label FROM login_session WHERE id = $1", [
      await browser.sessionId(),
    ]);
    expect(rows).toEqual([{ label: "Firefox on Windows" }]);
  });

  it("gives a new session each time and ends the browser's former one, whoever's it was", async () => {
    const [first, second] = await Promise.all([aLogin(), aLogin()]);
    const browser = new Visit();
    await browser.enter(first.userId);
    const before = await browser.sessionId();
    await browser.enter(first.userId);
    const after = await browser.sessionId();
    expect(after).not.toBe(before);
    expect(await identifyLogin(before ?? "")).toBeNull();
    await browser.enter(second.userId);
    expect(await identifyLogin(after ?? "")).toBeNull();
    expect((await browser.login())?.login.userId).toBe(second.userId);
  });

  it("leaves the sessions of other browsers alone", async () => {
    const login = await aLogin();
    const elsewhere = await aSession(login);
    await new Visit().enter(login.userId);
    expect(await identifyLogin(elsewhere)).not.toBeNull();
  });

  it("remembers the browser for each login of it, by a new token each time", async () => {
    const [first, second] = await Promise.all([aLogin(), aLogin()]);
    const browser = new Visit();
    await browser.enter(first.userId);
    const [original] = visitorOf(browser.request("/")).devices ?? [];
    await browser.enter(second.userId);
    await browser.enter(first.userId);
    const tokens = visitorOf(browser.request("/")).devices ?? [];
    expect(tokens).toHaveLength(2);
    expect(tokens).not.toContain(original);
    const { rows } = await database.superuser.query(
      "SELECT token_hash FROM known_device WHERE user_id = $1",
      [first.userId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(tokens[0]);
  });

  it("lets nobody in whose login is disabled or gone", async () => {
    const { userId } = await aLogin({ disabled: true });
    for (const id of [userId, newId()]) {
      const browser = new Visit();
      const response = await browser.enter(id);
      expect(response.headers.get("location")).toBe("/sign-in?problem=disabled");
      expect(await browser.login()).toBeNull();
    }
  });

  it("keeps a browser signed in for 30 days and no longer", async () => {
    const now = systemClock.now();
    const sessionId = await aSession(await aLogin(), fixedClock(now));
    const days = (count: number) => fixedClock(now + count * 86_400_000);
    expect(await identifyLogin(sessionId, days(29.9))).not.toBeNull();
    expect(await identifyLogin(sessionId, days(30))).toBeNull();
  });
});
