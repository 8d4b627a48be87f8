import { beforeAll, describe, expect, it } from "vitest";
import { appendEvent } from "#database/events.ts";
import { withTenant } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { followSubscription } from "#modules/billing/follow-subscription.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { aClock, aTestProvider, aTrialShop, payFor, scopeOf } from "#testing/builders/billing.ts";
import { aPlatformAdmin, type BuiltAdmin } from "#testing/builders/platform-admin.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { allowPayments } from "./allow-payments.ts";
import { givePlan } from "./give-plan.ts";
import { listBusinesses } from "./list-businesses.ts";
import { listPlatformTrail } from "./list-platform-trail.ts";
import { readBusinessFile } from "./read-business-file.ts";
import { readFigures } from "./read-figures.ts";
import { restoreBusiness } from "./restore-business.ts";
import { ListBusinessesInput, ListPlatformTrailInput } from "./schema.ts";
import { suspendBusiness } from "./suspend-business.ts";

const database = useDatabase();
let admin: BuiltAdmin;
beforeAll(async () => {
  admin = await aPlatformAdmin(database);
});

const reason = "Complaints about spam";

function suspend(shop: Shop) {
  const input = { businessId: shop.tenantId, reason };
  return admin.inBusiness(shop.tenantId, (ctx) => suspendBusiness(ctx, input));
}

function restore(shop: Shop, overrule = false) {
  const input = { businessId: shop.tenantId, overrule };
  return admin.inBusiness(shop.tenantId, (ctx) => restoreBusiness(ctx, input));
}

async function stateOf(shop: Shop) {
  const { rows } = await database.superuser.query(
    "SELECT status, suspended_by, payments_allowed FROM tenant WHERE id = $1",
    [shop.tenantId],
  );
  return rows[0];
}

async function eventsOf(shop: Shop): Promise<string[]> {
  const { rows } = await database.superuser.query(
    "SELECT type, actor_kind, actor_id FROM event WHERE tenant_id = $1 ORDER BY at, id",
    [shop.tenantId],
  );
  for (const row of rows) expect([row.actor_kind, row.actor_id]).toEqual(["platformAdmin", admin.userId]);
  return rows.map((row) => row.type);
}

async function platformEventsOf(shop: Shop): Promise<string[]> {
  const { rows } = await database.superuser.query(
    "SELECT type FROM platform_event WHERE business_id = $1 AND actor_kind = 'platformAdmin' ORDER BY at, id",
    [shop.tenantId],
  );
  return rows.map((row) => row.type);
}

/** As billing leaves a business that has not paid. */
async function suspendForBilling(shop: Shop): Promise<void> {
  await shop.run((ctx) =>
    assignPlan(ctx, { planId: "standalone-starter", billedBy: "sandbox", status: "suspended" }),
  );
  await shop.run(({ db }) =>
    db.tenant.updateMany({ where: {}, data: { status: "suspended", suspendedBy: "billing" } }),
  );
  await database.superuser.query("DELETE FROM event WHERE tenant_id = $1", [shop.tenantId]);
}

