import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stripeBilling } from "#adapters/stripe/billing.ts";
import { newId } from "#kernel/ids.ts";
import { aClock, aTestProvider, type SetClock } from "#testing/builders/billing.ts";
import { useDatabase } from "#testing/database.ts";
import { startStripeServer } from "#testing/stripe-server.ts";
import { type BillingProvider, PaymentRefused, type SignedEvent } from "./ports.ts";

type Subject = {
  provider: BillingProvider;
  clock: SetClock;
  /** What a person, time or a bank does there. */
  pay(url: string): Promise<void>;
  happen(what: "paymentFails" | "paymentComes" | "periodEnds", subscriptionId: string): Promise<void>;
  cardDeclines(declines: boolean, subscriptionId: string): Promise<void>;
  event(customerId: string): Promise<SignedEvent>;
  close(): Promise<void>;
};

const providers: { name: string; open: () => Promise<Subject> }[] = [
  { name: "sandbox", open: openSandbox },
  { name: "stripe", open: openStripe },
];

describe.each(providers)("the billing contract: $name", ({ open }) => {
  useDatabase();
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const urls = { successUrl: "http://app.test/paid", cancelUrl: "http://app.test/plan" };

  async function aCustomer() {
    const businessId = newId();
    const once = { businessId, name: "Salon", email: null, idempotencyKey: `customer:${businessId}` };
    const { customerId } = await subject.provider.createCustomer(once);
    return { businessId, customerId, once };
  }

  function openCheckout(
    customer: { businessId: string; customerId: string },
    trialEndsAt: Date | null = null,
  ) {
    const { businessId, customerId } = customer;
    const idempotencyKey = `checkout:${newId()}`;
    const checkout = { businessId, customerId, priceId: "price-small", trialEndsAt, ...urls, idempotencyKey };
    return subject.provider.startCheckout(checkout);
  }

  async function aSubscription(trialEndsAt: Date | null = null) {
    const customer = await aCustomer();
    const { url } = await openCheckout(customer, trialEndsAt);
    await subject.pay(url);
    const read = async () => {
      const [found] = await subject.provider.subscriptionsOf(customer.customerId);
      if (!found) throw new Error("There is no subscription");
      return found;
    };
    return { ...customer, read, id: (await read()).id };
  }

  it("makes a customer once, and another for another business", async () => {
    const { customerId, once } = await aCustomer();
    expect(await subject.provider.createCustomer(once)).toEqual({ customerId });
    expect((await aCustomer()).customerId).not.toBe(customerId);
  });

  it("sells nothing before it is paid, and keeps one checkout open", async () => {
    const customer = await aCustomer();
    const first = await openCheckout(customer);
    const second = await openCheckout(customer);
    const unpaid = await subject.provider.subscriptionsOf(customer.customerId);
    expect(unpaid.filter(({ status }) => status !== "incomplete")).toEqual([]);
    await expect(subject.pay(first.url)).rejects.toThrow();
    await subject.pay(second.url);
    const [bought] = await subject.provider.subscriptionsOf(customer.customerId);
    expect(bought).toMatchObject({
      status: "active",
      priceId: "price-small",
      customerId: customer.customerId,
    });
    expect(bought?.periodEndsAt?.getTime()).toBeGreaterThan(subject.clock.at);
    expect(bought).toMatchObject({ trialEndsAt: null, pastDueSince: null, cancelAtPeriodEnd: false });
  });

  it("keeps what is left of a trial", async () => {
    const trialEndsAt = new Date(subject.clock.at + 10 * 86_400_000);
    const { read } = await aSubscription(trialEndsAt);
    expect(await read()).toMatchObject({ status: "trialing", trialEndsAt });
  });

  it("changes the plan, and changes nothing when the card for a larger one is declined", async () => {
    const { id, read } = await aSubscription();
    const change = (priceId: string, payNow: boolean) =>
      subject.provider.changePlan({ subscriptionId: id, priceId, payNow, idempotencyKey: newId() });
    await change("price-large", true);
    expect(await read()).toMatchObject({ priceId: "price-large" });
    await subject.cardDeclines(true, id);
    await expect(change("price-huge", true)).rejects.toThrow(PaymentRefused);
    await change("price-small", false);
    expect(await read()).toMatchObject({ priceId: "price-small", status: "active" });
    await subject.cardDeclines(false, id);
  });

  it("ends with the period, unless that is taken back, and is listed until it has ended", async () => {
    const { id, read } = await aSubscription();
    const set = (end: boolean) =>
      subject.provider.endWithPeriod({ subscriptionId: id, end, idempotencyKey: newId() });
    const listed = async () =>
      (await subject.provider.listSubscriptions(null)).subscriptions.some((it) => it.id === id);
    await set(true);
    expect(await read()).toMatchObject({ cancelAtPeriodEnd: true, status: "active" });
    await set(false);
    expect(await read()).toMatchObject({ cancelAtPeriodEnd: false });
    expect(await listed()).toBe(true);
    await set(true);
    await subject.happen("periodEnds", id);
    expect(await read()).toMatchObject({ status: "canceled" });
    expect(await listed()).toBe(false);
    expect(await subject.provider.listSubscriptions(id)).toMatchObject({ more: false });
  });

  it("says since when a payment is open", async () => {
    const { id, read } = await aSubscription();
    subject.clock.at += 86_400_000;
    const since = new Date(subject.clock.at);
    await subject.happen("paymentFails", id);
    expect(await read()).toMatchObject({ status: "past_due", pastDueSince: since });
    await subject.happen("paymentComes", id);
    expect(await read()).toMatchObject({ status: "active", pastDueSince: null });
  });

  it("opens a page about payments, for the customer", async () => {
    const { customerId } = await aSubscription();
    const { url } = await subject.provider.openPortal({ customerId, returnUrl: urls.cancelUrl });
    expect(url).toContain(customerId);
  });

  it("reads events that it signed itself, not long ago, and no others", async () => {
    const { customerId } = await aSubscription();
    const event = await subject.event(customerId);
    const now = subject.clock.at;
    expect(await subject.provider.readEvent({ ...event, now })).toMatchObject({ customerId });
    const forged = { ...event, body: event.body.replace(customerId, "cus_other") };
    expect(await subject.provider.readEvent({ ...forged, now })).toBeNull();
    expect(await subject.provider.readEvent({ ...event, signature: "", now })).toBeNull();
    expect(await subject.provider.readEvent({ ...event, now: now + 300_000 })).not.toBeNull();
    expect(await subject.provider.readEvent({ ...event, now: now + 301_000 })).toBeNull();
  });
});

