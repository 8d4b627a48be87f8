import { afterEach, describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { fixedClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { aLogin, aVisitor } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { consumeLoginLink } from "./consume-login-link.ts";
import { mintLoginLink } from "./mint-login-link.ts";
import { requestLoginLink } from "./request-login-link.ts";
import { signIn } from "./sign-in.ts";
import { signInWithProvider } from "./sign-in-with-provider.ts";

const database = useDatabase();
const start = Date.parse("2026-11-20T10:00:00Z");
const minutesLater = (minutes: number) => fixedClock(start + minutes * 60_000);

async function aLink(email: string): Promise<string> {
  const link = await withPlatform(
    (ctx) => mintLoginLink(ctx, { email, purpose: "sign_in" }),
    fixedClock(start),
  );
  if (!link.ok) throw new Error(link.message);
  return tokenIn(link.value.url);
}

function tokenIn(url: string): string {
  return new URL(url).searchParams.get("token") ?? "";
}

function ask(email: string) {
  return requestLoginLink({ email, purpose: "sign_in", visitor: aVisitor() });
}

function use(token: string, minutes = 1) {
  return withPlatform((ctx) => consumeLoginLink(ctx, { token }), minutesLater(minutes));
}

describe("a link by e-mail", () => {
  it("signs in once", async () => {
    const login = await aLogin();
    const token = await aLink(login.email);
    expect(await use(token)).toMatchObject({ ok: true, value: { userId: login.userId } });
    expect(await use(token)).toMatchObject({ ok: false, reason: "notFound" });
  });

  it("signs in one of many who use it at the same moment", async () => {
    const { email } = await aLogin();
    const token = await aLink(email);
    const results = await Promise.all(Array.from({ length: 8 }, () => use(token)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("works for ten minutes and no longer", async () => {
    const { email } = await aLogin();
    expect(await use(await aLink(email), 9.9)).toMatchObject({ ok: true });
    expect(await use(await aLink(email), 10)).toMatchObject({ ok: false });
  });

  it("is stored as a hash only", async () => {
    const { email } = await aLogin();
    const token = await aLink(email);
    const { rows } = await database.superuser.query("SELECT * FROM login_token WHERE email = $1", [email]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is made for nobody without a login, nor for a disabled one", async () => {
    const { email } = await aLogin({ disabled: true });
    for (const address of [email, "nobody@example.com"]) {
      const link = await withPlatform((ctx) => mintLoginLink(ctx, { email: address, purpose: "sign_in" }));
      expect(link).toMatchObject({ ok: false, reason: "notFound" });
    }
  });

  it("signs in an owner whose password attempts are used up", async () => {
    const login = await aLogin();
    const { email, password } = login;
    for (let attempt = 0; attempt < 21; attempt++) {
      await signIn({ email, password: "wrong", visitor: aVisitor() });
    }
    expect(await signIn({ email, password, visitor: aVisitor() })).toMatchObject({ reason: "rateLimited" });
    expect(await ask(email)).toMatchObject({ ok: true });
    expect(await use(await aLink(email))).toMatchObject({ ok: true });
  });
});

describe("asking for a link", () => {
  it("enqueues the same job for a known and an unknown e-mail, without any token in it", async () => {
    const { email } = await aLogin();
    const answers = [email, "unknown@example.com"].map((address) => ask(address));
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: { requested: true } },
      { ok: true, value: { requested: true } },
    ]);
    const { rows } = await database.superuser.query(
      `SELECT j.payload FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'send-login-link' AND j.payload ->> 'email' = ANY ($1)`,
      [[email, "unknown@example.com"]],
    );
    expect(rows.map((row) => Object.keys(row.payload).sort())).toEqual([
      ["email", "purpose", "tenantId"],
      ["email", "purpose", "tenantId"],
    ]);
  });

  it("is limited by network address, and by nothing that somebody else can use up", async () => {
    const { email } = await aLogin();
    const visitor = aVisitor();
    for (let request = 0; request < 20; request++) {
      expect((await requestLoginLink({ email, purpose: "sign_in", visitor })).ok).toBe(true);
    }
    expect(await requestLoginLink({ email, purpose: "sign_in", visitor })).toMatchObject({
      reason: "rateLimited",
    });
    expect(await ask(email)).toMatchObject({ ok: true });
  });
});

describe("the links that are mailed to an address", () => {
  it("stay few, while whoever asks always has one that still works, or gets it", async () => {
    const { email } = await aLogin();
    const mailed: { token: string; minute: number }[] = [];
    for (let second = 0; second < 3600; second += 20) {
      const clock = fixedClock(start + second * 1000);
      const link = await withPlatform((ctx) => mintLoginLink(ctx, { email, purpose: "sign_in" }), clock);
      if (link.ok) mailed.push({ token: tokenIn(link.value.url), minute: second / 60 });
      else expect(link.reason).toBe("rateLimited");
      const newest = mailed.at(-1)?.minute ?? Number.NEGATIVE_INFINITY;
      expect(second / 60 - newest).toBeLessThan(5);
    }
    expect(mailed.length).toBeLessThanOrEqual(16);
    const { token, minute } = mailed.at(-2) ?? { token: "", minute: 0 };
    expect(await use(token, minute + 9)).toMatchObject({ ok: true });
  });

  it("are two, when the letter with the first could not be sent", async () => {
    const { email } = await aLogin();
    await aLink(email);
    const again = { email, purpose: "sign_in", again: true } as const;
    expect(await withPlatform((ctx) => mintLoginLink(ctx, again), fixedClock(start))).toMatchObject({
      ok: true,
    });
  });

  it("are one, of many jobs at the same moment", async () => {
    const { email } = await aLogin();
    const mint = () => withPlatform((ctx) => mintLoginLink(ctx, { email, purpose: "sign_in" }));
    const results = await Promise.all(Array.from({ length: 6 }, mint));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("sign-up of a closed installation", () => {
  afterEach(() => Object.assign(env, { SIGN_UP: "open" }));

  it("sends strangers nothing, and makes them no login for Google", async () => {
    const stranger = `stranger-${newId()}@example.com`;
    const ask = (email: string) => withPlatform((ctx) => mintLoginLink(ctx, { email, purpose: "sign_up" }));
    const come = () =>
      withPlatform((ctx) => signInWithProvider(ctx, { verifiedEmail: stranger, makesLogin: true }));
    Object.assign(env, { SIGN_UP: "closed" });
    expect(await ask(stranger)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await come()).toMatchObject({ ok: false, reason: "notFound" });
    const { email } = await aLogin();
    expect(await ask(email)).toMatchObject({ ok: true, value: { kind: "alreadyHere" } });
    Object.assign(env, { SIGN_UP: "open" });
    expect(await ask(stranger)).toMatchObject({ ok: true, value: { kind: "signUp" } });
    expect(await come()).toMatchObject({ ok: true });
  });
});