describe("suspending a business", () => {
  it("stops it with a reason that both trails have, and deletes nothing; restoring gives it back", async () => {
    const shop = await aShop();
    expect(await suspend(shop)).toEqual({ ok: true, value: { suspended: true } });
    expect(await stateOf(shop)).toMatchObject({ status: "suspended", suspended_by: "platform" });
    const file = await admin.inBusiness(shop.tenantId, (ctx) =>
      readBusinessFile(ctx, { businessId: shop.tenantId }),
    );
    expect(file).toMatchObject({ ok: true, value: { suspensionReason: reason, counts: { services: 1 } } });
    expect(await restore(shop)).toMatchObject({ ok: true, value: { status: "active" } });
    expect(await stateOf(shop)).toMatchObject({ status: "active", suspended_by: null });
    expect(await eventsOf(shop)).toEqual(["business.suspended", "business.restored"]);
    expect(await platformEventsOf(shop)).toEqual([
      "business.suspended",
      "business.viewed",
      "business.restored",
    ]);
  });

  it("is done once when two admins do it at once, and so is restoring", async () => {
    const shop = await aShop();
    const suspended = await Promise.all([suspend(shop), suspend(shop), suspend(shop)]);
    expect(suspended.filter(({ ok }) => ok)).toHaveLength(1);
    const restored = await Promise.all([restore(shop), restore(shop), restore(shop)]);
    expect(restored.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(shop)).toEqual(["business.suspended", "business.restored"]);
  });

  it("ends in one of both states when suspended and restored at once, with a trail that says which", async () => {
    const shop = await aShop();
    await suspend(shop);
    await Promise.all([restore(shop), suspend(shop), restore(shop), suspend(shop)]);
    const last = (await eventsOf(shop)).at(-1);
    const { status } = await stateOf(shop);
    expect(last).toBe(status === "active" ? "business.restored" : "business.suspended");
  });

  it("leaves what billing suspended to a payment, unless the admin says that they overrule it", async () => {
    const shop = await aShop();
    await suspendForBilling(shop);
    expect(await restore(shop)).toMatchObject({
      ok: false,
      reason: "wrongState",
      details: { suspendedBy: "billing" },
    });
    expect(await stateOf(shop)).toMatchObject({ status: "suspended", suspended_by: "billing" });
    expect(await restore(shop, true)).toMatchObject({ ok: true, value: { status: "active" } });
    expect(await stateOf(shop)).toMatchObject({ status: "active", suspended_by: null });
  });

  it("hands who has not paid meanwhile back to billing", async () => {
    const shop = await aShop();
    await suspendForBilling(shop);
    expect((await suspend(shop)).ok).toBe(true);
    expect(await restore(shop)).toMatchObject({ ok: true, value: { suspendedBy: "billing" } });
    expect(await stateOf(shop)).toMatchObject({ status: "suspended", suspended_by: "billing" });
  });

  it("knows no business that is not there, and none that is deleted", async () => {
    const shop = await aShop({ status: "deleted" });
    expect(await suspend(shop)).toMatchObject({ reason: "notFound" });
    expect(await restore(shop)).toMatchObject({ reason: "notFound" });
    const nowhere = { ...shop, tenantId: newId() as Shop["tenantId"] };
    expect(await suspend(nowhere)).toMatchObject({ reason: "notFound" });
    const businessId = nowhere.tenantId;
    const file = await admin.inBusiness(businessId, (ctx) => readBusinessFile(ctx, { businessId }));
    expect(file).toMatchObject({ reason: "notFound" });
  });
});

describe("payments", () => {
  it("are switched off and on, once each in the trail however often it is said", async () => {
    const shop = await aShop();
    const businessId = shop.tenantId;
    const say = (allowed: boolean) =>
      admin.inBusiness(businessId, (ctx) => allowPayments(ctx, { businessId, allowed }));
    await say(false);
    await say(false);
    expect(await stateOf(shop)).toMatchObject({ payments_allowed: false });
    await say(true);
    expect(await eventsOf(shop)).toEqual(["business.paymentsStopped", "business.paymentsAllowed"]);
  });
});

