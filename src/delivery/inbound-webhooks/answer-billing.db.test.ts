import { describe, expect, it } from "vitest";
import { connectBilling, connectTestBilling } from "#compose.ts";
import type { TenantScope } from "#database/tenant-context.ts";
import {
  actInPortal,
  payCheckout,
  showCheckout,
  showPortal,
} from "#delivery/test-billing/test-billing-handlers.ts";
import { checkBilling, handleBillingEvent, planBilling } from "#delivery/worker/billing-tasks.ts";
import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import { openPortal } from "#modules/billing/open-portal.ts";
import { startCheckout } from "#modules/billing/start-checkout.ts";
import { readSubscription } from "#modules/billing/subscription-row.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { answerBilling } from "./answer-billing.ts";

const database = useDatabase();
const scopeOf = ({ tenantId, owner }: Shop): TenantScope => ({ tenantId, actor: owner });

async function aTrialShop(): Promise<Shop> {
  const shop = await aShop();
  const trialEndsAt = new Date(Date.parse("2099-01-01T00:00:00Z"));
  const trial = { planId: "standalone-professional", billedBy: "platform", status: "trialing" } as const;
  await shop.run((ctx) => assignPlan(ctx, { ...trial, trialEndsAt }));
  return shop;
}

/** Opens the checkout of a plan; its id on the pages of the test provider. */
async function aCheckout(shop: Shop): Promise<string> {
  const input = { planId: "standalone-starter", attempt: newId() };
  const started = await startCheckout(scopeOf(shop), input, await connectBilling());
  if (!started.ok) throw new Error(started.message);
  return started.value.url.split("/").at(-1) ?? "";
}

function post(fields: Record<string, string>): Request {
  return new Request("http://localhost:3000/x", { method: "POST", body: new URLSearchParams(fields) });
}

/** Does the jobs that events have left behind. */
async function workOff(): Promise<void> {
  const { rows } = await database.superuser.query<{ payload: Parameters<typeof handleBillingEvent>[0] }>(
    "DELETE FROM graphile_worker._private_jobs WHERE key LIKE 'billing-event:%' RETURNING payload",
  );
  for (const { payload } of rows) await handleBillingEvent(payload);
}

const get = () => new Request("http://localhost:3000/x");

describe("an event of the billing provider", () => {
  it("is refused without the right signature, where nobody listens, and when it is too large", async () => {
    const send = (body: string, provider = "sandbox") =>
      answerBilling(new Request("http://localhost:3000/x", { method: "POST", body }), provider);
    expect((await send("{}")).status).toBe(400);
    expect((await send("{}", "stripe")).status).toBe(404);
    expect((await send("x".repeat(600_000))).status).toBe(413);
  });

  it("of another provider waits for that", async () => {
    await handleBillingEvent({ provider: "stripe", eventId: "evt_1", customerId: "cus_1" });
    expect(await connectTestBilling()).not.toBeNull();
  });
});

describe("the pages of the test provider", () => {
  it("pay a plan, let its payment fail and come, and tell the product each time", async () => {
    const shop = await aTrialShop();
    const status = async () => (await shop.run(readSubscription))?.status;
    const id = await aCheckout(shop);
    const page = await (await showCheckout(get(), id)).text();
    expect(page).toContain("Slotkeeper Starter");
    expect(page).toContain("Test mode: no money moves");

    const cancelled = await payCheckout(post({ how: "cancel" }), id);
    expect(cancelled.headers.get("location")).toBe(`${env.APP_URL}/dashboard/settings?section=plan`);
    const paid = await payCheckout(post({ how: "pay" }), id);
    expect(paid.headers.get("location")).toContain("paid=1");
    await workOff();
    expect(await status()).toBe("trialing");
    expect(await (await showCheckout(get(), id)).text()).toContain("paid for already");

    const portal = await openPortal(scopeOf(shop), await connectBilling());
    if (!portal.ok) throw new Error(portal.message);
    const customer = new URL(portal.value.url).pathname.split("/").at(-1) ?? "";
    for (const [action, becomes] of [
      ["renew", "active"],
      ["failPayment", "past_due"],
      ["giveUp", "suspended"],
      ["payOpenInvoice", "active"],
    ] as const) {
      const fields = { subscription: id, action, return: "https://elsewhere.example/" };
      const answer = await actInPortal(post(fields), customer);
      expect(answer.headers.get("location")).not.toContain("elsewhere");
      await workOff();
      expect(await status()).toBe(becomes);
    }
    const shown = await (await showPortal(get(), customer)).text();
    expect(shown).toContain("Let the payment fail");
    expect(
      (await actInPortal(post({ subscription: "sub_test_other", action: "renew" }), customer)).status,
    ).toBe(404);
    expect((await showPortal(get(), "cus_test_nobody")).status).toBe(404);
    expect((await showCheckout(get(), "sub_test_nobody")).status).toBe(404);
  });
});

describe("the job that looks after subscriptions", () => {
  it("makes up for events that never came, and for dates", async () => {
    const [unheard, ended] = [await aTrialShop(), await aTrialShop()];
    const test = await connectTestBilling();
    await test?.pay(await aCheckout(unheard), { cardDeclines: false });
    await database.superuser.query(
      "UPDATE subscription SET trial_ends_at = '2020-01-01' WHERE tenant_id = $1",
      [ended.tenantId],
    );
    await database.superuser.query(
      "INSERT INTO inbound_event VALUES ('sandbox', 'evt_old', 'x', '{}', now() - interval '91 days')",
    );
    const jobs: unknown[] = [];
    await planBilling((async (_name: string, payload: { tenantId: string }) => {
      jobs.push(payload.tenantId);
    }) as never);
    expect(jobs).toEqual(expect.arrayContaining([unheard.tenantId, ended.tenantId]));
    const old = await database.superuser.query("SELECT FROM inbound_event WHERE event_id = 'evt_old'");
    expect(old.rowCount).toBe(0);
    for (const shop of [unheard, ended]) await checkBilling(scopeOf(shop));
    expect(await unheard.run(readSubscription)).toMatchObject({ planId: "standalone-starter" });
    expect(await ended.run(readSubscription)).toMatchObject({ planId: "standalone-free", status: "active" });
  });
});
