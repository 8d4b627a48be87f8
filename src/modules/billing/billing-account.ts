import { type TenantContext, type TenantScope, withTenant } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import type { Plan } from "#modules/plans/schema.ts";
import type { Billing } from "./ports.ts";
import { withOwnIds } from "./rules/own-ids.ts";
import { readSubscription, type SubscriptionRow } from "./subscription-row.ts";

/** What every change of a subscription begins with. */
export type BillingAccount = { billing: Billing; row: SubscriptionRow; plans: Plan[] };

export type AccountRefusals = "forbidden" | "wrongState" | "unavailable";

/** The business's subscription, for those who may change it, where it is billed here and can be. */
export function openAccount(
  scope: TenantScope,
  billing: Billing | null,
): Promise<Result<BillingAccount, AccountRefusals>> {
  return withTenant(scope, async (ctx) => {
    const refused = requireRight(ctx.actor, "billing.write");
    if (refused) return refused;
    const row = await readSubscription(ctx);
    const closed = whyNotHere(row, billing);
    if (closed) return closed;
    if (!row || !billing) throw new Error("An account without a subscription was not refused");
    return ok({ billing, row: withOwnIds(row, billing.name), plans: await listPlans(ctx) });
  });
}

function whyNotHere(
  row: SubscriptionRow | null,
  billing: Billing | null,
): Refused<"wrongState" | "unavailable"> | null {
  if (row?.billedBy === "builder")
    return refuse("wrongState", "Your website builder bills you: change the plan there.");
  if (!row) return refuse("wrongState", "This business has no plan, and nothing is limited.");
  if (!billing)
    return refuse("unavailable", "Plans cannot be bought here yet. Ask whoever runs this installation.");
  return null;
}

/** The id of the subscription that stands at the provider, else the refusal. */
export function subscriptionOf({ row }: BillingAccount): Result<string, "wrongState"> {
  if (row.subscriptionId) return ok(row.subscriptionId);
  return refuse("wrongState", "There is no paid plan to change. Choose one first.");
}

/** A plan that can be had here, by its id. */
export function planToBuy({ plans }: BillingAccount, planId: string): Result<Plan, "notFound"> {
  const plan = plans.find(({ id, track, retired }) => id === planId && track === "standalone" && !retired);
  return plan ? ok(plan) : refuse("notFound", "This plan is not offered any more. Choose another one.");
}

/** The customer's id at the provider is kept before anything is bought: what is paid for later can be found by it. */
export async function keepCustomer(ctx: TenantContext, customerId: string): Promise<void> {
  await ctx.db.subscription.updateMany({ where: {}, data: { providerCustomerId: customerId } });
}