describe("giving a plan", () => {
  const planOf = async ({ tenantId }: Shop) => {
    const asked = "SELECT plan_id, billed_by, status FROM subscription WHERE tenant_id = $1";
    return (await database.superuser.query(asked, [tenantId])).rows[0];
  };
  const give = (shop: Shop, planId: string) =>
    admin.inBusiness(shop.tenantId, (ctx) => givePlan(ctx, { businessId: shop.tenantId, planId }));

  it("bills nobody and restores what was suspended for a missing payment", async () => {
    const shop = await aShop();
    await suspendForBilling(shop);
    expect(await give(shop, "standalone-enterprise")).toMatchObject({ ok: true });
    const given = { plan_id: "standalone-enterprise", billed_by: "platform", status: "active" };
    expect(await planOf(shop)).toEqual(given);
    expect(await stateOf(shop)).toMatchObject({ status: "active" });
    expect(await eventsOf(shop)).toEqual(["subscription.changed", "business.restored"]);
  });

  it("stays, whatever the provider says of what was not paid, until that is paid", async () => {
    const clock = aClock("2030-03-20T00:00:00Z");
    const test = aTestProvider(clock);
    const shop = await aTrialShop();
    const { id } = await payFor(shop, test, { clock });
    const follow = () => followSubscription(scopeOf(shop, clock), test.billing);
    await follow();
    await test.provider.act(id, "failPayment");
    clock.at += 15 * 86_400_000;
    await follow();
    expect(await stateOf(shop)).toMatchObject({ suspended_by: "billing" });
    expect(await give(shop, "standalone-enterprise")).toMatchObject({ ok: true });
    const given = { plan_id: "standalone-enterprise", billed_by: "platform", status: "active" };
    await follow();
    expect([await planOf(shop), await stateOf(shop)]).toMatchObject([given, { status: "active" }]);

    const paid = await aTrialShop();
    const { id: another } = await payFor(paid, test, { clock });
    await followSubscription(scopeOf(paid, clock), test.billing);
    await test.provider.act(another, "failPayment");
    clock.at += 15 * 86_400_000;
    await followSubscription(scopeOf(paid, clock), test.billing);
    await give(paid, "standalone-enterprise");
    await test.provider.act(another, "payOpenInvoice");
    await followSubscription(scopeOf(paid, clock), test.billing);
    expect(await planOf(paid)).toMatchObject({ plan_id: "standalone-professional", billed_by: "sandbox" });

    // Given up for good: what was given is nobody's to take away.
    await test.provider.act(id, "endWithPeriod");
    await test.provider.act(id, "renew");
    expect(await test.provider.read(id)).toMatchObject({ status: "canceled" });
    await follow();
    expect([await planOf(shop), await stateOf(shop)]).toMatchObject([given, { status: "active" }]);
  });

  it("is refused while the business pays itself, and for a plan that does not exist", async () => {
    const shop = await aShop();
    await shop.run((ctx) =>
      assignPlan(ctx, { planId: "standalone-starter", billedBy: "stripe", status: "active" }),
    );
    expect(await give(shop, "standalone-enterprise")).toMatchObject({ reason: "wrongState" });
    expect(await give(await aShop(), "nothing")).toMatchObject({ reason: "notFound" });
  });
});

describe("finding businesses", () => {
  const find = (input: Partial<ListBusinessesInput>) =>
    admin.across((ctx) => listBusinesses(ctx, ListBusinessesInput.parse(input)));

  it("goes by name, address and owner, and takes what is typed as it is", async () => {
    const shop = await aShop({ name: "Zo\\%e's Barbers", slug: "zoes-barbers" });
    const { rows } = await database.superuser.query("SELECT email FROM users WHERE id = $1", [
      shop.ownerUserId,
    ]);
    for (const search of ["o\\%e's", "ZOES-bar", rows[0].email]) {
      const found = await find({ search });
      expect(found.ok && found.value.businesses.map(({ id }) => id)).toEqual([shop.tenantId]);
    }
    const none = await find({ search: "%" });
    expect(none.ok && none.value.businesses.map(({ id }) => id)).toEqual([shop.tenantId]);
  });

  it("comes page by page, each business once, and is narrowed down by state, mode and plan", async () => {
    const made = await Promise.all([1, 2, 3, 4, 5].map((n) => aShop({ name: `Paged ${n % 2}` })));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ search: "Paged", limit: 2, cursor });
      if (!page.ok) throw new Error("A page is missing");
      seen.push(...page.value.businesses.map(({ id }) => id));
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(made.map(({ tenantId }) => tenantId)));
    const [first] = made;
    if (!first) throw new Error("No business was made");
    await suspend(first);
    await first.run((ctx) =>
      assignPlan(ctx, { planId: "standalone-free", billedBy: "platform", status: "active" }),
    );
    const only = {
      search: "Paged",
      status: "suspended",
      mode: "standalone",
      planId: "standalone-free",
    } as const;
    const found = await find(only);
    expect(found.ok && found.value.businesses.map(({ id }) => id)).toEqual([first.tenantId]);
    expect(await find({ ...only, mode: "hybrid" })).toMatchObject({ value: { businesses: [] } });
    expect(await find({ cursor: "made-up" })).toMatchObject({ reason: "invalid" });
  });
});

