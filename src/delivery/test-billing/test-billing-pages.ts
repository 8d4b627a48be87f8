import { outboxStyle } from "#delivery/outbox/outbox-style.ts";
import { formatMoney } from "#kernel/money.ts";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { TestAction, TestSubscription } from "#modules/billing/ports.ts";
import { html, type Markup, trusted } from "#modules/notifications/templates/html.ts";
import type { Plan } from "#modules/plans/schema.ts";

const style = `${outboxStyle}
.card { padding: 16px; margin: 0 0 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; }
.card h2 { margin: 0 0 12px; font-size: 20px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; }
.buttons button { min-height: 44px; padding: 8px 16px; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--muted); border-radius: 8px; cursor: pointer; }
.buttons .main { color: #fff; background: #2f6f5e; border-color: #2f6f5e; font-weight: 600; }
.done { padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
`;

type Checkout = { checkout: TestSubscription; plan: Plan | undefined; nonce: string };

/** Where a plan would be paid for, with what can be tried: paid, paid with a card that fails later, not paid. */
export function checkoutPage({ checkout, plan, nonce }: Checkout): string {
  const { id, status, trialEndsAt } = checkout;
  if (status !== "incomplete") {
    const body = html`<p>This plan is paid for already.</p>
<p><a href="${checkout.successUrl}">Back to Slotkeeper</a></p>`;
    return document("Paid", nonce, body);
  }
  const due = trialEndsAt
    ? `The first payment is due on ${inWords(trialEndsAt)}.`
    : "The first payment is due now.";
  const body = html`<section class="card">
<h2>${nameOf(plan)}</h2>
<p>${priceOf(plan)}. ${due}</p>
<form class="buttons" method="post" action="/test-billing/checkout/${id}">
<button class="main" name="how" value="pay">Pay</button>
<button name="how" value="payOnce">Pay with a card that is declined later</button>
<button name="how" value="cancel">Cancel</button>
</form>
</section>
<p class="muted">A real installation shows the page of Stripe here. No card is asked for, and no money moves.</p>`;
  return document("Pay for your plan", nonce, body);
}

type Portal = {
  subscriptions: TestSubscription[];
  plans: ReadonlyMap<string, Plan>;
  back: string;
  done: string | null;
  nonce: string;
};

/** A customer's subscriptions, with a button for all that time, a card and a bank would do. */
export function portalPage({ subscriptions, plans, back, done, nonce }: Portal): string {
  const said = actions.find(({ action }) => action === done);
  const body = html`<p><a href="${back}">Back to Slotkeeper</a></p>
${said && html`<p class="done" role="status">Done: ${said.label.toLowerCase()}.</p>`}
${subscriptions.map((subscription) => card(subscription, plans.get(subscription.priceId), back))}`;
  return document("Your subscription", nonce, body);
}

function card(subscription: TestSubscription, plan: Plan | undefined, back: string): Markup {
  const { id, customerId, status, periodEndsAt, trialEndsAt, cancelAtPeriodEnd, cardDeclines } = subscription;
  const possible = actions.filter(({ when }) => when(subscription));
  return html`<section class="card">
<h2>${nameOf(plan)}</h2>
<dl class="facts">
<dt>State</dt><dd>${stateWords[status]}</dd>
<dt>Price</dt><dd>${priceOf(plan)}</dd>
${trialEndsAt && html`<dt>Trial until</dt><dd>${inWords(trialEndsAt)}</dd>`}
${periodEndsAt && !trialEndsAt && html`<dt>${cancelAtPeriodEnd ? "Ends" : "Paid until"}</dt><dd>${inWords(periodEndsAt)}</dd>`}
<dt>Card</dt><dd>${cardDeclines ? "Declined from the next payment on" : "Works"}</dd>
</dl>
${
  possible.length > 0 &&
  html`<form class="buttons" method="post" action="/test-billing/portal/${customerId}">
<input type="hidden" name="subscription" value="${id}"><input type="hidden" name="return" value="${back}">
${possible.map(({ action, label }) => html`<button name="action" value="${action}">${label}</button>\n`)}</form>`
}
</section>`;
}

const stateWords: Readonly<Record<TestSubscription["status"], string>> = {
  incomplete: "Not paid yet",
  trialing: "Trial",
  active: "Active",
  past_due: "A payment failed",
  unpaid: "Not paid, and no longer collected",
  canceled: "Ended",
};

type Offered = { action: TestAction; label: string; when: (subscription: TestSubscription) => boolean };

const stands = ({ status }: TestSubscription) => status !== "canceled" && status !== "incomplete";

const actions: readonly Offered[] = [
  { action: "renew", label: "Renew now", when: stands },
  { action: "failPayment", label: "Let the payment fail", when: (it) => stands(it) && !it.pastDueSince },
  {
    action: "payOpenInvoice",
    label: "Pay the open invoice",
    when: (it) => stands(it) && it.pastDueSince !== null,
  },
  { action: "giveUp", label: "Give up collecting", when: ({ status }) => status === "past_due" },
  { action: "changeToGoodCard", label: "Use a card that works", when: (it) => stands(it) && it.cardDeclines },
  {
    action: "changeToDecliningCard",
    label: "Use a card that is declined",
    when: (it) => stands(it) && !it.cardDeclines,
  },
  {
    action: "endWithPeriod",
    label: "End with the period",
    when: (it) => stands(it) && !it.cancelAtPeriodEnd,
  },
  { action: "resume", label: "Keep it after all", when: (it) => stands(it) && it.cancelAtPeriodEnd },
];

function nameOf(plan: Plan | undefined): string {
  return plan ? `Slotkeeper ${plan.name}` : "A plan that is no longer there";
}

function priceOf(plan: Plan | undefined): string {
  return plan ? `${formatMoney(plan.priceMinor, plan.currency, "en")} a month` : "–";
}

function inWords(date: Date): string {
  return `${formatDayTime(date.toISOString(), "UTC", "en-GB")} UTC`;
}

function document(title: string, nonce: string, body: Markup): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Slotkeeper</title>
<style nonce="${nonce}">${trusted(style)}</style>
</head>
<body>
<header><h1>${title}</h1><p class="mark">Test mode: no money moves</p></header>
<main>
${body}
</main>
</body>
</html>
`;
  return page.markup;
}
