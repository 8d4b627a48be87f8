import { connectBilling } from "#compose.ts";
import { logger } from "#delivery/http/logger.ts";
import type { Billing } from "#modules/billing/ports.ts";
import { receiveEvent } from "#modules/billing/receive-event.ts";

/** More than any event of a subscription has. */
const mostBytes = 512 * 1024;

/**
 * POST /api/webhooks/stripe, and /sandbox in test mode: an event of the billing provider (G4). The signature is over the
 * body as it came, so it is read as text and parsed by nobody before.
 */
export async function answerBilling(request: Request, provider: string): Promise<Response> {
  const billing = await connectBilling();
  if (billing?.name !== provider) return say(404, "Nothing is received here.");
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes)
    return say(413, "The event is too large.");
  const body = await request.text();
  if (Buffer.byteLength(body) > mostBytes) return say(413, "The event is too large.");
  return take(billing, { body, signature: request.headers.get("stripe-signature") ?? "" });
}

async function take(billing: Billing, delivery: { body: string; signature: string }): Promise<Response> {
  const received = await receiveEvent(delivery, billing);
  if (received.ok) return Response.json({ received: true, new: received.value.isNew });
  logger().warn({ provider: billing.name }, "an event with a wrong signature was refused");
  return say(400, received.message);
}

function say(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });
}
