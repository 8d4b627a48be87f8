import type { TenantScope } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { type AccountRefusals, openAccount, planToBuy, subscriptionOf } from "./billing-account.ts";
import { followSubscription } from "./follow-subscription.ts";
import { type Billing, PaymentRefused } from "./ports.ts";
import { priceIdOf } from "./rules/prices.ts";
import type { ChangePlanInput } from "./schema.ts";

/**
 * Changes a plan that is paid for, at once (A2): a larger one is paid for the rest of the period, a smaller one credited
 * to the next payments. What exceeds a smaller plan's limits stays. The free plan is had by ending the subscription.
 */
export async function changePlan(
  scope: TenantScope,
  { planId, attempt }: ChangePlanInput,
  billing: Billing | null,
): Promise<Result<{ planId: string }, AccountRefusals | "notFound" | "invalid">> {
  const account = await openAccount(scope, billing);
  if (!account.ok) return account;
  const subscription = subscriptionOf(account.value);
  if (!subscription.ok) return subscription;
  const plan = planToBuy(account.value, planId);
  if (!plan.ok) return plan;
  const { name, provider } = account.value.billing;
  const priceId = priceIdOf(plan.value, name);
  if (!priceId) return refuse("notFound", "This plan is not paid for: end the subscription to have it.");
  const current = account.value.plans.find(({ id }) => id === account.value.row.planId);
  try {
    await provider.changePlan({
      subscriptionId: subscription.value,
      priceId,
      payNow: plan.value.priceMinor > (current?.priceMinor ?? 0),
      idempotencyKey: `plan:${scope.tenantId}:${attempt}`,
    });
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
    return refuse("invalid", `The payment was declined, and your plan has not changed. ${error.message}`);
  }
  await followSubscription(scope, account.value.billing);
  return ok({ planId });
}
