import { beforeAll, describe, expect, it } from "vitest";
import { memberOf } from "#delivery/sign-in/require-member.ts";
import { newId } from "#kernel/ids.ts";
import type { IdentifiedLogin } from "#modules/accounts/identify-login.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { aLogin, aSession } from "#testing/builders/login.ts";
import { aPlatformAdmin, type BuiltAdmin } from "#testing/builders/platform-admin.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { appRouter } from "./app-router.ts";
import { contextFor } from "./context.ts";
import { createCaller } from "./procedures.ts";

const procedures = Object.keys(appRouter._def.procedures).filter((path) => path.startsWith("platform."));

function callerOf(login: IdentifiedLogin | null) {
  return createCaller(appRouter)(
    contextFor({ member: async () => login && memberOf(login, undefined), login: async () => login }),
  );
}

/** Calls a procedure by its path with whatever input: who may not is refused before the input is looked at. */
function call(caller: ReturnType<typeof callerOf>, path: string, input: unknown): Promise<unknown> {
  const [, name = ""] = path.split(".");
  const platform = caller.platform as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  return Promise.resolve(platform[name]?.(input));
}

describe("the platform's procedures", () => {
  const database = useDatabase();
  let admin: BuiltAdmin;
  let shop: Shop;
  const outsiders: Record<string, () => Promise<IdentifiedLogin | null>> = {
    "an owner": () => signedIn({ userId: shop.ownerUserId }),
    "a staff member": async () => signedIn(await staffMember()),
    "a login without a business": async () => signedIn(await aLogin({ password: null })),
    "somebody who is not signed in": async () => null,
  };

  async function signedIn(login: { userId: string }): Promise<IdentifiedLogin | null> {
    return identifyLogin(await aSession(login));
  }

  async function staffMember() {
    const login = await aLogin({ password: null });
    const membership = { tenantId: shop.tenantId, id: newId(), userId: login.userId, role: "staff" };
    await shop.run(({ db }) => db.membership.create({ data: membership, select: { id: true } }));
    return login;
  }

  beforeAll(async () => {
    admin = await aPlatformAdmin(database);
    shop = await aShop();
  });

  it.each(Object.keys(outsiders))("are nothing that %s could find", async (who) => {
    expect(procedures.length).toBeGreaterThan(20);
    const login = (await outsiders[who]?.()) ?? null;
    const businessId = shop.tenantId;
    const input = { businessId, reason: "None", userId: shop.ownerUserId, jobId: "1", allowed: false };
    for (const path of procedures) {
      await expect(call(callerOf(login), path, input), path).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: "There is nothing at this address.",
      });
    }
    const { rows } = await database.superuser.query("SELECT count(*)::int AS n FROM platform_event");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("answer an admin, who acts as a business from one request to the next and stops again", async () => {
    const sessionId = await aSession(admin);
    const now = async () => callerOf(await identifyLogin(sessionId));
    const businessId = shop.tenantId;
    expect(await (await now()).platform.businesses({})).toMatchObject({ businesses: [{ id: businessId }] });
    await expect((await now()).business.read()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await (await now()).platform.startActing({ businessId, reason: "Asked for help" });
    expect(await (await now()).business.read()).toMatchObject({ id: businessId });
    await (await now()).business.update({ tagline: "Helped" });
    const trail = await (await now()).audit.list({ actorKind: "platformAdmin", actorId: admin.userId });
    expect(trail.entries.map(({ type }) => type)).toEqual(["business.updated", "platform.actingStarted"]);
    expect(await (await now()).platform.stopActing()).toEqual({ stopped: true });
    expect(await (await now()).platform.stopActing()).toEqual({ stopped: false });
    await expect((await now()).business.read()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("says why it needs a reason", async () => {
    const caller = callerOf(await signedIn(admin));
    const asked = caller.platform.suspend({ businessId: shop.tenantId, reason: "  " });
    await expect(asked).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
