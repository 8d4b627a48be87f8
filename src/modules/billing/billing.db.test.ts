import { describe, expect, it } from "vitest";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { bookAppointment } from "#modules/appointments/book-appointment.ts";
import { BookAppointmentInput } from "#modules/appointments/schema.ts";
import { deliverEvent } from "#modules/notifications/deliver-event.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import {
  aClock,
  aTestProvider,
  aTrialShop,
  payFor,
  type SetClock,
  scopeOf,
} from "#testing/builders/billing.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { changePlan } from "./change-plan.ts";
import { endSubscription } from "./end-subscription.ts";
import { followSubscription } from "./follow-subscription.ts";
import { openPortal } from "./open-portal.ts";
import { listDueBusinesses, passDates } from "./pass-dates.ts";
import { readBilling, readBillingNotice } from "./read-billing.ts";
import { resumeSubscription } from "./resume-subscription.ts";
import { startCheckout } from "./start-checkout.ts";
import { readSubscription } from "./subscription-row.ts";

const database = useDatabase();
const attempt = newId();

const stateOf = async (shop: Shop) => {
  const row = await shop.run(readSubscription);
  const tenant = await shop.run(({ db }) =>
    db.tenant.findFirst({ select: { status: true, suspendedBy: true } }),
  );
  return { plan: row?.planId, status: row?.status, business: tenant?.status, by: tenant?.suspendedBy };
};

/** What the owner was told, in order; each event delivered twice. */
async function lettersOf(shop: Shop): Promise<string[]> {
  const { rows } = await database.superuser.query<{ id: string }>(
    "SELECT id FROM event WHERE tenant_id = $1 AND type LIKE 'billing.%' ORDER BY at",
    [shop.tenantId],
  );
  for (const { id } of [...rows, ...rows]) await shop.run((ctx) => deliverEvent(ctx, { eventId: id }));
  const sent = await database.superuser.query<{ kind: string }>(
    "SELECT kind FROM notification WHERE tenant_id = $1 AND audience = 'owner' ORDER BY created_at, id",
    [shop.tenantId],
  );
  return sent.rows.map(({ kind }) => kind);
}

function book(shop: Shop, clock: SetClock) {
  const customer = { name: "Mia", email: "mia@example.com" };
  const start = new Date(clock.at + 2 * 86_400_000).toISOString().replace(/T.*/, "T10:00:00Z");
  const input = BookAppointmentInput.parse({ serviceId: shop.service.id, start, customer });
  return shop.run((ctx) => bookAppointment(ctx, input), { as: aVisitor, at: clock });
}

const days = (count: number) => count * 86_400_000;

describe("a trial that is paid for, fails, and is paid again", () => {
  it("is trial, paid, grace, suspended and restored, with a letter for each and nothing deleted", async () => {
    const clock = aClock("2030-03-01T00:00:00Z");
    const test = aTestProvider(clock);
    const shop = await aTrialShop();
    const { id } = await payFor(shop, test, { clock });
    const follow = () => followSubscription(scopeOf(shop, clock), test.billing);
    await follow();
    expect(await stateOf(shop)).toMatchObject({ status: "trialing", business: "active" });
    clock.at += days(14);
    await test.provider.act(id, "renew");
    await follow();
    expect(await stateOf(shop)).toMatchObject({ status: "active", plan: "standalone-professional" });

    await test.provider.act(id, "failPayment");
    await follow();
    expect(await stateOf(shop)).toMatchObject({ status: "past_due", business: "active" });
    expect(await shop.run(readBillingNotice)).toMatchObject({ kind: "past_due" });
    for (const later of [7.5, 6, 0.2]) {
      clock.at += days(later);
      for (const _twice of [1, 2]) await shop.run(passDates, { at: clock });
    }
    expect(await stateOf(shop)).toMatchObject({ status: "past_due" });
    clock.at += days(1);
    await follow();
    expect(await stateOf(shop)).toMatchObject({ status: "suspended", business: "suspended", by: "billing" });
    expect(await book(shop, clock)).toMatchObject({ reason: "notOffered" });

    await test.provider.act(id, "payOpenInvoice");
    await follow();
    expect(await stateOf(shop)).toMatchObject({ status: "active", business: "active", by: null });
    expect(await book(shop, clock)).toMatchObject({ ok: true });
    const told = ["paymentFailed", "paymentReminder", "graceEnding", "suspended", "restored"];
    expect(await lettersOf(shop)).toEqual(told);
  });

  it("stays suspended when it is the platform that has suspended it", async () => {
    const clock = aClock("2030-03-20T00:00:00Z");
    const test = aTestProvider(clock);
    const shop = await aTrialShop();
    const { id } = await payFor(shop, test, { clock });
    await test.provider.act(id, "failPayment");
    await test.provider.act(id, "giveUp");
    await followSubscription(scopeOf(shop, clock), test.billing);
    await shop.run(({ db }) => db.tenant.updateMany({ where: {}, data: { suspendedBy: "platform" } }));
    await test.provider.act(id, "payOpenInvoice");
    await followSubscription(scopeOf(shop, clock), test.billing);
    expect(await stateOf(shop)).toMatchObject({ status: "active", business: "suspended", by: "platform" });
  });
});

