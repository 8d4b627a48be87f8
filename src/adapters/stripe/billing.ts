import Stripe from "stripe";
import {
  type BillingProvider,
  type NewCheckout,
  PaymentRefused,
  type PlanChange,
  type ProviderEvent,
  type ProviderStatus,
  type ProviderSubscription,
} from "#modules/billing/ports.ts";

export type StripeSettings = {
  secretKey: string;
  /** Of the endpoint that Stripe sends events to. */
  webhookSecret: string;
  /** Another server that speaks Stripe's API, for tests. */
  baseUrl?: string | undefined;
};

/** Seconds after which a signature is too old. */
const tolerance = 300;
const pageSize = 100;
const withInvoice = ["data.latest_invoice"];

/** Sells subscriptions through Stripe Billing with its own SDK. */
export function stripeBilling({ secretKey, webhookSecret, baseUrl }: StripeSettings): BillingProvider {
  const stripe = new Stripe(secretKey, { ...serverOf(baseUrl), maxNetworkRetries: 2, timeout: 15_000 });
  return {
    async createCustomer({ businessId, name, email, idempotencyKey }) {
      const details = { name, metadata: { businessId }, ...(email && { email }) };
      const { id } = await stripe.customers.create(details, { idempotencyKey });
      return { customerId: id };
    },
    startCheckout: (checkout) => startCheckout(stripe, checkout),
    async openPortal({ customerId, returnUrl }) {
      const { url } = await stripe.billingPortal.sessions.create({
        customer: customerId,
        return_url: returnUrl,
      });
      return { url };
    },
    changePlan: (change) => changePlan(stripe, change),
    async endWithPeriod({ subscriptionId, end, idempotencyKey }) {
      await stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: end }, { idempotencyKey });
    },
    async subscriptionsOf(customer) {
      const query = { customer, status: "all", limit: pageSize, expand: withInvoice } as const;
      const { data } = await stripe.subscriptions.list(query);
      return data.map(subscriptionOf);
    },
    async listSubscriptions(after) {
      const query = { limit: pageSize, expand: withInvoice, ...(after && { starting_after: after }) };
      const { data, has_more: more } = await stripe.subscriptions.list(query);
      return { subscriptions: data.map(subscriptionOf), more };
    },
    async readEvent({ body, signature, now }) {
      return readEvent(stripe, { body, signature, now, webhookSecret });
    },
  };
}

function serverOf(baseUrl: string | undefined) {
  if (!baseUrl) return {};
  const { protocol, hostname, port } = new URL(baseUrl);
  const scheme = protocol === "http:" ? ("http" as const) : ("https" as const);
  return { protocol: scheme, host: hostname, port: port || (scheme === "http" ? 80 : 443) };
}

async function startCheckout(stripe: Stripe, checkout: NewCheckout): Promise<{ url: string }> {
  const { customerId: customer, businessId, priceId, trialEndsAt } = checkout;
  const open = await stripe.checkout.sessions.list({ customer, status: "open", limit: pageSize });
  for (const { id, metadata } of open.data) {
    // The same attempt, asked for again, gets the same page.
    if (metadata?.attempt !== checkout.idempotencyKey) await stripe.checkout.sessions.expire(id);
  }
  const session = await stripe.checkout.sessions.create(
    {
      mode: "subscription",
      customer,
      client_reference_id: businessId,
      line_items: [{ price: priceId, quantity: 1 }],
      metadata: { attempt: checkout.idempotencyKey },
      subscription_data: {
        metadata: { businessId },
        ...(trialEndsAt && { trial_end: Math.floor(trialEndsAt.getTime() / 1000) }),
      },
      success_url: checkout.successUrl,
      cancel_url: checkout.cancelUrl,
    },
    { idempotencyKey: checkout.idempotencyKey },
  );
  if (!session.url) throw new Error("Stripe opened a checkout without an address");
  return { url: session.url };
}

async function changePlan(stripe: Stripe, change: PlanChange): Promise<void> {
  const subscription = await stripe.subscriptions.retrieve(change.subscriptionId);
  const item = subscription.items.data[0];
  if (!item) throw new Error(`The subscription ${change.subscriptionId} has no price`);
  // A change of plan is a decision to stay.
  const update = { items: [{ id: item.id, price: change.priceId }], cancel_at_period_end: false };
  const payment = change.payNow
    ? ({ proration_behavior: "always_invoice", payment_behavior: "error_if_incomplete" } as const)
    : ({ proration_behavior: "create_prorations" } as const);
  const { idempotencyKey } = change;
  try {
    await stripe.subscriptions.update(change.subscriptionId, { ...update, ...payment }, { idempotencyKey });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) throw new PaymentRefused(error.message);
    throw error;
  }
}

/** Stripe has more words than we need: what is over is over, and what waits for a payment method is not paid. */
const statuses: Readonly<Record<Stripe.Subscription.Status, ProviderStatus>> = {
  incomplete: "incomplete",
  incomplete_expired: "canceled",
  trialing: "trialing",
  active: "active",
  past_due: "past_due",
  unpaid: "unpaid",
  canceled: "canceled",
  paused: "unpaid",
};

function statusOf({ id, status }: Stripe.Subscription): ProviderStatus {
  const known = statuses[status];
  if (!known) throw new Error(`Stripe says of ${id} that it is "${status}", which we do not know`);
  return known;
}

function subscriptionOf(subscription: Stripe.Subscription): ProviderSubscription {
  const { id, customer, items, latest_invoice: invoice } = subscription;
  const [item] = items.data;
  const isLate = subscription.status === "past_due" || subscription.status === "unpaid";
  const since = invoice && typeof invoice === "object" ? invoice.created : item?.current_period_start;
  return {
    id,
    customerId: typeof customer === "string" ? customer : customer.id,
    priceId: item?.price.id ?? "",
    status: statusOf(subscription),
    trialEndsAt: dateOf(subscription.trial_end),
    periodEndsAt: dateOf(item?.current_period_end),
    pastDueSince: isLate ? dateOf(since) : null,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    createdAt: new Date(subscription.created * 1000),
  };
}

function dateOf(seconds: number | null | undefined): Date | null {
  return seconds ? new Date(seconds * 1000) : null;
}

type Delivery = { body: string; signature: string; now: number; webhookSecret: string };

async function readEvent(stripe: Stripe, delivery: Delivery): Promise<ProviderEvent | null> {
  const { body, signature, now, webhookSecret } = delivery;
  try {
    const event = await stripe.webhooks.constructEventAsync(
      body,
      signature,
      webhookSecret,
      tolerance,
      undefined,
      now,
    );
    return { id: event.id, type: event.type, customerId: customerIn(event.data.object) };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    throw error;
  }
}

/** Subscriptions, invoices and checkouts name their customer; a customer is one. */
function customerIn(about: object): string | null {
  const { object, id, customer } = about as { object?: string; id?: string; customer?: unknown };
  if (object === "customer") return id ?? null;
  if (typeof customer === "string") return customer;
  return (customer as { id?: string } | null | undefined)?.id ?? null;
}
