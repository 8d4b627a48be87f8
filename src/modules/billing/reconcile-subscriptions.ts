import { platformQuery, withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import type { Plan } from "#modules/plans/schema.ts";
import { isAsBefore } from "./follow-subscription.ts";
import type { Billing, ProviderSubscription } from "./ports.ts";
import { withOwnIds } from "./rules/own-ids.ts";
import { planOfPrice } from "./rules/prices.ts";
import { currentOf, standingOf } from "./rules/standing.ts";
import type { SubscriptionRow } from "./subscription-row.ts";

type Compared = Omit<SubscriptionRow, "version" | "billedBy" | "customerId"> & {
  tenantId: string;
  customerId: string;
};

const selectCompared = `
  SELECT tenant_id AS "tenantId", customer_id AS "customerId", subscription_id AS "subscriptionId", plan_id AS "planId",
    status, trial_ends_at AS "trialEndsAt", period_ends_at AS "periodEndsAt", grace_ends_at AS "graceEndsAt",
    cancel_at_period_end AS "cancelAtPeriodEnd"
  FROM subscriptions_to_compare()`;

/**
 * Compares every subscription that has not ended with the provider's, and returns the businesses that have to be
 * followed: events that never came are made up for (G4).
 */
export async function reconcileSubscriptions(
  { name, provider }: Billing,
  clock: Clock = systemClock,
): Promise<TenantId[]> {
  const all = await platformQuery<Compared>(selectCompared, [], "subscriptions_to_compare");
  const ours = all.filter((row) => withOwnIds(row, name).customerId !== null);
  if (ours.length === 0) return [];
  const theirs = Map.groupBy(await listAll(provider), ({ customerId }) => customerId);
  const plans = await withPlatform(listPlans);
  const now = clock.now();
  return ours
    .filter((row) => differs(row, currentOf(theirs.get(row.customerId) ?? []), { plans, name, now }))
    .map(({ tenantId }) => tenantIdFrom(tenantId));
}

async function listAll(provider: Billing["provider"]): Promise<ProviderSubscription[]> {
  const all: ProviderSubscription[] = [];
  for (;;) {
    const { subscriptions, more } = await provider.listSubscriptions(all.at(-1)?.id ?? null);
    all.push(...subscriptions);
    if (!more || subscriptions.length === 0) return all;
  }
}

type Facts = { plans: readonly Plan[]; name: Billing["name"]; now: number };

function differs(row: Compared, current: ProviderSubscription | null, { plans, name, now }: Facts): boolean {
  if (!current) return row.subscriptionId !== null;
  const planId = planOfPrice(plans, current.priceId, name)?.id ?? "";
  return !isAsBefore(row, { standing: standingOf(current, now), planId, subscriptionId: current.id });
}