describe("a trial that nobody pays for", () => {
  it("is told of three days before, and falls to the free plan with a letter after", async () => {
    const clock = aClock("2030-03-11T00:00:00Z");
    const shop = await aTrialShop();
    const due = async () => (await listDueBusinesses(clock)).includes(shop.tenantId);
    expect(await due()).toBe(false);
    clock.at += days(1.5);
    expect(await due()).toBe(true);
    for (const _twice of [1, 2]) await shop.run(passDates, { at: clock });
    expect(await shop.run(readBillingNotice, { at: clock })).toMatchObject({ kind: "trialEnding" });
    clock.at += days(3);
    for (const _twice of [1, 2]) await shop.run(passDates, { at: clock });
    expect(await stateOf(shop)).toMatchObject({
      plan: "standalone-free",
      status: "active",
      business: "active",
    });
    expect(await lettersOf(shop)).toEqual(["trialEnding", "trialEnded"]);
    expect(await due()).toBe(false);
  });
});

describe("a plan that is paid for", () => {
  it("is changed at once, ended with its period, kept after all, and ends in the free plan", async () => {
    const clock = aClock("2030-03-20T00:00:00Z");
    const test = aTestProvider(clock);
    const shop = await aTrialShop();
    const { id } = await payFor(shop, test, { clock, planId: "standalone-starter" });
    const scope = scopeOf(shop, clock);
    await followSubscription(scope, test.billing);
    expect(
      await startCheckout(scope, { planId: "standalone-enterprise", attempt }, test.billing),
    ).toMatchObject({
      reason: "wrongState",
    });
    const change = { planId: "standalone-enterprise", attempt };
    expect(await changePlan(scope, change, test.billing)).toMatchObject({ ok: true });
    expect(await stateOf(shop)).toMatchObject({ plan: "standalone-enterprise", status: "active" });
    await endSubscription(scope, { attempt }, test.billing);
    expect(await shop.run(readSubscription)).toMatchObject({ cancelAtPeriodEnd: true });
    await resumeSubscription(scope, { attempt: newId() }, test.billing);
    expect(await shop.run(readSubscription)).toMatchObject({ cancelAtPeriodEnd: false });
    await endSubscription(scope, { attempt: newId() }, test.billing);
    await test.provider.act(id, "renew");
    await followSubscription(scope, test.billing);
    expect(await stateOf(shop)).toMatchObject({ plan: "standalone-free", status: "active" });
    expect(await lettersOf(shop)).toEqual(["planEnded"]);
    const again = await payFor(shop, test, { clock });
    await followSubscription(scope, test.billing);
    expect(again.id).not.toBe(id);
    expect(await stateOf(shop)).toMatchObject({ plan: "standalone-professional", status: "active" });
  });

  it("is shown with what is used, and with the plans that can be bought", async () => {
    const shop = await aTrialShop();
    const view = await shop.run((ctx) => readBilling(ctx, "sandbox"));
    expect(view).toMatchObject({
      value: { usage: { locations: 1, staff: 1, services: 1, bookingsPerMonth: 0 }, selling: "test" },
    });
    expect(view.ok && view.value.buyable).toEqual([
      "standalone-starter",
      "standalone-professional",
      "standalone-enterprise",
    ]);
  });
});

describe("who may change the plan", () => {
  const clock = aClock("2030-03-01T00:00:00Z");
  const change = { planId: "standalone-starter", attempt };

  it("is the owner alone; an admin reads it, staff do not", async () => {
    const shop = await aTrialShop();
    const { billing } = aTestProvider(clock);
    for (const role of ["admin", "staff"] as const) {
      const scope = scopeOf(shop, clock, aMember(role));
      const asked = [
        startCheckout(scope, change, billing),
        changePlan(scope, change, billing),
        endSubscription(scope, { attempt }, billing),
        resumeSubscription(scope, { attempt }, billing),
        openPortal(scope, billing),
      ];
      for (const outcome of await Promise.all(asked)) expect(outcome).toMatchObject({ reason: "forbidden" });
    }
    const read = (ctx: TenantContext) => readBilling(ctx, null);
    expect(await shop.run(read, { as: aMember("admin") })).toMatchObject({ ok: true });
    expect(await shop.run(read, { as: aMember("staff") })).toMatchObject({ reason: "forbidden" });
    expect(await shop.run(readBillingNotice, { as: aMember("staff") })).toBeNull();
  });

  it("is the website builder where it bills, and nobody where no plans are sold", async () => {
    const { billing } = aTestProvider(clock);
    const shop = await aShop();
    const builder = { planId: "integrated-pro", billedBy: "builder", status: "active" } as const;
    await shop.run((ctx) => assignPlan(ctx, builder));
    const scope = scopeOf(shop, clock);
    expect(await startCheckout(scope, change, billing)).toMatchObject({ reason: "wrongState" });
    expect(await shop.run((ctx) => readBilling(ctx, "stripe"))).toMatchObject({
      value: { plans: [], billedBy: "builder" },
    });
    const other = await aTrialShop();
    expect(await startCheckout(scopeOf(other, clock), change, null)).toMatchObject({ reason: "unavailable" });
    const gone = { ...change, planId: "integrated-pro" };
    expect(await startCheckout(scopeOf(other, clock), gone, billing)).toMatchObject({ reason: "notFound" });
    const noPlan = await aShop();
    expect(await openPortal(scopeOf(noPlan, clock), billing)).toMatchObject({ reason: "wrongState" });
  });
});
