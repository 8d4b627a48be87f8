import type { TenantScope } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { type AccountRefusals, openAccount, subscriptionOf } from "./billing-account.ts";
import { followSubscription } from "./follow-subscription.ts";
import type { Billing } from "./ports.ts";
import type { EndSubscriptionInput } from "./schema.ts";

type Ended = Result<{ ends: boolean }, AccountRefusals>;

/** Ends the paid plan with the period that is paid for; then the business has the free one (A2). */
export function endSubscription(
  scope: TenantScope,
  input: EndSubscriptionInput,
  billing: Billing | null,
): Promise<Ended> {
  return setEnd(scope, { ...input, end: true }, billing);
}

/** Sets whether the subscription ends with its period. */
export async function setEnd(
  scope: TenantScope,
  { attempt, end }: EndSubscriptionInput & { end: boolean },
  billing: Billing | null,
): Promise<Ended> {
  const account = await openAccount(scope, billing);
  if (!account.ok) return account;
  const subscription = subscriptionOf(account.value);
  if (!subscription.ok) return subscription;
  const idempotencyKey = `end:${scope.tenantId}:${attempt}`;
  await account.value.billing.provider.endWithPeriod({
    subscriptionId: subscription.value,
    end,
    idempotencyKey,
  });
  await followSubscription(scope, account.value.billing);
  return ok({ ends: end });
}
