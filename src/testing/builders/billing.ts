import { sandboxBillingProvider } from "#adapters/sandbox/billing.ts";
import type { Actor, TenantScope } from "#database/tenant-context.ts";
import { type Clock, fixedClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Billing, SignedEvent } from "#modules/billing/ports.ts";
import { startCheckout } from "#modules/billing/start-checkout.ts";
import { assignPlan, type PlanAssignment } from "#modules/plans/assign-plan.ts";
import { aShop, type Shop } from "./shop.ts";

/** A clock that tests set. */
export type SetClock = Clock & { at: number };

export function aClock(at: string): SetClock {
  const clock = { at: Date.parse(at), now: () => clock.at };
  return clock;
}

/** The test provider with a clock of its own. */
export function aTestProvider(clock: Clock = fixedClock(Date.parse("2030-03-01T00:00:00Z"))) {
  const provider = sandboxBillingProvider({ secret: "a secret for tests", appUrl: "http://app.test", clock });
  return { provider, billing: { name: "sandbox", provider } satisfies Billing };
}

export function scopeOf(shop: Shop, clock: Clock, actor: Actor = shop.owner): TenantScope {
  return { tenantId: shop.tenantId, actor, clock };
}

/** A business on its trial of a month. */
export async function aTrialShop(overrides: Partial<PlanAssignment> = {}): Promise<Shop> {
  const shop = await aShop({ timeZone: "UTC" });
  await shop.run((ctx) =>
    assignPlan(ctx, {
      planId: "standalone-professional",
      billedBy: "platform",
      status: "trialing",
      trialEndsAt: new Date("2030-03-15T00:00:00Z"),
      ...overrides,
    }),
  );
  return shop;
}

/** Goes through the checkout of a plan; the id of the subscription, and the events that follow. */
export async function payFor(
  shop: Shop,
  { provider, billing }: ReturnType<typeof aTestProvider>,
  { clock, planId = "standalone-professional" }: { clock: Clock; planId?: string },
): Promise<{ id: string; events: SignedEvent[] }> {
  const started = await startCheckout(scopeOf(shop, clock), { planId, attempt: newId() }, billing);
  if (!started.ok) throw new Error(started.message);
  const id = started.value.url.split("/").at(-1) ?? "";
  return { id, events: await provider.pay(id, { cardDeclines: false }) };
}