async function openSandbox(): Promise<Subject> {
  const clock = aClock("2030-03-01T00:00:00Z");
  const { provider } = aTestProvider(clock);
  const actions = {
    paymentFails: "failPayment",
    paymentComes: "payOpenInvoice",
    periodEnds: "renew",
  } as const;
  return {
    provider,
    clock,
    async pay(url) {
      await provider.pay(url.split("/").at(-1) ?? "", { cardDeclines: false });
    },
    async happen(what, id) {
      await provider.act(id, actions[what]);
    },
    async cardDeclines(declines, id) {
      await provider.act(id, declines ? "changeToDecliningCard" : "changeToGoodCard");
    },
    async event(customerId) {
      const [subscription] = await provider.subscriptionsOf(customerId);
      const [event] = await provider.act(subscription?.id ?? "", "renew");
      if (!event) throw new Error("Nothing was sent");
      return event;
    },
    close: async () => {},
  };
}

async function openStripe(): Promise<Subject> {
  const clock = aClock("2030-03-01T00:00:00Z");
  const server = await startStripeServer(clock.now);
  const webhookSecret = "whsec_local";
  const { baseUrl, secretKey } = server;
  const sdk = new Stripe(secretKey);
  return {
    provider: stripeBilling({ secretKey, webhookSecret, baseUrl }),
    clock,
    async pay(url) {
      server.pay(url);
    },
    async happen(what, id) {
      const subscription = server.subscriptions.get(id);
      if (!subscription) throw new Error("There is no such subscription");
      subscription.status = { paymentFails: "past_due", paymentComes: "active", periodEnds: "canceled" }[
        what
      ];
      subscription.latest_invoice.created = Math.floor(clock.at / 1000);
    },
    async cardDeclines(declines) {
      server.declines = declines;
    },
    async event(customer) {
      const object = { id: "sub_1", object: "subscription", customer };
      const body = JSON.stringify({
        id: `evt_${newId()}`,
        object: "event",
        type: "customer.subscription.updated",
        data: { object },
      });
      const timestamp = Math.floor(clock.at / 1000);
      const signature = sdk.webhooks.generateTestHeaderString({
        payload: body,
        secret: webhookSecret,
        timestamp,
      });
      return { body, signature };
    },
    close: server.close,
  };
}
