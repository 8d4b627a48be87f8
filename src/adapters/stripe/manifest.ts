import type { BillingManifest } from "#modules/billing/ports.ts";

export type StripeEnvironment = {
  STRIPE_SECRET_KEY?: string;
  STRIPE_WEBHOOK_SECRET?: string;
  STRIPE_API_BASE?: string;
};

/** Stripe Billing: registered when STRIPE_SECRET_KEY is set. */
export const stripe: BillingManifest<StripeEnvironment> = {
  name: "stripe",
  isConfigured: ({ STRIPE_SECRET_KEY }) => Boolean(STRIPE_SECRET_KEY),
  async connect({
    STRIPE_SECRET_KEY: secretKey = "",
    STRIPE_WEBHOOK_SECRET: webhookSecret = "",
    STRIPE_API_BASE,
  }) {
    const { stripeBilling } = await import("./billing.ts");
    return stripeBilling({ secretKey, webhookSecret, baseUrl: STRIPE_API_BASE });
  },
};
