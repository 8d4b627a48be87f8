import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { aLogin, aSession, aVisitor } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { changePassword } from "./change-password.ts";
import { identifyLogin } from "./identify-login.ts";
import { listSessions } from "./list-sessions.ts";
import { readMemberships } from "./read-memberships.ts";
import { revokeOtherSessions } from "./revoke-other-sessions.ts";
import { revokeSession } from "./revoke-session.ts";
import { signIn } from "./sign-in.ts";
import { signInWithProvider } from "./sign-in-with-provider.ts";

const database = useDatabase();

describe("signed-in browsers", () => {
  it("are listed for their owner, the asking one marked", async () => {
    const login = await aLogin();
    const [first, second] = [await aSession(login), await aSession(login)];
    await aSession(await aLogin());
    const sessions = await withPlatform((ctx) =>
      listSessions(ctx, { userId: login.userId, sessionId: second }),
    );
    expect(sessions.map(({ id, current }) => ({ id, current }))).toEqual(
      expect.arrayContaining([
        { id: first, current: false },
        { id: second, current: true },
      ]),
    );
    expect(sessions).toHaveLength(2);
  });

  it("are signed out at the next request once revoked", async () => {
    const login = await aLogin();
    const sessionId = await aSession(login);
    const revoke = () => withPlatform((ctx) => revokeSession(ctx, { userId: login.userId, sessionId }));
    expect(await revoke()).toEqual({ ok: true, value: { revoked: 1 } });
    expect(await identifyLogin(sessionId)).toBeNull();
    expect(await revoke()).toMatchObject({ ok: false, reason: "notFound" });
  });

  it("cannot be revoked by somebody else", async () => {
    const sessionId = await aSession(await aLogin());
    const other = await aLogin();
    const result = await withPlatform((ctx) => revokeSession(ctx, { userId: other.userId, sessionId }));
    expect(result).toMatchObject({ ok: false, reason: "notFound" });
    expect(await identifyLogin(sessionId)).not.toBeNull();
  });

  it("can all be signed out but the asking one", async () => {
    const login = await aLogin();
    const [kept, gone] = [await aSession(login), await aSession(login)];
    await withPlatform((ctx) => revokeOtherSessions(ctx, { userId: login.userId, sessionId: kept }));
    expect(await identifyLogin(kept)).not.toBeNull();
    expect(await identifyLogin(gone)).toBeNull();
  });

  it("end when the login is disabled", async () => {
    const login = await aLogin();
    const sessionId = await aSession(login);
    await database.superuser.query("UPDATE users SET disabled_at = now() WHERE id = $1", [login.userId]);
    expect(await identifyLogin(sessionId)).toBeNull();
  });

  it("are not found by an id that is none", async () => {
    expect(await identifyLogin("' OR true --")).toBeNull();
    expect(await identifyLogin(newId())).toBeNull();
  });
});

describe("changing the password", () => {
  it("asks for the current one, and signs out every other browser", async () => {
    const login = await aLogin();
    const [kept, gone] = [await aSession(login), await aSession(login)];
    const change = (currentPassword: string) =>
      changePassword({
        userId: login.userId,
        sessionId: kept,
        currentPassword,
        newPassword: "a new passphrase",
      });
    expect(await change("wrong")).toMatchObject({ ok: false, reason: "invalid" });
    expect(await identifyLogin(gone)).not.toBeNull();
    expect(await change(login.password)).toEqual({ ok: true, value: { revoked: 1 } });
    expect(await identifyLogin(gone)).toBeNull();
    expect(await identifyLogin(kept)).not.toBeNull();
    expect((await signIn({ ...login, visitor: aVisitor() })).ok).toBe(false);
    expect((await signIn({ ...login, password: "a new passphrase", visitor: aVisitor() })).ok).toBe(true);
  });

  it("lets the current one be left out within ten minutes of signing in, and no longer", async () => {
    const login = await aLogin();
    const sessionId = await aSession(login);
    const now = systemClock.now();
    const change = (minutesLater: number) =>
      changePassword(
        { userId: login.userId, sessionId, currentPassword: "", newPassword: "a new passphrase" },
        fixedClock(now + minutesLater * 60_000),
      );
    expect(await change(11)).toMatchObject({ ok: false, reason: "invalid" });
    expect(await change(9)).toMatchObject({ ok: true });
  });

  it("does not take another login's fresh session for its own", async () => {
    const [login, other] = await Promise.all([aLogin(), aLogin()]);
    const sessionId = await aSession(other);
    const change = changePassword({ userId: login.userId, sessionId, newPassword: "a new passphrase" });
    expect(await change).toMatchObject({ ok: false, reason: "invalid" });
  });

  it("gives a first one to a login without any", async () => {
    const login = await aLogin({ password: null });
    const sessionId = await aSession(login);
    const result = await changePassword({
      userId: login.userId,
      sessionId,
      newPassword: "a first passphrase",
    });
    expect(result.ok).toBe(true);
    expect((await signIn({ ...login, password: "a first passphrase", visitor: aVisitor() })).ok).toBe(true);
  });

  it("stores an argon2id hash with the measured cost", async () => {
    const login = await aLogin();
    const { rows } = await database.superuser.query(
      "SELECT password_hash FROM user_credential WHERE user_id = $1",
      [login.userId],
    );
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });
});

describe("signing in through a provider", () => {
  it("proves a known e-mail and makes no login for an unknown one", async () => {
    const login = await aLogin({ password: null });
    const through = (verifiedEmail: string) =>
      withPlatform((ctx) => signInWithProvider(ctx, { verifiedEmail, makesLogin: false }));
    expect(await through(login.email.toUpperCase())).toMatchObject({
      ok: true,
      value: { userId: login.userId },
    });
    expect(await through("stranger@example.com")).toMatchObject({ ok: false, reason: "notFound" });
  });
});

describe("the businesses of a login", () => {
  it("are those it has a membership in", async () => {
    const login = await aLogin();
    const other = await aLogin();
    const [own, foreign] = [await aBusiness("own"), await aBusiness("foreign")];
    await join(own, login.userId, "owner");
    await join(foreign, other.userId, "staff");
    const memberships = await withPlatform((ctx) => readMemberships(ctx, { userId: login.userId }));
    expect(memberships).toMatchObject([{ tenantId: own, role: "owner", status: "active", staffId: null }]);
    const sessionId = await aSession(login);
    expect((await identifyLogin(sessionId))?.memberships).toEqual(memberships);
    expect((await identifyLogin(await aSession(await aLogin())))?.memberships).toEqual([]);
  });
});

async function aBusiness(name: string): Promise<string> {
  const id = newId();
  await database.superuser.query(
    "INSERT INTO tenant (id, slug, name, time_zone, currency) VALUES ($1, $2, $3, 'Europe/Berlin', 'EUR')",
    [id, `${name}-${id.slice(0, 8)}`, name],
  );
  return id;
}

async function join(tenantId: string, userId: string, role: string): Promise<void> {
  await database.superuser.query(
    "INSERT INTO membership (tenant_id, id, user_id, role) VALUES ($1, $2, $3, $4)",
    [tenantId, newId(), userId, role],
  );
}
