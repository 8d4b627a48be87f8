import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { aLogin, aSession, aVisitor } from "#testing/builders/login.ts";
import { atSecondStep, withPasskey, withTotp } from "#testing/builders/second-factor.ts";
import { useDatabase } from "#testing/database.ts";
import { SoftAuthenticator } from "#testing/soft-authenticator.ts";
import { addPasskey } from "./add-passkey.ts";
import { beginPasskey } from "./begin-passkey.ts";
import { beginPasskeySignIn } from "./begin-passkey-sign-in.ts";
import { beginPasskeyStep } from "./begin-passkey-step.ts";
import { identifyLogin } from "./identify-login.ts";
import { passWithPasskey } from "./pass-with-passkey.ts";
import { readSecondFactors } from "./read-second-factors.ts";
import { relyingParty } from "./relying-party.ts";
import { removePasskey } from "./remove-passkey.ts";
import { signInWithPasskey } from "./sign-in-with-passkey.ts";

const database = useDatabase();

async function signIn(authenticator: SoftAuthenticator, { twice = false } = {}) {
  const begun = await beginPasskeySignIn({ visitor: aVisitor() });
  if (!begun.ok) throw new Error(begun.message);
  const { ceremony, options } = begun.value;
  const answer = authenticator.answer(options.challenge);
  const send = () =>
    withPlatform((ctx) =>
      signInWithPasskey(ctx, { ceremony, answer, visitor: aVisitor(), previousSessionId: null }),
    );
  const first = await send();
  return twice ? send() : first;
}

const refusedPasskey = { ok: false, reason: "invalid" };

describe("a passkey", () => {
  it("signs in by itself, being both factors, and never by the same answer twice", async () => {
    const login = await aLogin({ password: null });
    const { authenticator, added } = await withPasskey(login);
    expect(added.ok && added.value.recoveryCodes).toHaveLength(10);
    const entry = await signIn(authenticator);
    expect((await identifyLogin(entry.ok ? entry.value.sessionId : ""))?.login.userId).toBe(login.userId);
    expect(await signIn(authenticator, { twice: true })).toMatchObject(refusedPasskey);
  });

  it("is asked for after a password, and answers the second step of its own login only", async () => {
    const [login, other] = [await aLogin(), await aLogin()];
    const { authenticator } = await withPasskey(login);
    const stranger = await withPasskey(other);
    const step = await atSecondStep(login);
    const begun = await withPlatform((ctx) => beginPasskeyStep(ctx, step));
    const options = begun.ok ? begun.value.options : { challenge: "" };
    expect(begun.ok && begun.value.options.allowCredentials?.map(({ id }) => id)).toEqual([authenticator.id]);
    const pass = (by: SoftAuthenticator) =>
      withPlatform((ctx) => passWithPasskey(ctx, { ...step, answer: by.answer(options.challenge) }));
    expect(await pass(stranger.authenticator)).toMatchObject(refusedPasskey);
    expect(await pass(authenticator)).toMatchObject({ ok: true, value: { next: "/dashboard/customers" } });
    expect(await pass(authenticator)).toMatchObject({ reason: "notFound" });
  });

  it("counts only for our own name and address, and with finger, face or PIN", async () => {
    const { origin, id: rpId } = relyingParty();
    const login = await aLogin();
    const sessionId = await aSession(login);
    const wrong = [
      { origin: "https://evil.example", rpId },
      { origin, rpId: "evil.example" },
      { origin, rpId, verifies: false },
    ];
    for (const options of wrong) {
      const begun = await beginPasskey({ ...login, name: "Ada", sessionId });
      if (!begun.ok) throw new Error(begun.message);
      const { ceremony, options: asked } = begun.value;
      const response = new SoftAuthenticator(options).register(asked.challenge);
      const input = { userId: login.userId, name: "Fake", ceremony, response };
      expect(await withPlatform((ctx) => addPasskey(ctx, input))).toMatchObject(refusedPasskey);
    }
  });

  it("is refused when its counter went back, as that of a copy does", async () => {
    const { authenticator } = await withPasskey(await aLogin());
    expect(await signIn(authenticator)).toMatchObject({ ok: true });
    authenticator.counter = 0;
    expect(await signIn(authenticator)).toMatchObject(refusedPasskey);
  });

  it("is made for the login that began it, and needs a fresh sign-in or the password", async () => {
    const [login, other] = [await aLogin({ password: null }), await aLogin()];
    const sessionId = await aSession(login);
    const later = fixedClock(systemClock.now() + 11 * 60_000);
    expect(await beginPasskey({ ...login, name: "Ada", sessionId }, later)).toMatchObject({
      reason: "invalid",
    });
    const begun = await beginPasskey({ ...login, name: "Ada", sessionId });
    if (!begun.ok) throw new Error(begun.message);
    const { origin, id: rpId } = relyingParty();
    const { ceremony, options } = begun.value;
    const response = new SoftAuthenticator({ origin, rpId }).register(options.challenge);
    const stolen = { userId: other.userId, name: "Mine", ceremony, response };
    expect(await withPlatform((ctx) => addPasskey(ctx, stolen))).toMatchObject(refusedPasskey);
  });

  it("is removed by its owner alone; with the last one the recovery codes go, unless an app remains", async () => {
    const [login, other] = [await aLogin(), await aLogin()];
    const { authenticator, sessionId } = await withPasskey(login);
    const { id } = authenticator;
    const theirs = { id, userId: other.userId, sessionId: await aSession(other) };
    expect(await removePasskey(theirs)).toMatchObject({ reason: "notFound" });
    const totp = await withTotp(login);
    expect(totp.recoveryCodes).toEqual([]);
    expect(await removePasskey({ id, userId: login.userId, sessionId })).toMatchObject({ ok: true });
    const left = await withPlatform((ctx) => readSecondFactors(ctx, { userId: login.userId }));
    expect(left).toMatchObject({ passkeys: [], totp: true, recoveryCodes: 10 });
    expect(await signIn(authenticator)).toMatchObject(refusedPasskey);
  });

  it("lets nobody in whose login is disabled", async () => {
    const login = await aLogin();
    const { authenticator } = await withPasskey(login);
    await database.superuser.query("UPDATE users SET disabled_at = now() WHERE id = $1", [login.userId]);
    expect(await signIn(authenticator)).toMatchObject(refusedPasskey);
  });
});
