import type { AddJobFunction } from "graphile-worker";
import { connectBilling } from "#compose.ts";
import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import type { TenantId } from "#kernel/ids.ts";
import { followSubscription } from "#modules/billing/follow-subscription.ts";
import { forgetEvents } from "#modules/billing/forget-events.ts";
import { type HandleEventInput, handleEvent } from "#modules/billing/handle-event.ts";
import { listDueBusinesses, passDates } from "#modules/billing/pass-dates.ts";
import { reconcileSubscriptions } from "#modules/billing/reconcile-subscriptions.ts";

/** Does what an event of the billing provider asks for; one of a provider that is not used any more waits for it. */
export async function handleBillingEvent(input: HandleEventInput): Promise<void> {
  const billing = await connectBilling();
  if (billing?.name !== input.provider) return;
  await handleEvent(input, billing);
}

/** Brings a business's subscription to what the provider says, and does what its dates ask for. */
export async function checkBilling(scope: TenantScope): Promise<void> {
  const billing = await connectBilling();
  // First: nothing is said or stopped for a payment that has been made meanwhile.
  if (billing) await followSubscription(scope, billing);
  await withTenant(scope, passDates);
}

/** Every few minutes: adds a job for each subscription that is not as the provider says, or has a date that is near. */
export async function planBilling(addJob: AddJobFunction): Promise<void> {
  await forgetEvents();
  const billing = await connectBilling();
  const differing = billing ? await reconcileSubscriptions(billing) : [];
  const due: TenantId[] = await listDueBusinesses();
  for (const tenantId of new Set([...differing, ...due])) {
    await addJob("check-billing", { tenantId }, { jobKey: `check-billing:${tenantId}` });
  }
}
