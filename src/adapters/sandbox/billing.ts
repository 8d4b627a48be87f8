import { createHash, createHmac } from "node:crypto";
import { withPlatform } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import {
  type BillingProvider,
  type NewCheckout,
  PaymentRefused,
  type ProviderSubscription,
  type TestAction,
  type TestBilling,
  type TestSubscription,
} from "#modules/billing/ports.ts";
import { readSigned, signEvent } from "./signed-event.ts";
import { afterAction, afterPayment } from "./subscription-life.ts";

export type SandboxSettings = { secret: string; appUrl: string; clock?: Clock };

const pageSize = 100;

const columns = `id, customer_id AS "customerId", reference AS "businessId", price_id AS "priceId", status,
  trial_ends_at AS "trialEndsAt", period_ends_at AS "periodEndsAt", past_due_since AS "pastDueSince",
  cancel_at_period_end AS "cancelAtPeriodEnd", card_declines AS "cardDeclines", created_at AS "createdAt",
  return_to->>'success' AS "successUrl", return_to->>'cancel' AS "cancelUrl"`;

/**
 * Sells subscriptions for no money, and remembers them where Stripe would (rows A2, P1). Nothing happens to one by itself:
 * its pages have a button for everything that time, a card and a bank would do.
 */
export function sandboxBillingProvider(settings: SandboxSettings): BillingProvider & TestBilling {
  const clock = settings.clock ?? systemClock;
  const secret = createHmac("sha256", settings.secret).update("sandbox billing").digest("hex");
  const pages = `${settings.appUrl}/test-billing`;
  const change = (id: string, next: (subscription: TestSubscription) => TestSubscription) =>
    changeSubscription(id, next, (type, { customerId }) =>
      signEvent({ type, id, customer: customerId }, secret, clock.now()),
    );
  return {
    // One for each business; nobody can guess it, so that nobody finds the pages of another's.
    async createCustomer({ businessId }) {
      return {
        customerId: `cus_test_${hash(createHmac("sha256", secret).update(businessId).digest("hex"))}`,
      };
    },
    async startCheckout(checkout) {
      return { url: `${pages}/checkout/${await openCheckout(checkout)}` };
    },
    async openPortal({ customerId, returnUrl }) {
      return { url: `${pages}/portal/${customerId}?${new URLSearchParams({ return: returnUrl })}` };
    },
    async changePlan({ subscriptionId, priceId, payNow }) {
      await change(subscriptionId, (it) => {
        if (payNow && it.cardDeclines) throw new PaymentRefused("Your card was declined.");
        return { ...it, priceId, cancelAtPeriodEnd: false };
      });
    },
    async endWithPeriod({ subscriptionId, end }) {
      await change(subscriptionId, (it) => ({ ...it, cancelAtPeriodEnd: end }));
    },
    subscriptionsOf: listOf,
    async listSubscriptions(after) {
      const found = await select("status <> 'canceled' AND id > $1 ORDER BY id LIMIT $2", [
        after ?? "",
        pageSize,
      ]);
      return { subscriptions: found, more: found.length === pageSize };
    },
    async readEvent(delivery) {
      return readSigned(delivery, secret);
    },
    async read(id) {
      return (await select("id = $1", [id]))[0] ?? null;
    },
    listOf,
    pay: (id, { cardDeclines }) => change(id, (it) => ({ ...afterPayment(it, clock.now()), cardDeclines })),
    act: (id, action: TestAction) => change(id, (it) => afterAction(it, action, clock.now())),
  };
}

function listOf(customerId: string): Promise<TestSubscription[]> {
  return select("customer_id = $1 ORDER BY created_at DESC, id", [customerId]);
}

function select(where: string, values: unknown[], lock = ""): Promise<TestSubscription[]> {
  return withPlatform(({ sql }) =>
    sql<TestSubscription>(`SELECT ${columns} FROM sandbox_subscription WHERE ${where} ${lock}`, values),
  );
}

/** A checkout is a subscription that is not paid yet. Earlier ones of the customer end. */
async function openCheckout(checkout: NewCheckout): Promise<string> {
  const { customerId, businessId, priceId, trialEndsAt, successUrl, cancelUrl } = checkout;
  const id = `sub_test_${hash(checkout.idempotencyKey)}`;
  await withPlatform(async ({ sql }) => {
    await sql(
      "DELETE FROM sandbox_subscription WHERE customer_id = $1 AND status = 'incomplete' AND id <> $2",
      [customerId, id],
    );
    await sql(
      `INSERT INTO sandbox_subscription (id, customer_id, reference, price_id, status, trial_ends_at, return_to)
       VALUES ($1, $2, $3, $4, 'incomplete', $5, $6) ON CONFLICT (id) DO NOTHING`,
      [id, customerId, businessId, priceId, trialEndsAt, { success: successUrl, cancel: cancelUrl }],
    );
  });
  return id;
}

const update = `
  UPDATE sandbox_subscription SET price_id = $2, status = $3, trial_ends_at = $4, period_ends_at = $5,
    past_due_since = $6, cancel_at_period_end = $7, card_declines = $8
  WHERE id = $1`;

/** Writes what becomes of a subscription and returns the events that a provider would send. */
function changeSubscription<Event>(
  id: string,
  next: (subscription: TestSubscription) => TestSubscription,
  eventOf: (type: string, subscription: ProviderSubscription) => Event,
): Promise<Event[]> {
  return withPlatform(async ({ sql }) => {
    const found = `SELECT ${columns} FROM sandbox_subscription WHERE id = $1 FOR UPDATE`;
    const [before] = await sql<TestSubscription>(found, [id]);
    if (!before) throw new Error(`The test provider has no subscription ${id}`);
    const after = next(before);
    const { priceId, status, trialEndsAt, periodEndsAt, pastDueSince, cancelAtPeriodEnd, cardDeclines } =
      after;
    const dates = [trialEndsAt, periodEndsAt, pastDueSince];
    await sql(update, [id, priceId, status, ...dates, cancelAtPeriodEnd, cardDeclines]);
    return eventsBetween(before, after).map((type) => eventOf(type, after));
  });
}

function eventsBetween(before: ProviderSubscription, after: ProviderSubscription): string[] {
  if (before.status === "incomplete" && after.status !== "incomplete") {
    return ["checkout.session.completed", "customer.subscription.created", "invoice.paid"];
  }
  if (after.status === "canceled") return ["customer.subscription.deleted"];
  if (after.pastDueSince && !before.pastDueSince) {
    return ["invoice.payment_failed", "customer.subscription.updated"];
  }
  const paid = before.pastDueSince && !after.pastDueSince ? ["invoice.paid"] : [];
  return [...paid, "customer.subscription.updated"];
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
