import { randomUUID } from "node:crypto";
import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { passSecondStep } from "#modules/accounts/pass-second-step.ts";
import { proveIdentity } from "#modules/accounts/prove-identity.ts";
import { replaceRecoveryCodes } from "#modules/accounts/recovery-codes.ts";
import { revokeBuilderKey } from "#modules/builders/revoke-builder-key.ts";
import { aLogin, aVisitor } from "#testing/builders/login.ts";
import { aShop } from "#testing/builders/shop.ts";
import { aSiteBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";
import { businessCookie, sessionCookie, sessionIdOf } from "./session-cookie.ts";
import { postSite } from "./site-sign-in.ts";
import { challengeCookie } from "./visitor.ts";

const database = useDatabase();

/** A builder with a business `site-1` and its owner. */
async function aSite() {
  const builder = await aSiteBuilder();
  const business = await builder.provision("site-1");
  const email = `ana-${business.id}@example.com`;
  await builder.call("PUT", `businesses/site-1/users/${email}`, { body: { role: "owner" } });
  return { builder, businessId: business.id as string, email, asked: { email, business: "site-1" } };
}

async function post(token: string, cookie = "") {
  const body = new URLSearchParams({ token });
  const headers = { "Content-Type": "application/x-www-form-urlencoded", cookie };
  const request = new Request("http://localhost:3000/sign-in/site/enter", { method: "POST", body, headers });
  const response = await postSite(request);
  const cookies = Object.fromEntries(
    response.headers.getSetCookie().map((line) => line.split(";")[0]?.split("=") as [string, string]),
  );
  const sessionId = await sessionIdOf(cookies[sessionCookie.name]);
  return { status: response.status, location: response.headers.get("location"), cookies, sessionId };
}

async function expectRefused(token: string, problem: string) {
  const { status, location, sessionId } = await post(token);
  expect([status, location, sessionId]).toEqual([303, `/sign-in/site?problem=${problem}`, null]);
}

describe("signing in from a site", () => {
  it("leads into the dashboard of exactly that business", async () => {
    const { builder, businessId, asked } = await aSite();
    const entered = await post(await builder.sign({ ...asked, email: asked.email.toUpperCase() }));
    expect(entered).toMatchObject({ status: 303, location: "/dashboard" });
    expect(entered.cookies[businessCookie]).toBe(businessId);
    const identified = await identifyLogin(entered.sessionId ?? "");
    expect(identified?.memberships.map(({ tenantId }) => tenantId)).toEqual([businessId]);
    const { rows } = await database.superuser.query(
      "SELECT actor_kind, actor_id FROM platform_event WHERE type = 'business.userSignedIn' AND business_id = $1",
      [businessId],
    );
    expect(rows).toEqual([{ actor_kind: "siteBuilder", actor_id: builder.builderId }]);
  });

  it("shows no other business of the login, and proves nothing about the login", async () => {
    const { builder, businessId } = await aSite();
    const [shop, login] = [await aShop(), await aLogin()];
    await shop.run((ctx) =>
      ctx.db.membership.create({
        data: { tenantId: shop.tenantId, id: newId(), userId: login.userId, role: "owner" },
      }),
    );
    // A builder may name any address as a user of its own business.
    await builder.call("PUT", `businesses/site-1/users/${login.email}`, { body: { role: "admin" } });
    const { sessionId } = await post(await builder.sign({ email: login.email, business: "site-1" }));
    const identified = await identifyLogin(sessionId ?? "");
    expect(identified?.memberships.map(({ tenantId }) => tenantId)).toEqual([businessId]);
    const proof = { userId: login.userId, sessionId: sessionId ?? "" };
    expect(await proveIdentity(proof)).toMatchObject({ reason: "invalid" });
  });

  it("still asks for the second factor, and stays in that business after it", async () => {
    const { builder, businessId } = await aSite();
    const [shop, { userId, email }] = [await aShop(), await aLogin()];
    await shop.run((ctx) =>
      ctx.db.membership.create({ data: { tenantId: shop.tenantId, id: newId(), userId, role: "owner" } }),
    );
    await builder.call("PUT", `businesses/site-1/users/${email}`, { body: { role: "admin" } });
    await database.superuser.query(
      "INSERT INTO totp_secret (user_id, secret, confirmed_at) VALUES ($1, 'sealed', now())",
      [userId],
    );
    const [code = ""] = await withPlatform((ctx) => replaceRecoveryCodes(ctx, userId));
    const entered = await post(await builder.sign({ email, business: "site-1" }));
    expect([entered.location, entered.sessionId]).toEqual(["/sign-in/verify", null]);
    const challengeToken = entered.cookies[challengeCookie] ?? "";
    const step = { challengeToken, visitor: aVisitor(), previousSessionId: null, code };
    const passed = await passSecondStep(step);
    const sessionId = passed.ok && passed.value.entry.kind === "entered" ? passed.value.entry.sessionId : "";
    const identified = await identifyLogin(sessionId);
    expect(identified?.memberships.map(({ tenantId }) => tenantId)).toEqual([businessId]);
  });

  it("works once, also for two at the same moment", async () => {
    const { builder, asked } = await aSite();
    const token = await builder.sign(asked);
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(token)));
    expect(answers.filter(({ sessionId }) => sessionId !== null)).toHaveLength(1);
    await expectRefused(token, "used");
  });

  it("refuses a token that is too old, lives too long or comes from the future", async () => {
    const { builder, asked } = await aSite();
    const now = Math.floor(Date.now() / 1000);
    await expectRefused(await builder.sign({ ...asked, issuedAt: now - 400, life: 300 }), "expired");
    await expectRefused(await builder.sign({ ...asked, life: 601 }), "untrusted");
    await expectRefused(await builder.sign({ ...asked, issuedAt: now + 120 }), "untrusted");
  });

  it("refuses a token for another installation, or signed with another secret", async () => {
    const [{ builder, asked }, other] = [await aSite(), await aSite()];
    await expectRefused(await builder.sign({ ...asked, audience: "https://elsewhere.example" }), "untrusted");
    await expectRefused(await builder.sign({ ...asked, secret: other.builder.secret }), "untrusted");
    await expectRefused(await builder.sign({ ...asked, issuer: other.builder.hint }), "untrusted");
    await expectRefused(await builder.sign({ ...asked, issuer: "nobody00" }), "untrusted");
  });

  it("refuses another builder's businesses, and people who are not in the team", async () => {
    const [{ builder, asked }, other] = [await aSite(), await aSite()];
    await expectRefused(await builder.sign({ ...asked, email: other.email }), "stranger");
    await other.builder.provision("site-of-other");
    await expectRefused(await builder.sign({ ...asked, business: "site-of-other" }), "stranger");
    await expectRefused(await builder.sign({ ...asked, email: `nobody-${newId()}@example.com` }), "stranger");
    await builder.provision("site-2");
    await expectRefused(await builder.sign({ ...asked, business: "site-2" }), "stranger");
  });

  it("refuses what is not signed, signed in another way, or changed since", async () => {
    const { builder, asked } = await aSite();
    const claims = { business: asked.business };
    const base = (jwt: SignJWT | UnsecuredJWT) =>
      jwt
        .setIssuer(builder.hint)
        .setAudience(env.APP_URL)
        .setSubject(asked.email)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("5m");
    await expectRefused((base(new UnsecuredJWT(claims)) as UnsecuredJWT).encode(), "untrusted");
    const stronger = (base(new SignJWT(claims)) as SignJWT).setProtectedHeader({ alg: "HS512" });
    await expectRefused(await stronger.sign(new TextEncoder().encode(builder.secret)), "untrusted");
    const [header, , signature] = (await builder.sign(asked)).split(".");
    const forged = Buffer.from(JSON.stringify({ iss: builder.hint, sub: "x@example.com" })).toString(
      "base64url",
    );
    await expectRefused(`${header}.${forged}.${signature}`, "untrusted");
    for (const nonsense of ["", "a", "a.b.c", "x".repeat(9000)]) await expectRefused(nonsense, "untrusted");
  });

  it.each(["sub", "business", "jti", "iat", "exp"])("refuses a token without %s", async (missing) => {
    const { builder, asked } = await aSite();
    const now = Math.floor(Date.now() / 1000);
    const all = { sub: asked.email, business: asked.business, jti: randomUUID(), iat: now, exp: now + 300 };
    const claims = Object.fromEntries(Object.entries(all).filter(([name]) => name !== missing));
    const jwt = new SignJWT({ ...claims, iss: builder.hint, aud: env.APP_URL });
    const signed = jwt.setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(builder.secret));
    await expectRefused(await signed, "untrusted");
  });

  it("refuses a key that was revoked, and a login that is closed", async () => {
    const { builder, asked, email } = await aSite();
    await database.superuser.query("UPDATE users SET disabled_at = now() WHERE email = $1", [email]);
    await expectRefused(await builder.sign(asked), "stranger");
    await database.superuser.query("UPDATE users SET disabled_at = NULL WHERE email = $1", [email]);
    const operator = { kind: "system", job: "test" } as const;
    await withPlatform((ctx) => revokeBuilderKey(ctx, operator, { hint: builder.hint }));
    await expectRefused(await builder.sign(asked), "untrusted");
  });
});
