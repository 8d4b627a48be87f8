import { beforeAll, describe, expect, it } from "vitest";
import { grantAdmin, listAdmins, revokeAdmin } from "#database/platform-admins.ts";
import { withTenant } from "#database/tenant-context.ts";
import { memberOf } from "#delivery/sign-in/require-member.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { hasRight, ownersAlone, rights } from "#modules/accounts/rules/rights.ts";
import { listTrail } from "#modules/audit/list-trail.ts";
import { ListTrailInput } from "#modules/audit/schema.ts";
import { openAccount } from "#modules/billing/billing-account.ts";
import { removeMember } from "#modules/team/remove-member.ts";
import { transferOwnership } from "#modules/team/transfer-ownership.ts";
import { changeMode } from "#modules/tenants/change-mode.ts";
import { updateBusiness } from "#modules/tenants/update-business.ts";
import { aLogin, aSession } from "#testing/builders/login.ts";
import { aTeamMember } from "#testing/builders/member.ts";
import { aPlatformAdmin, type BuiltAdmin } from "#testing/builders/platform-admin.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { startActing } from "./start-acting.ts";
import { stopActing } from "./stop-acting.ts";

const database = useDatabase();
const reason = "Asked for help with the hours";
let admin: BuiltAdmin;
let sessionId: string;
beforeAll(async () => {
  admin = await aPlatformAdmin(database);
});

function start(shop: Shop, by = { admin, sessionId }) {
  const input = { businessId: shop.tenantId, reason, sessionId: by.sessionId };
  return by.admin.inBusiness(shop.tenantId, (ctx) => startActing(ctx, input));
}

async function memberNow(chosen?: string, clock = systemClock) {
  const identified = await identifyLogin(sessionId, clock);
  return identified && memberOf(identified, chosen);
}

