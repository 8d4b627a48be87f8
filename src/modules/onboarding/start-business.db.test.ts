import { afterEach, describe, expect, it } from "vitest";
import { withPlatform, withTenant } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { type Clock, fixedClock } from "#kernel/clock.ts";
import { newId, type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import { currentPlan } from "#modules/plans/current-plan.ts";
import { listQuestions } from "#modules/tenants/list-questions.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import { businessKinds } from "#modules/tenants/schema.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aLogin, aSession } from "#testing/builders/login.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { findAddress } from "./find-address.ts";
import { saveProgress } from "./save-progress.ts";
import type { StartBusinessInput } from "./schema.ts";
import { startBusiness } from "./start-business.ts";

const database = useDatabase();
/** A Monday morning in New York. */
const monday = fixedClock(Date.parse("2027-03-01T14:00:00Z"));

async function aFounder() {
  const { userId, email } = await aLogin({ password: null });
  return { userId, email, name: "Ada", isPlatformAdmin: false };
}

type Founder = Awaited<ReturnType<typeof aFounder>>;

function start(founder: Founder, change: Partial<StartBusinessInput> = {}, clock: Clock = monday) {
  const slug = `shop-${newId()}`;
  const region = { country: "US", timeZone: "America/New_York", currency: "USD", locale: "en-US" };
  const input = { trade: "salon" as const, name: "Ada Hair", slug, ...region, ...change };
  const tenantId = tenantIdFrom(newId());
  const actor = { kind: "member" as const, userId: founder.userId, role: "owner" as const };
  return withTenant({ tenantId, actor, clock }, (ctx) => startBusiness(ctx, { ...input, founder }));
}

async function started(founder: Founder, change: Partial<StartBusinessInput> = {}): Promise<TenantId> {
  const result = await start(founder, change);
  if (!result.ok) throw new Error(result.message);
  return tenantIdFrom(result.value.tenantId);
}

describe("starting a business", () => {
  it.each(businessKinds)("of the trade %s makes one that customers can book at once", async (trade) => {
    const tenantId = await started(await aFounder(), { trade });
    const scope = { tenantId, actor: aVisitor, clock: monday };
    const services = await withTenant(scope, (ctx) =>
      listServices(ctx, { publicOnly: true, includeArchived: false }),
    );
    const offered = services.ok ? services.value.categories.flatMap((category) => category.services) : [];
    expect(offered.length).toBeGreaterThan(0);
    for (const { id: serviceId } of offered) {
      const slots = await withTenant(scope, (ctx) =>
        findSlots(ctx, {
          serviceId,
          from: "2027-03-02T00:00:00Z",
          to: "2027-03-09T00:00:00Z",
          audience: "customer",
        }),
      );
      expect(slots.ok && slots.value.slots.length).toBeGreaterThan(0);
    }
  });

  it("says where it is, what it asks and answers, and where the wizard goes on", async () => {
    const tenantId = await started(await aFounder(), {
      currency: "JPY",
      country: "JP",
      timeZone: "Asia/Tokyo",
    });
    const scope = { tenantId, actor: aVisitor };
    const business = await withTenant(scope, readBusiness);
    expect(business).toMatchObject({
      value: {
        ...{ name: "Ada Hair", kind: "salon", mode: "standalone", currency: "JPY", onboardingStep: "hours" },
        ...{ cancellationWindowMin: 1440, policyText: expect.stringContaining("15 minutes") },
        locations: [{ name: "Ada Hair", country: "JP", timeZone: "Asia/Tokyo", isPrimary: true }],
      },
    });
    const questions = await withTenant(scope, listQuestions);
    expect(questions.value.questions.length).toBeGreaterThanOrEqual(2);
  });

  it("gives it the trial of Professional, for as long as the plan says", async () => {
    const tenantId = await started(await aFounder());
    const scope = { tenantId, actor: aMember("owner") };
    expect(await withTenant(scope, currentPlan)).toMatchObject({ id: "standalone-professional" });
    const { rows } = await database.superuser.query(
      "SELECT status, billed_by, trial_ends_at FROM subscription WHERE tenant_id = $1",
      [tenantId],
    );
    const ends = new Date(monday.now() + 14 * 86_400_000);
    expect(rows).toEqual([{ status: "trialing", billed_by: "platform", trial_ends_at: ends }]);
  });

  it("makes the founder its owner, and its first staff member", async () => {
    const founder = await aFounder();
    const tenantId = await started(founder);
    const sessionId = await aSession(founder);
    const identified = await identifyLogin(sessionId);
    expect(identified?.memberships).toMatchObject([{ tenantId, role: "owner", staffId: expect.any(String) }]);
  });

  it("refuses an address that is taken, reserved or was somebody's, and leaves nothing behind", async () => {
    const shop = await aShop();
    const founder = await aFounder();
    for (const slug of [shop.slug, "dashboard", "onboarding"]) {
      expect(await start(founder, { slug })).toMatchObject({ reason: "inUse", details: { field: "slug" } });
    }
    const { rows } = await database.superuser.query("SELECT 1 FROM membership WHERE user_id = $1", [
      founder.userId,
    ]);
    expect(rows).toEqual([]);
  });

  it("gives an address that two ask for at once to one of them", async () => {
    const founders = await Promise.all([aFounder(), aFounder(), aFounder()]);
    const slug = `wanted-${newId()}`;
    const results = await Promise.all(founders.map((founder) => start(founder, { slug })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("refuses the twenty-first business of one login", async () => {
    const founder = await aFounder();
    await database.superuser.query(
      `WITH made AS (
         INSERT INTO tenant (id, slug, name, time_zone, currency)
         SELECT gen_random_uuid(), 'of-one-' || n, 'Shop', 'UTC', 'EUR' FROM generate_series(1, 20) n RETURNING id)
       INSERT INTO membership (tenant_id, id, user_id, role) SELECT id, gen_random_uuid(), $1, 'owner' FROM made`,
      [founder.userId],
    );
    expect(await start(founder)).toMatchObject({ reason: "invalid" });
  });
});

describe("an address for a new business", () => {
  const find = (name: string, slug = "") => withPlatform((ctx) => findAddress(ctx, { name, slug }));

  it("is made from the name, or from what was typed", async () => {
    const name = `Größe ${newId()}`;
    const { slug } = (await find(name)).value;
    expect(slug).toMatch(/^groesse-/);
    expect(await find(name, " My Shop! ")).toMatchObject({ value: { slug: "my-shop", free: true } });
  });

  it("comes with one that is free when it is taken or reserved", async () => {
    const shop = await aShop();
    expect(await find("", shop.slug)).toMatchObject({
      value: { free: false, suggestion: `${shop.slug}-2` },
    });
    expect(await find("Dashboard")).toMatchObject({ value: { free: false, suggestion: "dashboard-2" } });
  });
});

describe("the progress of the wizard", () => {
  it("is remembered, and the trail says once when it is done", async () => {
    const tenantId = await started(await aFounder());
    const scope = { tenantId, actor: aMember("owner") };
    await withTenant(scope, (ctx) => saveProgress(ctx, { step: "look" }));
    expect(await withTenant(scope, readBusiness)).toMatchObject({ value: { onboardingStep: "look" } });
    for (const _ of [1, 2]) await withTenant(scope, (ctx) => saveProgress(ctx, { step: null }));
    expect(await withTenant(scope, readBusiness)).toMatchObject({ value: { onboardingStep: null } });
    const { rows } = await database.superuser.query(
      "SELECT 1 FROM event WHERE tenant_id = $1 AND type = 'business.set_up'",
      [tenantId],
    );
    expect(rows).toHaveLength(1);
  });

  it("can be taken up again, and is not the staff's to change", async () => {
    const shop = await aShop();
    await shop.run((ctx) => saveProgress(ctx, { step: "share" }));
    expect(await shop.run(readBusiness)).toMatchObject({ value: { onboardingStep: "share" } });
    const refused = await shop.run((ctx) => saveProgress(ctx, { step: null }), { as: aMember("staff") });
    expect(refused).toMatchObject({ reason: "forbidden" });
  });
});

describe("a closed installation", () => {
  afterEach(() => Object.assign(env, { SIGN_UP: "open" }));

  it("lets nobody but its platform admins start a business", async () => {
    Object.assign(env, { SIGN_UP: "closed" });
    const founder = await aFounder();
    expect(await start(founder)).toMatchObject({ ok: false, reason: "forbidden" });
    expect(await start({ ...founder, isPlatformAdmin: true })).toMatchObject({ ok: true });
  });
});
