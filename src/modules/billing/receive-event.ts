import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Billing } from "./ports.ts";

export type ReceiveEventInput = { body: string; signature: string };

const storeOnce = `
  INSERT INTO inbound_event (provider, event_id, type, body) VALUES ($1, $2, $3, $4)
  ON CONFLICT (provider, event_id) DO NOTHING RETURNING event_id`;

const enqueue = `
  SELECT enqueue('handle-billing-event', jsonb_build_object('provider', $1::text, 'eventId', $2::text,
    'customerId', $3::text), 'billing-event:' || $1 || ':' || $2)`;

/**
 * Takes in an event of the billing provider (G4): its signature is checked, it is stored once, as it came, and a job is
 * left behind. Nothing is decided here, so the provider gets its answer at once and a repeated event changes nothing.
 */
export async function receiveEvent(
  { body, signature }: ReceiveEventInput,
  { name, provider }: Billing,
  clock: Clock = systemClock,
): Promise<Result<{ id: string; isNew: boolean }, "invalid">> {
  const event = await provider.readEvent({ body, signature, now: clock.now() });
  if (!event) return refuse("invalid", "The signature does not match, or is too old.");
  const isNew = await withPlatform(async ({ sql }) => {
    const stored = await sql(storeOnce, [name, event.id, event.type, body], "store_inbound_event");
    if (stored.length === 0) return false;
    await sql(enqueue, [name, event.id, event.customerId], "enqueue_billing_event");
    return true;
  });
  return ok({ id: event.id, isNew });
}