describe("acting as a business", () => {
  it("makes the session its owner for an hour, but for what owners alone decide, and ends by itself", async () => {
    sessionId = await aSession(admin);
    const shop = await aShop();
    expect(await memberNow()).toBeNull();
    expect((await start(shop)).ok).toBe(true);
    const member = await memberNow();
    expect(member).toMatchObject({
      tenantId: shop.tenantId,
      actor: { role: "owner", isPlatformAdmin: true },
    });
    if (!member) throw new Error("Acting makes a member");
    for (const right of rights) expect(hasRight(member.actor, right)).toBe(!ownersAlone.includes(right));
    const later = (minutes: number) => fixedClock(systemClock.now() + minutes * 60_000);
    expect(await memberNow(undefined, later(59))).not.toBeNull();
    expect(await memberNow(undefined, later(61))).toBeNull();
  });

  it("is in the business's own history under the admin's name, and so is what they change", async () => {
    sessionId = await aSession(admin);
    const shop = await aShop();
    await start(shop);
    const member = await memberNow();
    if (!member) throw new Error("Acting makes a member");
    const { tenantId, actor } = member;
    await withTenant({ tenantId, actor }, (ctx) => updateBusiness(ctx, { tagline: "Helped" }));
    await admin.inBusiness(tenantId, (ctx) => stopActing(ctx, { sessionId }));
    expect(await memberNow()).toBeNull();
    const trail = await shop.run((ctx) => listTrail(ctx, ListTrailInput.parse({})));
    expect(trail.ok && trail.value.entries).toMatchObject([
      { type: "platform.actingStopped" },
      {
        type: "business.updated",
        actorKind: "platformAdmin",
        actorName: "Ada",
        payload: { changed: ["tagline"] },
      },
      { type: "platform.actingStarted", actorKind: "platformAdmin", payload: { reason } },
    ]);
    const { rows } = await database.superuser.query(
      "SELECT type FROM platform_event WHERE business_id = $1 ORDER BY at, id",
      [tenantId],
    );
    expect(rows.map(({ type }) => type)).toEqual(["platform.actingStarted", "platform.actingStopped"]);
  });

  it("is one business at a time, whatever the cookie of the chosen business says", async () => {
    sessionId = await aSession(admin);
    const [shop, other] = [await aShop(), await aShop()];
    await start(shop);
    expect((await memberNow(other.tenantId))?.tenantId).toBe(shop.tenantId);
    expect(await start(other)).toMatchObject({ reason: "wrongState" });
    expect((await memberNow())?.tenantId).toBe(shop.tenantId);
  });

  it("cannot be forged: rows of a login that is no platform admin, or of another's session, mean nothing", async () => {
    const shop = await aShop();
    const login = await aLogin({ password: null });
    const theirs = await aSession(login);
    // Not even the row itself is enough.
    await database.superuser.query(
      "UPDATE login_session SET acting_as_tenant_id = $1, acting_until = now() + interval '1 hour' WHERE id = $2",
      [shop.tenantId, theirs],
    );
    expect(await identifyLogin(theirs)).toMatchObject({ isPlatformAdmin: false, acting: null });
    const own = await aSession(login);
    expect(await start(shop, { admin, sessionId: own })).toMatchObject({ reason: "wrongState" });
    expect(await start(shop, { admin, sessionId: newId() })).toMatchObject({ reason: "wrongState" });
  });

  it("is nothing that a session could do which a website builder opened in the admin's name", async () => {
    const shop = await aShop();
    sessionId = await aSession(admin);
    await start(shop);
    await database.superuser.query("UPDATE login_session SET only_tenant_id = $1 WHERE id = $2", [
      shop.tenantId,
      sessionId,
    ]);
    expect(await identifyLogin(sessionId)).toMatchObject({ isPlatformAdmin: false, acting: null });
  });

  it("ends at once when the admin's right is taken away", async () => {
    const second = await aPlatformAdmin(database);
    sessionId = await aSession(second);
    const shop = await aShop();
    await start(shop, { admin: second, sessionId });
    expect(await memberNow()).not.toBeNull();
    expect(await revokeAdmin(database.owner, second.email)).toBe(true);
    expect(await identifyLogin(sessionId)).toMatchObject({ isPlatformAdmin: false, acting: null });
  });

  it("hands nothing over, removes no owner, pays nothing and changes no mode", async () => {
    sessionId = await aSession(admin);
    const shop = await aShop();
    const second = await aTeamMember(shop, "owner");
    await start(shop);
    const member = await memberNow();
    if (!member) throw new Error("Acting makes a member");
    const { tenantId, actor } = member;
    const scope = { tenantId, actor };
    const { rows } = await database.superuser.query("SELECT id FROM membership WHERE user_id = $1", [
      second.actor.userId,
    ]);
    const id = rows[0].id;
    const refusals = [
      await transferOwnership({ ...scope, sessionId }, { id }),
      await withTenant(scope, (ctx) => removeMember(ctx, { id })),
      await openAccount(scope, null),
      await withTenant(scope, (ctx) => changeMode(ctx, { mode: "hybrid" })),
    ];
    expect(refusals.map((refusal) => !refusal.ok && refusal.reason)).toEqual(Array(4).fill("forbidden"));
  });

  it("is not for a business that is deleted", async () => {
    sessionId = await aSession(admin);
    expect(await start(await aShop({ status: "deleted" }))).toMatchObject({ reason: "notFound" });
  });
});

describe("who is a platform admin", () => {
  it("is decided by the owner of the tables: the application can only read it", async () => {
    const { userId } = await aLogin({ password: null });
    await expect(
      admin.across(({ sql }) => sql("INSERT INTO platform_admin (user_id) VALUES ($1)", [userId])),
    ).rejects.toThrow(/permission denied/);
    await expect(admin.across(({ sql }) => sql("DELETE FROM platform_admin"))).rejects.toThrow(
      /permission denied/,
    );
  });

  it("is granted to an address that has no login yet, once, and taken away again", async () => {
    const email = `${newId()}@example.com`;
    expect(await grantAdmin(database.owner, email)).toEqual({ createdLogin: true, granted: true });
    expect(await grantAdmin(database.owner, email)).toEqual({ createdLogin: false, granted: false });
    expect(await listAdmins(database.owner)).toContainEqual(
      expect.objectContaining({ email, hasSecondFactor: false }),
    );
    expect(await revokeAdmin(database.owner, email)).toBe(true);
    expect(await revokeAdmin(database.owner, email)).toBe(false);
  });
});
