import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stripeBilling } from "#adapters/stripe/billing.ts";
import { type ContractServer, exampleEvents, startContractServer } from "#testing/contract-server.ts";

describe("what we ask of Stripe", () => {
  let server: ContractServer | null = null;
  beforeAll(async () => {
    server = await startContractServer("stripe.json");
  });
  afterAll(() => server?.close());

  it("is what its published contract allows, in every request that we make", {
    timeout: 60_000,
  }, async () => {
    if (!server) return;
    const provider = stripeBilling({
      secretKey: "sk_test_contract",
      webhookSecret: "whsec_contract",
      baseUrl: server.baseUrl,
    });
    const idempotencyKey = "contract-1";
    const ids = {
      customerId: "cus_1",
      businessId: "0190d6a2-0000-7000-8000-000000000000",
      priceId: "price_1",
    };
    const urls = { successUrl: "https://book.example/paid", cancelUrl: "https://book.example/plan" };
    const subscriptionId = "sub_1";
    const asked = [
      () =>
        provider.createCustomer({
          ...ids,
          name: "Café Zürich",
          email: "hello@zuerich.example",
          idempotencyKey,
        }),
      () => provider.createCustomer({ ...ids, name: "No e-mail", email: null, idempotencyKey }),
      () => provider.startCheckout({ ...ids, ...urls, trialEndsAt: new Date("2030-03-01"), idempotencyKey }),
      () => provider.startCheckout({ ...ids, ...urls, trialEndsAt: null, idempotencyKey }),
      () => provider.openPortal({ customerId: "cus_1", returnUrl: urls.cancelUrl }),
      () => provider.changePlan({ subscriptionId, priceId: "price_2", payNow: true, idempotencyKey }),
      () => provider.changePlan({ subscriptionId, priceId: "price_2", payNow: false, idempotencyKey }),
      () => provider.endWithPeriod({ subscriptionId, end: true, idempotencyKey }),
      () => provider.endWithPeriod({ subscriptionId, end: false, idempotencyKey }),
      () => provider.subscriptionsOf("cus_1"),
      () => provider.listSubscriptions(null),
      () => provider.listSubscriptions("sub_1"),
    ];
    // The answers are examples of each field on its own: what we make of them is another suite's question.
    for (const ask of asked) await ask().catch(() => {});

    const { answers } = server;
    expect(answers.filter(({ problem, request }) => problem !== null && request !== "GET /")).toEqual([]);
    const kinds = new Set(
      answers.map(({ request }) => request.replace(/\?.*$/, "").replace(/(cs|cus|sub)_\w+/, ":id")),
    );
    expect([...kinds].filter((kind) => kind !== "GET /").sort()).toEqual([
      "GET /v1/checkout/sessions",
      "GET /v1/subscriptions",
      "GET /v1/subscriptions/:id",
      "POST /v1/billing_portal/sessions",
      "POST /v1/checkout/sessions",
      "POST /v1/checkout/sessions/:id/expire",
      "POST /v1/customers",
      "POST /v1/subscriptions/:id",
    ]);
  });

  it("understands every published example of its events, and whose it is", async () => {
    const webhookSecret = "whsec_contract";
    const provider = stripeBilling({ secretKey: "sk_test_contract", webhookSecret });
    const now = Date.parse("2030-03-01T00:00:00Z");
    const timestamp = now / 1000;
    const sdk = new Stripe("sk_test_contract");
    for (const [name, body] of exampleEvents("stripe")) {
      const signature = sdk.webhooks.generateTestHeaderString({
        payload: body,
        secret: webhookSecret,
        timestamp,
      });
      const event = await provider.readEvent({ body, signature, now });
      expect(event?.type, name).toBe(name.replace(".json", ""));
      if (/^(customer|invoice)/.test(name)) expect(event?.customerId, name).toMatch(/^cus_/);
    }
  });
});
