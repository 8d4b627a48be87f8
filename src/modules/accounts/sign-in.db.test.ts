import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aLogin, aVisitor } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { signIn } from "./sign-in.ts";

const database = useDatabase();
const wrong = { ok: false, reason: "invalid", message: "E-mail or password is wrong." };

describe("signing in with a password", () => {
  it("proves the login", async () => {
    const { email, password, userId } = await aLogin();
    expect(await signIn({ email, password, visitor: aVisitor() })).toEqual({ ok: true, value: { userId } });
  });

  it("gives one answer to a wrong password, an unknown e-mail, a login without password and a disabled one", async () => {
    const logins = await Promise.all([aLogin(), aLogin({ password: null }), aLogin({ disabled: true })]);
    const [known, withoutPassword, disabled] = logins;
    const attempts = [
      { email: known.email, password: "not the one" },
      { email: "nobody@example.com", password: "not the one" },
      { email: withoutPassword.email, password: "" },
      { email: withoutPassword.email, password: "not the one" },
      { email: disabled.email, password: disabled.password },
    ];
    for (const attempt of attempts) expect(await signIn({ ...attempt, visitor: aVisitor() })).toEqual(wrong);
  });

  it("hashes for an unknown e-mail as for a known one", async () => {
    const { email } = await aLogin();
    const known = await fastestMs(() => signIn({ email, password: "wrong", visitor: aVisitor() }));
    const unknown = await fastestMs(() =>
      signIn({ email: `nobody-${email}`, password: "wrong", visitor: aVisitor() }),
    );
    // Without the hash an answer takes a twentieth of the time.
    expect(unknown).toBeGreaterThan(known / 4);
    expect(known).toBeGreaterThan(unknown / 4);
  });

  it("does not count successes, neither for the account nor for the address", async () => {
    const login = await aLogin();
    const visitor = aVisitor();
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await signIn({ email: login.email, password: login.password, visitor })).ok).toBe(true);
    }
    const keys = [visitor.address, login.email].map((value) =>
      createHash("sha256").update(value).digest("base64url"),
    );
    const { rows } = await database.superuser.query(
      "SELECT points FROM throttle WHERE substring(key FROM ':(.*)') = ANY ($1)",
      [keys],
    );
    expect(rows).toEqual([{ points: 0 }, { points: 0 }]);
  });

  it("stops an address that tries many accounts", async () => {
    const visitor = aVisitor();
    for (let attempt = 0; attempt < 40; attempt++) {
      await signIn({ email: `guess-${attempt}@example.com`, password: "wrong", visitor });
    }
    const login = await aLogin();
    const refused = await signIn({ email: login.email, password: login.password, visitor });
    expect(refused).toMatchObject({ ok: false, reason: "rateLimited" });
  });

  it("stores no e-mail and no network address among the counted attempts", async () => {
    const visitor = { address: "198.51.100.77", userAgent: null };
    await signIn({ email: "counted@example.com", password: "wrong", visitor });
    const { rows } = await database.superuser.query("SELECT string_agg(key, ' ') AS keys FROM throttle");
    expect(rows[0].keys).not.toMatch(/198\.51|counted|@/);
  });
});

async function fastestMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
