import { describe, expect, it } from "vitest";
import { withPlatform } from "#database/tenant-context.ts";
import { memberOf } from "#delivery/sign-in/require-member.ts";
import { newId } from "#kernel/ids.ts";
import { countAttempt } from "#modules/accounts/attempts.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { openSession } from "#modules/accounts/open-session.ts";
import { transferOwnership } from "#modules/team/transfer-ownership.ts";
import { aLogin, aSession, aVisitor } from "#testing/builders/login.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { appRouter } from "./app-router.ts";
import { contextFor } from "./context.ts";
import { createCaller } from "./procedures.ts";

useDatabase();

/** Somebody whom a website builder has named as a user of its own business, and a session that it opened in their name. */
async function aSiteSession() {
  const [shop, login] = [await aShop(), await aLogin()];
  const membership = { tenantId: shop.tenantId, id: newId(), userId: login.userId, role: "owner" };
  await shop.run(({ db }) => db.membership.create({ data: membership, select: { id: true } }));
  const open = () =>
    withPlatform((ctx) =>
      openSession(ctx, {
        userId: login.userId,
        visitor: aVisitor(),
        previousSessionId: null,
        onlyTenantId: shop.tenantId,
      }),
    );
  return { shop, login, open };
}

async function callerOf(sessionId: string) {
  const identified = await identifyLogin(sessionId);
  const member = async () => identified && memberOf(identified, undefined);
  return createCaller(appRouter)(contextFor({ member, login: async () => identified }));
}

const proof = { currentPassword: "wrong guess, long enough" };

describe("a session that a website builder opened", () => {
  it("works in its business, and neither sees nor changes anything of the login", async () => {
    const { shop, login, open } = await aSiteSession();
    const elsewhere = await aSession(login);
    const { account, business, onboarding, secondFactors } = await callerOf((await open()).sessionId);
    expect(await business.read()).toMatchObject({ id: shop.tenantId });
    const start = { trade: "salon", name: "Not mine", slug: `not-mine-${newId().slice(0, 8)}` } as const;
    const place = { country: null, timeZone: "Europe/Lisbon", currency: "EUR", locale: "en-GB" };
    const answer = { id: "a", rawId: "a", type: "public-key", clientExtensionResults: {} } as const;
    const response = { ...answer, response: { clientDataJSON: "a", attestationObject: "a" } };
    const asked = [
      account.sessions(),
      account.revokeSession({ sessionId: elsewhere }),
      account.revokeOtherSessions(),
      account.revokeAllSessions(),
      account.changePassword({ ...proof, newPassword: "another long password" }),
      onboarding.start({ ...start, ...place }),
      secondFactors.read(),
      secondFactors.beginTotp(proof),
      secondFactors.confirmTotp({ code: "123456" }),
      secondFactors.removeTotp(proof),
      secondFactors.beginPasskey(proof),
      secondFactors.addPasskey({ ceremony: "none", name: "Key", response }),
      secondFactors.removePasskey({ ...proof, id: "none" }),
      secondFactors.renewRecoveryCodes(proof),
    ];
    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "FORBIDDEN" } });
    }
    expect(await identifyLogin(elsewhere)).toMatchObject({ isFromSite: false });
  });

  it("has no guesses of its own at the login's password, however often it is opened", async () => {
    const { shop, login, open } = await aSiteSession();
    for (let tries = 0; tries < 20; tries++) {
      const stranger = { account: login.email, address: newId(), device: null };
      expect(await countAttempt("password", stranger)).toBeNull();
    }
    const guess = (sessionId: string) => {
      const actor = { kind: "member", userId: login.userId, role: "owner" } as const;
      return transferOwnership({ tenantId: shop.tenantId, actor, sessionId }, { id: newId(), ...proof });
    };
    expect(await guess((await open()).sessionId)).toMatchObject({ reason: "rateLimited" });
    expect(await guess(await aSession(login))).toMatchObject({ reason: "invalid" });
  });
});
