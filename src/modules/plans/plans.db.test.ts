import { describe, expect, it } from "vitest";
import { withTenant } from "#database/tenant-context.ts";
import { newId, tenantIdFrom } from "#kernel/ids.ts";
import { ensureLogin } from "#modules/accounts/ensure-login.ts";
import { createBusiness } from "#modules/tenants/create-business.ts";
import { CreateBusinessInput } from "#modules/tenants/schema.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { assignPlan } from "./assign-plan.ts";
import { currentPlan } from "./current-plan.ts";
import { listPlans } from "./list-plans.ts";
import { requireFeature } from "./require-feature.ts";
import { requireRoom } from "./require-room.ts";

describe("plans", () => {
  const database = useDatabase();
  const free = { planId: "standalone-free", billedBy: "platform", status: "active" } as const;

  it("are seven to begin with, of both tracks", async () => {
    const shop = await aShop();
    const plans = await shop.run(listPlans);
    expect(plans.filter(({ track }) => track === "integrated").map(({ name }) => name)).toEqual([
      "Starter",
      "Pro",
      "Business",
    ]);
    expect(plans.filter(({ track }) => track === "standalone").map(({ priceMinor }) => priceMinor)).toEqual([
      0, 1200, 2900, 9900,
    ]);
  });

  it("do not limit a business without one, or whose plan was cancelled", async () => {
    const shop = await aShop();
    expect(await shop.run(currentPlan)).toBeNull();
    await shop.run((ctx) => assignPlan(ctx, { ...free, status: "cancelled" }));
    expect(await shop.run(currentPlan)).toBeNull();
    expect(await shop.run((ctx) => requireRoom(ctx, "staff"))).toBeNull();
    expect(await shop.run((ctx) => requireFeature(ctx, "sms"))).toBeNull();
  });

  it("name the limit and the plan that lifts it", async () => {
    const shop = await aShop();
    await shop.run((ctx) => assignPlan(ctx, free));
    const refused = await shop.run((ctx) => requireRoom(ctx, "staff"));
    expect(refused).toMatchObject({
      reason: "planLimit",
      details: { allowed: 1, liftedById: "standalone-starter" },
    });
    expect(await shop.run((ctx) => requireRoom(ctx, "services"))).toBeNull();
    const feature = await shop.run((ctx) => requireFeature(ctx, "whiteLabel"));
    expect(feature).toMatchObject({ reason: "planLimit", details: { liftedById: "standalone-enterprise" } });
  });

  it("write each change into the trail, and nothing where nothing changed", async () => {
    const shop = await aShop();
    await shop.run((ctx) => assignPlan(ctx, free));
    await shop.run((ctx) => assignPlan(ctx, free));
    await shop.run((ctx) => assignPlan(ctx, { ...free, planId: "standalone-starter" }));
    const { rows } = await database.superuser.query(
      "SELECT payload->>'planId' AS plan FROM event WHERE tenant_id = $1 AND type = 'subscription.changed' ORDER BY at",
      [shop.tenantId],
    );
    expect(rows.map(({ plan }) => plan)).toEqual(["standalone-free", "standalone-starter"]);
    expect(await shop.run((ctx) => assignPlan(ctx, { ...free, planId: "nothing" }))).toMatchObject({
      reason: "notFound",
    });
  });
});

describe("a business that is made", () => {
  useDatabase();
  const input = { mode: "standalone", timeZone: "Europe/Berlin", currency: "EUR" };
  const make = async (fields: { name: string; slug?: string }) => {
    const actor = { kind: "system", job: "test" } as const;
    const email = `owner-${newId()}@example.com`;
    return withTenant({ tenantId: tenantIdFrom(newId()), actor }, async (ctx) => {
      const { userId } = await ensureLogin(ctx, { email, name: "Olga" });
      return createBusiness(ctx, CreateBusinessInput.parse({ ...input, ...fields, ownerUserId: userId }));
    });
  };

  it("gets an address from its name, and the next one when that is taken, also by two at once", async () => {
    const results = await Promise.all([1, 2, 3].map(() => make({ name: "Salon Größe" })));
    const slugs = results.map((result) => result.ok && result.value.slug);
    expect(slugs.toSorted()).toEqual(["salon-groesse", "salon-groesse-2", "salon-groesse-3"]);
  });

  it("never gets an address of the application, nor one that somebody has", async () => {
    expect(await make({ name: "Dashboard" })).toMatchObject({ ok: true, value: { slug: "dashboard-2" } });
    expect(await make({ name: "Any", slug: "api" })).toMatchObject({ reason: "inUse" });
    expect(await make({ name: "Any", slug: "mine" })).toMatchObject({ ok: true });
    expect(await make({ name: "Any", slug: "mine" })).toMatchObject({
      reason: "inUse",
      details: { field: "slug" },
    });
  });
});
