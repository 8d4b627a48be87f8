import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { aLogin, aVisitor } from "#testing/builders/login.ts";
import { useDatabase } from "#testing/database.ts";
import { openSession } from "./open-session.ts";
import { passwordMatches } from "./password-hash.ts";
import { signIn } from "./sign-in.ts";

/** The one place where passwords are checked, counted here; it answers without the work of hashing. */
vi.mock("./password-hash.ts", async (original) => ({
  ...(await original<typeof import("./password-hash.ts")>()),
  passwordMatches: vi.fn(
    async (stored: string | null, password: string) => stored !== null && password === "right",
  ),
}));

useDatabase();

const start = Date.parse("2026-11-20T10:00:00Z");
const hour = 60 * 60_000;

const guess = (email: string) => signIn({ email, password: "guess", visitor: aVisitor() });

/** So many guesses from as many addresses, spread over the hour; answers with the words that were given, by number. */
async function attack(email: string, guesses: number, during?: (time: number) => Promise<void>) {
  const answers: Record<string, number> = {};
  const together = 100;
  for (let count = 0; count < guesses; count += together) {
    const time = Math.floor((count / guesses) * hour);
    vi.setSystemTime(start + time);
    const results = await Promise.all(Array.from({ length: together }, () => guess(email)));
    for (const result of results) {
      const answer = result.ok ? "in" : result.reason;
      answers[answer] = (answers[answer] ?? 0) + 1;
    }
    if (time === hour / 2) await during?.(time);
  }
  return answers;
}

describe("guessing a password", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: start });
    vi.mocked(passwordMatches).mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it("has at most 100 of 10,000 guesses an hour checked, and keeps no owner out who comes from a known browser", async () => {
    const { email, userId } = await aLogin();
    const input = { userId, visitor: aVisitor(), previousSessionId: null };
    const { devices } = await withPlatform((ctx) => openSession(ctx, input));
    const answers = await attack(email, 10_000, async () => {
      const owner = { ...aVisitor(), devices };
      expect(await signIn({ email, password: "right", visitor: owner })).toMatchObject({ ok: true });
      expect(await signIn({ email, password: "typo", visitor: owner })).toMatchObject({ reason: "invalid" });
      expect(await signIn({ email, password: "right", visitor: owner })).toMatchObject({ ok: true });
    });
    const owners = 3;
    expect(passwordMatches).toHaveBeenCalledTimes((answers.invalid ?? 0) + owners);
    expect(answers.invalid).toBeLessThanOrEqual(100);
    expect(answers.invalid).toBeGreaterThan(0);
    expect((answers.invalid ?? 0) + (answers.rateLimited ?? 0)).toBe(10_000);
  });

  it("is answered alike, after the same number of checks, for an account that does not exist", async () => {
    const { email } = await aLogin();
    const known = await attack(email, 500);
    const checks = vi.mocked(passwordMatches).mock.calls.length;
    const unknown = await attack("nobody-at-all@example.com", 500);
    expect(unknown).toEqual(known);
    expect(vi.mocked(passwordMatches).mock.calls.length).toBe(2 * checks);
  });

  it("stays within 100 in any hour, wherever the hour begins", async () => {
    const { email } = await aLogin();
    const checkedAt: number[] = [];
    for (let minute = 0; minute < 180; minute += 5) {
      vi.setSystemTime(start + minute * 60_000);
      const before = vi.mocked(passwordMatches).mock.calls.length;
      await Promise.all(Array.from({ length: 30 }, () => guess(email)));
      const checks = vi.mocked(passwordMatches).mock.calls.length - before;
      checkedAt.push(...Array.from({ length: checks }, () => minute));
    }
    for (let from = 0; from < 120; from += 1) {
      const within = checkedAt.filter((minute) => minute >= from && minute < from + 60);
      expect(within.length).toBeLessThanOrEqual(100);
    }
  });

  it("has a budget of its own in a browser that is known, and uses up nobody else's there", async () => {
    const { email, userId } = await aLogin();
    const input = { userId, visitor: aVisitor(), previousSessionId: null };
    const { devices } = await withPlatform((ctx) => openSession(ctx, input));
    const stolen = () => signIn({ email, password: "guess", visitor: { ...aVisitor(), devices } });
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await stolen()).toMatchObject({ reason: "invalid" });
    expect(await stolen()).toMatchObject({ reason: "rateLimited" });
    expect(await signIn({ email, password: "right", visitor: aVisitor() })).toMatchObject({ ok: true });
  });

  it("gets no such budget by a made-up token, nor by that of another login", async () => {
    const [{ email }, other] = await Promise.all([aLogin(), aLogin()]);
    const input = { userId: other.userId, visitor: aVisitor(), previousSessionId: null };
    const { devices } = await withPlatform((ctx) => openSession(ctx, input));
    await attack(email, 100);
    const visitor = { ...aVisitor(), devices: [...devices, "x".repeat(43)] };
    expect(await signIn({ email, password: "right", visitor })).toMatchObject({ reason: "rateLimited" });
  });

  it("says how long to wait, a quarter of an hour at most", async () => {
    const { email } = await aLogin();
    await attack(email, 100);
    const refused = await guess(email);
    const wait = refused.ok ? 0 : Number(refused.details?.retryAfterSeconds);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(15 * 60);
  });
});
