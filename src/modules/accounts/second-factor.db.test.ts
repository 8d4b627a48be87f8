import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { aLogin, aSession, aVisitor } from "#testing/builders/login.ts";
import { atSecondStep, totpCode, withTotp } from "#testing/builders/second-factor.ts";
import { useDatabase } from "#testing/database.ts";
import { beginSession } from "./begin-session.ts";
import { beginTotp } from "./begin-totp.ts";
import { confirmTotp } from "./confirm-totp.ts";
import { identifyLogin } from "./identify-login.ts";
import { openSession } from "./open-session.ts";
import { passSecondStep } from "./pass-second-step.ts";
import { readSecondFactors } from "./read-second-factors.ts";
import { removeTotp } from "./remove-totp.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";

const database = useDatabase();

const read = (userId: string) => withPlatform((ctx) => readSecondFactors(ctx, { userId }));

async function factorOf(login: { userId: string }) {
  const input = { userId: login.userId, visitor: aVisitor(), previousSessionId: null, next: "/dashboard" };
  const entry = await withPlatform((ctx) => beginSession(ctx, input));
  return entry.ok ? entry.value.kind : entry.reason;
}

describe("an authenticator app", () => {
  it("counts once its first code was entered, and comes with ten recovery codes", async () => {
    const login = await aLogin();
    const sessionId = await aSession(login);
    const begun = await beginTotp({ ...login, sessionId });
    const secret = begun.ok ? begun.value.secret : "";
    expect(await factorOf(login)).toBe("entered");
    const confirm = (code: string) => withPlatform((ctx) => confirmTotp(ctx, { userId: login.userId, code }));
    expect(await confirm("000000")).toMatchObject({ reason: "invalid", details: { field: "code" } });
    const code = totpCode(secret, systemClock.now());
    const confirmed = await confirm(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(confirmed.ok && new Set(confirmed.value.recoveryCodes).size).toBe(10);
    expect(await factorOf(login)).toBe("secondFactor");
    expect(await read(login.userId)).toMatchObject({ totp: true, recoveryCodes: 10, hasPassword: true });
    expect(await confirm(code)).toMatchObject({ reason: "invalid" });
  });

  it("keeps its secret sealed, and its recovery codes as hashes", async () => {
    const login = await aLogin();
    const { secret, recoveryCodes } = await withTotp(login);
    const stored = await database.superuser.query(
      `SELECT secret AS text FROM totp_secret WHERE user_id = $1
       UNION ALL SELECT code_hash FROM recovery_code WHERE user_id = $1`,
      [login.userId],
    );
    const text = JSON.stringify(stored.rows);
    for (const readable of [secret.replaceAll(" ", ""), ...recoveryCodes])
      expect(text).not.toContain(readable);
  });

  it("is neither added nor removed by a browser left open, without the password", async () => {
    const login = await aLogin();
    const { sessionId } = await withTotp(login);
    const other = await aLogin();
    const old = await aSession(other);
    const later = fixedClock(systemClock.now() + 11 * 60_000);
    const asks = [
      beginTotp({ ...other, sessionId: old }, later),
      removeTotp({ userId: login.userId, sessionId }, later),
      renewRecoveryCodes({ userId: login.userId, sessionId }, later),
    ];
    for (const answer of await Promise.all(asks)) expect(answer).toMatchObject({ reason: "invalid" });
    const currentPassword = login.password;
    expect(await removeTotp({ userId: login.userId, sessionId, currentPassword }, later)).toMatchObject({
      ok: true,
    });
    expect(await read(login.userId)).toMatchObject({ totp: false, recoveryCodes: 0 });
    expect(await factorOf(login)).toBe("entered");
  });

  it("is told to its owner by e-mail, as every change is", async () => {
    const login = await aLogin();
    const { sessionId } = await withTotp(login);
    await renewRecoveryCodes({ userId: login.userId, sessionId });
    await removeTotp({ userId: login.userId, sessionId });
    const { rows } = await database.superuser.query(
      `SELECT j.payload ->> 'change' AS change FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'send-login-notice' AND j.payload ->> 'userId' = $1 ORDER BY j.id`,
      [login.userId],
    );
    expect(rows.map(({ change }) => change)).toEqual(["totpAdded", "recoveryCodesRenewed", "totpRemoved"]);
  });

  it("is not replaced by another before it is removed", async () => {
    const login = await aLogin();
    const { sessionId } = await withTotp(login);
    expect(await beginTotp({ ...login, sessionId })).toMatchObject({ reason: "wrongState" });
  });

  it("is not confirmed by a code that comes more than ten minutes later", async () => {
    const login = await aLogin();
    const begun = await beginTotp({ ...login, sessionId: await aSession(login) });
    const later = systemClock.now() + 10 * 60_000;
    const code = totpCode(begun.ok ? begun.value.secret : "", later);
    const confirmed = await withPlatform(
      (ctx) => confirmTotp(ctx, { userId: login.userId, code }),
      fixedClock(later + 1000),
    );
    expect(confirmed).toMatchObject({ reason: "invalid" });
  });
});

describe("the second step of a sign-in", () => {
  async function aStep() {
    const login = await aLogin();
    const totp = await withTotp(login);
    const step = await atSecondStep(login, aVisitor(), totp.now);
    const codeAt = (seconds: number) => totpCode(totp.secret, totp.now, seconds);
    const pass = (code: string, seconds: number, from = step) =>
      passSecondStep({ ...from, code }, fixedClock(totp.now + seconds * 1000));
    return { login, totp, step, codeAt, pass };
  }

  it("opens the session that waited for it, and goes on to where one was going", async () => {
    const { login, codeAt, pass } = await aStep();
    const passed = await pass(codeAt(60), 60);
    expect(passed).toMatchObject({ ok: true, value: { next: "/dashboard/customers" } });
    const sessionId = passed.ok ? passed.value.entry.sessionId : "";
    expect((await identifyLogin(sessionId))?.login.userId).toBe(login.userId);
    expect(await pass(codeAt(90), 90)).toMatchObject({ reason: "notFound" });
  });

  it("takes no code twice, nor an older one after it, and one of many who send it at once gets in", async () => {
    const { login, totp, codeAt, pass } = await aStep();
    expect(await pass(codeAt(0), 1)).toMatchObject({ reason: "invalid" });
    const steps = await Promise.all(
      Array.from({ length: 4 }, () => atSecondStep(login, aVisitor(), totp.now)),
    );
    const results = await Promise.all(steps.map((step) => pass(codeAt(60), 60, step)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const again = await atSecondStep(login, aVisitor(), totp.now);
    expect(await pass(codeAt(60), 61, again)).toMatchObject({ reason: "invalid" });
    expect(await pass(codeAt(30), 62, again)).toMatchObject({ reason: "invalid" });
  });

  it("takes a recovery code in place of the app's, each once, however it is written", async () => {
    const { login, totp, pass } = await aStep();
    const [code = ""] = totp.recoveryCodes;
    expect(await pass(code.toUpperCase().replaceAll("-", " "), 1)).toMatchObject({ ok: true });
    expect(await read(login.userId)).toMatchObject({ recoveryCodes: 9 });
    const again = await atSecondStep(login, aVisitor(), totp.now);
    expect(await pass(code, 2, again)).toMatchObject({ reason: "invalid" });
  });

  it("waits for ten minutes and ten tries", async () => {
    const { login, totp, codeAt, pass } = await aStep();
    expect(await pass(codeAt(600), 10 * 60)).toMatchObject({ reason: "notFound" });
    const step = await atSecondStep(login, aVisitor(), totp.now);
    for (let attempt = 0; attempt < 10; attempt++) {
      expect(await pass("not-a-recovery-code", 1, step)).toMatchObject({ reason: "invalid" });
    }
    expect(await pass(totp.recoveryCodes[0] ?? "", 1, step)).toMatchObject({ reason: "notFound" });
  });

  it("has few codes guessed an hour, from whatever addresses, while a known browser and a recovery code get in", async () => {
    const { login, totp, codeAt, pass } = await aStep();
    const { devices } = await withPlatform((ctx) =>
      openSession(ctx, { userId: login.userId, visitor: aVisitor(), previousSessionId: null }),
    );
    const answers = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const step = await atSecondStep(login, aVisitor(), totp.now);
      answers.push(await pass("000000", 1, step));
    }
    expect(answers.filter((answer) => !answer.ok && answer.reason === "invalid")).toHaveLength(10);
    const stranger = await atSecondStep(login, aVisitor(), totp.now);
    expect(await pass(codeAt(60), 60, stranger)).toMatchObject({ reason: "rateLimited" });
    expect(await pass(totp.recoveryCodes[0] ?? "", 60, stranger)).toMatchObject({ ok: true });
    const owner = await atSecondStep(login, { ...aVisitor(), devices }, totp.now);
    expect(await pass(codeAt(90), 90, owner)).toMatchObject({ ok: true });
  });

  it("lets nobody in whose login was disabled meanwhile", async () => {
    const { login, codeAt, pass } = await aStep();
    await database.superuser.query("UPDATE users SET disabled_at = now() WHERE id = $1", [login.userId]);
    expect(await pass(codeAt(60), 60)).toMatchObject({ reason: "notFound" });
  });

  it("does not take another login's codes", async () => {
    const [mine, theirs] = [await aStep(), await aStep()];
    expect(await mine.pass(theirs.codeAt(60), 60)).toMatchObject({ reason: "invalid" });
    expect(await mine.pass(theirs.totp.recoveryCodes[0] ?? "", 60)).toMatchObject({ reason: "invalid" });
  });
});
