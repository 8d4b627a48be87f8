import { describe, expect, it } from "vitest";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { readBookingAddress } from "./booking-address.ts";
import { changeMode } from "./change-mode.ts";
import { changeSlug } from "./change-slug.ts";
import { previewMode } from "./preview-mode.ts";
import { resolveTenant } from "./resolve-tenant.ts";
import type { TenantMode } from "./schema.ts";

const database = useDatabase();
const day = 86_400_000;

/** A business with a site, whose builder gave it a plan. */
async function aSiteShop(planId = "integrated-pro"): Promise<Shop> {
  const shop = await aShop();
  await withSite(shop);
  await shop.run((ctx) => assignPlan(ctx, { planId, billedBy: "builder", status: "active" }));
  await shop.run((ctx) => changeMode(ctx, { mode: "integrated" }));
  return shop;
}

async function withSite({ tenantId, slug }: Shop): Promise<void> {
  const host = `${slug}.builder.example`;
  const row = [tenantId, host];
  await database.superuser.query(
    "INSERT INTO domain (tenant_id, id, host, kind, status, token) VALUES ($1, gen_random_uuid(), $2, 'site', 'verified', 't')",
    row,
  );
  await database.superuser.query("INSERT INTO host (business_id, name, kind) VALUES ($1, $2, 'site')", row);
}

const to = (shop: Shop, mode: TenantMode, at?: string) =>
  shop.run((ctx) => changeMode(ctx, { mode }), at ? { at } : {});

async function subscriptionOf({ tenantId }: Shop) {
  const { rows } = await database.superuser.query(
    "SELECT plan_id, billed_by, status, trial_ends_at FROM subscription WHERE tenant_id = $1",
    [tenantId],
  );
  return rows[0];
}

async function addressOf(shop: Shop): Promise<string> {
  return shop.run(readBookingAddress);
}

describe("changing the mode", () => {
  it("moves where links lead, in every direction, and loses no host", async () => {
    const shop = await aSiteShop();
    const site = `https://${shop.slug}.builder.example/book`;
    const own = `http://${shop.slug}.localhost:3000`;
    const expected: [TenantMode, string][] = [
      ["hybrid", own],
      ["integrated", site],
      ["standalone", own],
      ["hybrid", own],
      ["standalone", own],
      ["integrated", site],
    ];
    for (const [mode, address] of expected) {
      expect(await to(shop, mode)).toMatchObject({ ok: true, value: { addressNext: address } });
      expect(await addressOf(shop), mode).toBe(address);
      expect(await resolveTenant({ host: `${shop.slug}.builder.example` })).toMatchObject({
        value: { hostKind: "site" },
      });
    }
    const { rows } = await database.superuser.query(
      "SELECT payload->>'mode' AS mode FROM event WHERE tenant_id = $1 AND type = 'business.modeChanged' ORDER BY at",
      [shop.tenantId],
    );
    expect(rows.map(({ mode }) => mode)).toEqual(["integrated", ...expected.map(([mode]) => mode)]);
  });

  it("lets the platform bill a standalone business, with one trial, and brings the builder's plan back", async () => {
    const shop = await aSiteShop("integrated-business");
    const now = systemClock.now();
    await shop.run((ctx) => changeMode(ctx, { mode: "standalone" }), { at: fixedClock(now) });
    expect(await subscriptionOf(shop)).toMatchObject({
      plan_id: "standalone-professional",
      billed_by: "platform",
      status: "trialing",
      trial_ends_at: new Date(now + 14 * day),
    });
    await to(shop, "integrated");
    expect(await subscriptionOf(shop)).toMatchObject({
      plan_id: "integrated-business",
      billed_by: "builder",
      status: "active",
    });
    await to(shop, "standalone");
    expect(await subscriptionOf(shop)).toMatchObject({
      plan_id: "standalone-free",
      billed_by: "platform",
      status: "active",
    });
  });

  it("keeps the plan of a hybrid business, and of one that nothing limits", async () => {
    const shop = await aSiteShop();
    await to(shop, "hybrid");
    expect(await subscriptionOf(shop)).toMatchObject({ plan_id: "integrated-pro", billed_by: "builder" });
    const free = await aShop();
    await withSite(free);
    await to(free, "integrated");
    await to(free, "standalone");
    expect(await subscriptionOf(free)).toBeUndefined();
  });

  it("asks who pays here to end that first, and takes over what is ending already", async () => {
    const shop = await aShop();
    await withSite(shop);
    const paid = { planId: "standalone-starter", billedBy: "stripe", status: "active" } as const;
    await shop.run((ctx) => assignPlan(ctx, paid));
    const preview = await shop.run((ctx) => previewMode(ctx, { mode: "integrated" }));
    expect(preview).toMatchObject({ value: { problem: expect.stringContaining("End it in Settings") } });
    expect(await to(shop, "integrated")).toMatchObject({ reason: "wrongState" });
    await shop.run((ctx) => assignPlan(ctx, { ...paid, cancelAtPeriodEnd: true }));
    expect(await to(shop, "integrated")).toMatchObject({ ok: true });
    expect(await subscriptionOf(shop)).toMatchObject({ plan_id: "integrated-starter", billed_by: "builder" });
  });

  it("says before it is done what it does, and does nothing then", async () => {
    const shop = await aSiteShop();
    const preview = await shop.run((ctx) => previewMode(ctx, { mode: "standalone" }));
    expect(preview).toMatchObject({
      value: {
        addressNow: `https://${shop.slug}.builder.example/book`,
        addressNext: `http://${shop.slug}.localhost:3000`,
        planNow: "Pro",
        planNext: "Professional",
        trialDays: 14,
        problem: null,
      },
    });
    expect(await addressOf(shop)).toBe(`https://${shop.slug}.builder.example/book`);
  });

  it("names what a smaller plan leaves no room for", async () => {
    const shop = await aShop().withStaff().withStaff();
    await withSite(shop);
    await shop.run((ctx) =>
      assignPlan(ctx, { planId: "standalone-professional", billedBy: "platform", status: "trialing" }),
    );
    expect(await shop.run((ctx) => previewMode(ctx, { mode: "integrated" }))).toMatchObject({
      value: { planNext: "Starter", beyondPlan: [{ what: "staff", has: 2, allowed: 1 }] },
    });
  });

  it("needs a site, and is the owner's alone", async () => {
    const shop = await aShop();
    expect(await to(shop, "integrated")).toMatchObject({ reason: "wrongState" });
    for (const as of [aMember("admin"), aMember("staff"), aVisitor]) {
      const asked = shop.run((ctx) => changeMode(ctx, { mode: "standalone" }), { as });
      expect(await asked).toMatchObject({ reason: "forbidden" });
    }
    expect(await to(shop, "standalone")).toMatchObject({ ok: true });
  });
});

