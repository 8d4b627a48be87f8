import { platformQuery } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import { followSubscription } from "./follow-subscription.ts";
import type { Billing } from "./ports.ts";

export type HandleEventInput = { provider: string; eventId: string; customerId: string | null };

const markHandled =
  "UPDATE inbound_event SET handled_at = clock_timestamp() WHERE provider = $1 AND event_id = $2 AND handled_at IS NULL";

/** Follows the subscription that an event is about. One about nobody of ours is done with that. */
export async function handleEvent(
  { provider, eventId, customerId }: HandleEventInput,
  billing: Billing,
  clock: Clock = systemClock,
): Promise<void> {
  const businesses = customerId
    ? await platformQuery<{ id: string }>(
        "SELECT id FROM business_of_billing_customer($1)",
        [customerId],
        "business_of_billing_customer",
      )
    : [];
  for (const { id } of businesses) {
    const actor = { kind: "system", job: "handle-billing-event" } as const;
    await followSubscription({ tenantId: tenantIdFrom(id), actor, clock }, billing);
  }
  await platformQuery(markHandled, [provider, eventId], "mark_inbound_event");
}
