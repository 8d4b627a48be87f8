import { generateSync } from "otplib";
import { withPlatform } from "#database/tenant-context.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { addPasskey } from "#modules/accounts/add-passkey.ts";
import { beginPasskey } from "#modules/accounts/begin-passkey.ts";
import { beginSession } from "#modules/accounts/begin-session.ts";
import { beginTotp } from "#modules/accounts/begin-totp.ts";
import { confirmTotp } from "#modules/accounts/confirm-totp.ts";
import { relyingParty } from "#modules/accounts/relying-party.ts";
import type { Visitor } from "#modules/accounts/schema.ts";
import { SoftAuthenticator } from "#testing/soft-authenticator.ts";
import { aSession, aVisitor } from "./login.ts";

type Login = { userId: string; email: string };

/** The code that an app with `secret` shows, so many seconds after now. */
export function totpCode(secret: string, now: number, secondsLater = 0): string {
  const epoch = Math.floor(now / 1000) + secondsLater;
  return generateSync({ secret: secret.replaceAll(" ", ""), epoch });
}

/** An authenticator app that a login has turned on; the code of `now` is used up by that. */
export async function withTotp(login: Login, now = systemClock.now()) {
  const clock = fixedClock(now);
  const sessionId = await aSession(login, clock);
  const begun = await beginTotp({ ...login, sessionId }, clock);
  if (!begun.ok) throw new Error(begun.message);
  const { secret } = begun.value;
  const code = totpCode(secret, now);
  const confirmed = await withPlatform((ctx) => confirmTotp(ctx, { userId: login.userId, code }), clock);
  if (!confirmed.ok) throw new Error(confirmed.message);
  return { secret, now, sessionId, recoveryCodes: confirmed.value.recoveryCodes ?? [] };
}

/** A passkey that a login has made. */
export async function withPasskey(login: Login, options: { verifies?: boolean } = {}) {
  const { origin, id: rpId } = relyingParty();
  const authenticator = new SoftAuthenticator({ origin, rpId, ...options });
  const sessionId = await aSession(login);
  const begun = await beginPasskey({ ...login, name: "Ada", sessionId });
  if (!begun.ok) throw new Error(begun.message);
  const { ceremony, options: asked } = begun.value;
  const response = authenticator.register(asked.challenge);
  const input = { userId: login.userId, name: "Laptop", ceremony, response };
  const added = await withPlatform((ctx) => addPasskey(ctx, input));
  return { authenticator, sessionId, added };
}

/** A browser that has proven a login's first factor and waits for the second. */
export async function atSecondStep(login: Login, visitor: Visitor = aVisitor(), now = systemClock.now()) {
  const input = { userId: login.userId, visitor, previousSessionId: null, next: "/dashboard/customers" };
  const entry = await withPlatform((ctx) => beginSession(ctx, input), fixedClock(now));
  if (!entry.ok || entry.value.kind !== "secondFactor") throw new Error("No second step is asked for");
  return { challengeToken: entry.value.challengeToken, visitor, previousSessionId: null };
}
