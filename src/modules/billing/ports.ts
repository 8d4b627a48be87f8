/** What the provider says of a subscription, in its own words. */
export const providerStatuses = [
  /** Its first payment has not been made. */
  "incomplete",
  "trialing",
  "active",
  /** A payment failed and is tried again. */
  "past_due",
  /** The payments that were tried again failed too. */
  "unpaid",
  "canceled",
] as const;
export type ProviderStatus = (typeof providerStatuses)[number];

/** A subscription as it stands at the provider. */
export type ProviderSubscription = {
  id: string;
  customerId: string;
  priceId: string;
  status: ProviderStatus;
  trialEndsAt: Date | null;
  periodEndsAt: Date | null;
  /** When the payment that is still open was due; null when none is. */
  pastDueSince: Date | null;
  cancelAtPeriodEnd: boolean;
  createdAt: Date;
};

/** Names one change, so that it is made once however often it is asked for. */
type Once = { idempotencyKey: string };

export type NewCustomer = Once & { businessId: string; name: string; email: string | null };

export type NewCheckout = Once & {
  customerId: string;
  businessId: string;
  priceId: string;
  /** The first payment is due then; null: at once. */
  trialEndsAt: Date | null;
  successUrl: string;
  cancelUrl: string;
};

export type PlanChange = Once & {
  subscriptionId: string;
  priceId: string;
  /**
   * A larger plan is paid for at once, for the rest of the period, and refused when the card is. A smaller one is
   * credited to the next payments.
   */
  payNow: boolean;
};

/** An event whose signature is right: who sent it, and whose subscription or payment it is about. */
export type ProviderEvent = { id: string; type: string; customerId: string | null };

/**
 * Sells subscriptions (A2). Whatever its events say, the truth is what `subscriptionsOf` answers. A card that is
 * declined throws `PaymentRefused`; anything else that throws is a reason to try again later.
 */
export type BillingProvider = {
  createCustomer(customer: NewCustomer): Promise<{ customerId: string }>;
  /** A page of the provider where the plan is paid for; earlier ones of the customer that are still open end. */
  startCheckout(checkout: NewCheckout): Promise<{ url: string }>;
  /** A page of the provider where the card is changed and invoices are read. */
  openPortal(request: { customerId: string; returnUrl: string }): Promise<{ url: string }>;
  changePlan(change: PlanChange): Promise<void>;
  /** Ends it with the period that is paid for, or takes that back. */
  endWithPeriod(request: Once & { subscriptionId: string; end: boolean }): Promise<void>;
  /** All of a customer, those that have ended too. */
  subscriptionsOf(customerId: string): Promise<ProviderSubscription[]>;
  /** All that have not ended, page by page; `after` is the last id of the page before. */
  listSubscriptions(after: string | null): Promise<{ subscriptions: ProviderSubscription[]; more: boolean }>;
  /** Null when the signature is wrong, or older than five minutes at `now` (epoch milliseconds). */
  readEvent(delivery: { body: string; signature: string; now: number }): Promise<ProviderEvent | null>;
};

/** The card was declined: nothing was changed. */
export class PaymentRefused extends Error {
  override name = "PaymentRefused";
}

/** A provider and how the subscriptions that it bills are marked. */
export type Billing = { name: "stripe" | "sandbox"; provider: BillingProvider };

/** A way to sell subscriptions: small, so that knowing all of them costs nothing; the SDK comes with `connect`. */
export type BillingManifest<Environment> = {
  name: Billing["name"];
  /** A provider that is not configured is never loaded. */
  isConfigured(environment: Environment): boolean;
  connect(environment: Environment): Promise<BillingProvider>;
};

/** What people can do on the pages of the test provider, each as it would happen at a real one. */
export const testActions = [
  /** The period ends: it is paid again, or not, by the card. */
  "renew",
  "failPayment",
  "payOpenInvoice",
  /** The provider stops trying to collect. */
  "giveUp",
  "changeToGoodCard",
  "changeToDecliningCard",
  "endWithPeriod",
  "resume",
] as const;
export type TestAction = (typeof testActions)[number];

export type TestSubscription = ProviderSubscription & {
  businessId: string;
  cardDeclines: boolean;
  successUrl: string;
  cancelUrl: string;
};

/** What it sends to whoever listens, signed: body and signature. */
export type SignedEvent = { body: string; signature: string };

/** The pages of the test provider, which needs no account (rows A2, P1). */
export type TestBilling = {
  read(subscriptionId: string): Promise<TestSubscription | null>;
  listOf(customerId: string): Promise<TestSubscription[]>;
  /** Pays a checkout; with a card that is declined later, if so wished. */
  pay(checkoutId: string, options: { cardDeclines: boolean }): Promise<SignedEvent[]>;
  act(subscriptionId: string, action: TestAction): Promise<SignedEvent[]>;
};