describe("changing the slug", () => {
  const change = (shop: Shop, slug: string) => shop.run((ctx) => changeSlug(ctx, { slug }));

  it("leads from the old address to the new one for ever, also over several changes", async () => {
    const shop = await aShop({ slug: "first-name" });
    expect(await change(shop, "second-name")).toMatchObject({
      value: { address: "http://second-name.localhost:3000" },
    });
    await change(shop, "third-name");
    for (const slug of ["first-name", "second-name", "third-name"]) {
      expect(await resolveTenant({ slug })).toMatchObject({
        value: { tenantId: shop.tenantId, slug: "third-name" },
      });
    }
    expect(await change(shop, "first-name")).toMatchObject({ ok: true });
    expect(await resolveTenant({ slug: "first-name" })).toMatchObject({ value: { slug: "first-name" } });
  });

  it("is refused in words where the address is taken, was another's, or is kept for our pages", async () => {
    const [shop, other] = [await aShop({ slug: "mine-alone" }), await aShop({ slug: "theirs-now" })];
    await change(other, "theirs-later");
    const taken = { ok: false, reason: "inUse", message: "This address is taken. Choose another one." };
    expect(await change(shop, "theirs-later")).toMatchObject(taken);
    expect(await change(shop, "theirs-now")).toMatchObject(taken);
    expect(await change(shop, "dashboard")).toMatchObject({
      message: "“dashboard” is kept for our own pages.",
    });
    expect(await change(shop, "mine-alone")).toMatchObject({ ok: true });
  });

  it("gives an address to one of two who want it at once", async () => {
    const shops = await Promise.all([aShop(), aShop(), aShop()]);
    const results = await Promise.all(shops.map((shop) => change(shop, "wanted-by-all")));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is not for staff", async () => {
    const shop = await aShop();
    const asked = shop.run((ctx) => changeSlug(ctx, { slug: "by-staff" }), { as: aMember("staff") });
    expect(await asked).toMatchObject({ reason: "forbidden" });
  });
});