describe("the figures", () => {
  it("count businesses, plans and what they bring in, week by week and day by day", async () => {
    const before = await admin.across(readFigures);
    const shop = await aShop();
    const booked = { type: "appointment.booked", subjectType: "appointment", subjectId: newId() };
    await shop.run((ctx) => appendEvent(ctx, booked));
    await database.superuser.query(
      "UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload ->> 'tenantId' = $1",
      [shop.tenantId],
    );
    await shop.run((ctx) =>
      assignPlan(ctx, { planId: "standalone-starter", billedBy: "sandbox", status: "past_due" }),
    );
    const after = await admin.across(readFigures);
    if (!before.ok || !after.ok) throw new Error("Figures are never refused");
    const [was, is] = [before.value, after.value];
    expect(is.businesses - was.businesses).toBe(1);
    expect(is.pastDue - was.pastDue).toBe(1);
    const direct = (figures: typeof is) =>
      figures.revenue.find(({ currency }) => currency === "USD")?.direct ?? 0;
    expect(direct(is) - direct(was)).toBe(1200);
    expect(is.newPerWeek).toHaveLength(8);
    expect((is.newPerWeek.at(-1)?.count ?? 0) - (was.newPerWeek.at(-1)?.count ?? 0)).toBe(1);
    expect(is.bookingsPerDay).toHaveLength(56);
    expect((is.bookingsPerDay.at(-1)?.count ?? 0) - (was.bookingsPerDay.at(-1)?.count ?? 0)).toBe(1);
    expect(is.failedJobs - was.failedJobs).toBeGreaterThan(0);
  });
});

describe("the trail of the platform", () => {
  const ask = (input: Partial<ListPlatformTrailInput>) =>
    admin.across((ctx) => listPlatformTrail(ctx, ListPlatformTrailInput.parse(input)));

  it("joins a business's own with the platform's, and is narrowed down by who, what and when", async () => {
    const shop = await aShop();
    await withTenant({ tenantId: shop.tenantId, actor: shop.owner }, ({ db }) =>
      db.tenant.updateMany({ where: {}, data: { tagline: "Quiet" } }),
    );
    await suspend(shop);
    const businessId = shop.tenantId;
    const all = await ask({ businessId });
    expect(all.ok && all.value.entries.map(({ source }) => source).toSorted()).toEqual([
      "business",
      "platform",
    ]);
    const mine = await ask({ businessId, actorEmail: admin.email, kind: "business", limit: 1 });
    // That the trail was read is in the trail, once.
    expect(mine.ok && mine.value.entries).toMatchObject([
      { type: "business.viewed", businessName: "Test shop" },
    ]);
    const next = mine.ok ? (mine.value.nextCursor ?? undefined) : undefined;
    const rest = await ask({ businessId, actorEmail: admin.email, kind: "business", cursor: next });
    expect(rest.ok && rest.value.entries.map(({ type }) => type)).toEqual([
      "business.suspended",
      "business.suspended",
    ]);
    for (const narrowed of [
      { actorEmail: "nobody@example.com" },
      { kind: "jobs" },
      { to: "2020-01-01" },
      { actorKind: "customer" },
    ])
      expect(await ask({ businessId, ...narrowed })).toMatchObject({ value: { entries: [] } });
  });
});
