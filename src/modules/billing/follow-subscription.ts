import { type TenantContext, type TenantScope, withTenant } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import { letBookingsGoOn, stopBookings } from "./bookings-stop.ts";
import { fallToFree } from "./fall-to-free.ts";
import { tellOwner } from "./owner-letter.ts";
import type { Billing, ProviderSubscription } from "./ports.ts";
import { changes } from "./rules/changes.ts";
import { keyOf } from "./rules/letters-due.ts";
import { withOwnIds } from "./rules/own-ids.ts";
import { planOfPrice } from "./rules/prices.ts";
import { currentOf, type Standing, sameStanding, standingOf } from "./rules/standing.ts";
import { lockSubscription, readSubscription, type SubscriptionRow } from "./subscription-row.ts";

/** How often it is asked again because something else changed the subscription meanwhile. */
const mostTries = 5;

/**
 * Brings a business's subscription to what the provider says of it now (A2, G4): the one writer of that state, whatever
 * called it. Events are only a reason to ask, so their order, number and lateness do not matter. The provider is asked
 * between two transactions; an answer that something else has overtaken is thrown away, and it is asked anew.
 */
export async function followSubscription(scope: TenantScope, billing: Billing): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const stored = await withTenant(scope, readSubscription);
    const before = stored && withOwnIds(stored, billing.name);
    if (!before?.customerId || before.billedBy === "builder") return;
    const current = currentOf(await billing.provider.subscriptionsOf(before.customerId));
    const written = await withTenant(scope, (ctx) => write(ctx, { before, current, billing }));
    if (written) return;
  }
  throw new Error("The subscription kept changing while it was compared with the provider's");
}

type Found = { before: SubscriptionRow; current: ProviderSubscription | null; billing: Billing };

/** False when the row has been written since it was read. */
async function write(ctx: TenantContext, { before, current, billing }: Found): Promise<boolean> {
  const row = await lockSubscription(ctx);
  if (row?.version !== before.version) return false;
  if (current) await writeStanding(ctx, row, { current, billing });
  else if (row.subscriptionId) await writeEnd(ctx, row, row.subscriptionId);
  else await touch(ctx);
  return true;
}

/** Also where nothing changed: whoever asked the provider earlier must notice that this answer is newer. */
async function touch(ctx: TenantContext): Promise<void> {
  await ctx.db.subscription.updateMany({ where: {}, data: { updatedAt: new Date(ctx.clock.now()) } });
}

/** Of a plan that the platform gave over an unpaid subscription, nothing is taken with the end of that one. */
async function writeEnd(ctx: TenantContext, row: SubscriptionRow, subscriptionId: string): Promise<void> {
  if (row.billedBy === "platform") {
    await ctx.db.subscription.updateMany({ where: {}, data: { providerSubscriptionId: null } });
    return;
  }
  await fallToFree(ctx, row.planId);
  await tellOwner(ctx, "ended", subscriptionId);
}

type Followed = { current: ProviderSubscription; billing: Billing };

async function writeStanding(
  ctx: TenantContext,
  row: SubscriptionRow,
  { current, billing }: Followed,
): Promise<void> {
  const plan = planOfPrice(await listPlans(ctx), current.priceId, billing.name);
  if (!plan) throw new Error(`No plan has the price ${current.priceId}, which a business pays`);
  const standing = standingOf(current, ctx.clock.now());
  const next = { standing, planId: plan.id, subscriptionId: current.id };
  if (isAsBefore(row, next) || isOverruled(row, next)) return touch(ctx);
  const assigned = await assignPlan(ctx, {
    ...standing,
    planId: plan.id,
    billedBy: billing.name,
    providerCustomerId: current.customerId,
    providerSubscriptionId: current.id,
  });
  if (!assigned.ok) throw new Error(assigned.message);
  const { bookings, letter } = changes[row.status][standing.status];
  if (bookings) await (bookings === "stop" ? stopBookings(ctx) : letBookingsGoOn(ctx));
  if (letter) await tellOwner(ctx, letter, standing.graceEndsAt ? keyOf(standing.graceEndsAt) : newId());
}

/** A plan that the platform gave instead of one that was not paid stays (A8), until that one is paid after all. */
function isOverruled({ billedBy, subscriptionId }: SubscriptionRow, next: Next): boolean {
  const { status } = next.standing;
  const unpaid = status === "past_due" || status === "suspended";
  return billedBy === "platform" && subscriptionId === next.subscriptionId && unpaid;
}

type Next = { standing: Standing; planId: string; subscriptionId: string };

export function isAsBefore(
  row: Omit<SubscriptionRow, "version" | "billedBy" | "customerId">,
  { standing, planId, subscriptionId }: Next,
): boolean {
  return row.planId === planId && row.subscriptionId === subscriptionId && sameStanding(row, standing);
}
