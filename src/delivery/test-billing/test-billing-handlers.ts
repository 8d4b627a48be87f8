import { connectTestBilling } from "#compose.ts";
import { withPlatform } from "#database/tenant-context.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { answerBilling } from "#delivery/inbound-webhooks/answer-billing.ts";
import { env } from "#env.ts";
import { type SignedEvent, type TestBilling, testActions } from "#modules/billing/ports.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import type { Plan } from "#modules/plans/schema.ts";
import { checkoutPage, portalPage } from "./test-billing-pages.ts";

/** GET /test-billing/checkout/<id>: where a plan would be paid for. */
export async function showCheckout(request: Request, id: string): Promise<Response> {
  const billing = await connectTestBilling();
  const checkout = await billing?.read(id);
  if (!checkout) return notFound();
  const plan = (await plansById()).get(checkout.priceId);
  return page(checkoutPage({ checkout, plan, nonce: nonceOf(request) }));
}

/** POST: pays, with a card that works or with one that is declined later, or goes back. */
export async function payCheckout(request: Request, id: string): Promise<Response> {
  const billing = await connectTestBilling();
  const checkout = await billing?.read(id);
  if (!billing || !checkout) return notFound();
  const how = (await request.formData()).get("how");
  if (how !== "pay" && how !== "payOnce") return goTo(checkout.cancelUrl);
  await deliver(await billing.pay(id, { cardDeclines: how === "payOnce" }));
  return goTo(checkout.successUrl);
}

/** GET /test-billing/portal/<customer>?return=…: a customer's subscriptions, and all that can happen to them. */
export async function showPortal(request: Request, customerId: string): Promise<Response> {
  const billing = await connectTestBilling();
  const subscriptions = await known(billing, customerId);
  if (!subscriptions) return notFound();
  const query = new URL(request.url).searchParams;
  return page(
    portalPage({
      subscriptions,
      plans: await plansById(),
      back: safeReturn(query.get("return")),
      done: query.get("done"),
      nonce: nonceOf(request),
    }),
  );
}

/** POST: lets something happen to a subscription, and tells the product as a real provider would. */
export async function actInPortal(request: Request, customerId: string): Promise<Response> {
  const billing = await connectTestBilling();
  const subscriptions = await known(billing, customerId);
  const form = await request.formData();
  const id = form.get("subscription");
  const action = testActions.find((known) => known === form.get("action"));
  if (!billing || !action || !subscriptions?.some((it) => it.id === id)) return notFound();
  await deliver(await billing.act(String(id), action));
  const back = safeReturn(String(form.get("return") ?? ""));
  return goTo(`/test-billing/portal/${customerId}?${new URLSearchParams({ return: back, done: action })}`);
}

async function known(billing: TestBilling | null, customerId: string) {
  const subscriptions = (await billing?.listOf(customerId)) ?? [];
  return subscriptions.length > 0 ? subscriptions : null;
}

/** Through the very door that a provider's events come in by. */
async function deliver(events: readonly SignedEvent[]): Promise<void> {
  for (const { body, signature } of events) {
    const headers = { "stripe-signature": signature };
    const request = new Request(`${env.APP_URL}/api/webhooks/sandbox`, { method: "POST", headers, body });
    const answer = await answerBilling(request, "sandbox");
    if (!answer.ok) throw new Error(`An event of the test provider was refused: ${await answer.text()}`);
  }
}

async function plansById(): Promise<Map<string, Plan>> {
  const plans = await withPlatform(listPlans);
  return new Map(plans.map((plan) => [plan.id, plan]));
}

/** Back to a page of our own, whatever the address says. */
function safeReturn(address: string | null): string {
  const dashboard = `${env.APP_URL}/dashboard/settings?section=plan`;
  return address?.startsWith(`${env.APP_URL}/`) ? address : dashboard;
}

function nonceOf(request: Request): string {
  return request.headers.get(internalHeaders.nonce) ?? "";
}

function page(html: string): Response {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(html, { headers });
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
}

function notFound(): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return new Response("There is nothing at this address.\n", { status: 404, headers });
}
