import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { fixedClock } from "#kernel/clock.ts";
import { aLogin, aVisitor } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { consumeLoginLink } from "./consume-login-link.ts";
import { mintLoginLink } from "./mint-login-link.ts";
import { requestLoginLink } from "./request-login-link.ts";
import { signIn } from "./sign-in.ts";

const database = useDatabase();
const start = Date.parse("2026-11-20T10:00:00Z");
const minutesLater = (minutes: number) => fixedClock(start + minutes * 60_000);

async function aLink(email: string): Promise<string> {
  const link = await withPlatform((ctx) => mintLoginLink(ctx, { email }), fixedClock(start));
  if (!link.ok) throw new Error(link.message);
  return new URL(link.value.url).searchParams.get("token") ?? "";
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
      const link = await withPlatform((ctx) => mintLoginLink(ctx, { email: address }));
      expect(link).toMatchObject({ ok: false, reason: "notFound" });
    }
  });

  it("signs in an owner whose password attempts are used up", async () => {
    const login = await aLogin();
    const { email, password } = login;
    for (let attempt = 0; attempt < 11; attempt++) {
      await signIn({ email, password: "wrong", visitor: aVisitor() });
    }
    expect(await signIn({ email, password, visitor: aVisitor() })).toMatchObject({ reason: "rateLimited" });
    expect(await requestLoginLink({ email, visitor: aVisitor() })).toMatchObject({ ok: true });
    expect(await use(await aLink(email))).toMatchObject({ ok: true });
  });
});

describe("asking for a link", () => {
  it("enqueues the same job for a known and an unknown e-mail, without any token in it", async () => {
    const { email } = await aLogin();
    const answers = [email, "unknown@example.com"].map((address) =>
      requestLoginLink({ email: address, visitor: aVisitor() }),
    );
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
      ["email", "tenantId"],
      ["email", "tenantId"],
    ]);
  });

  it("is limited to five an account in a quarter of an hour", async () => {
    const { email } = await aLogin();
    for (let request = 0; request < 5; request++) {
      expect((await requestLoginLink({ email, visitor: aVisitor() })).ok).toBe(true);
    }
    expect(await requestLoginLink({ email, visitor: aVisitor() })).toMatchObject({ reason: "rateLimited" });
  });
});
