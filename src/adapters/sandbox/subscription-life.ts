import type { TestAction, TestSubscription } from "#modules/billing/ports.ts";

/** A checkout that is paid at `now` (epoch milliseconds): a subscription begins, with what is left of a trial. */
export function afterPayment(checkout: TestSubscription, now: number): TestSubscription {
  if (checkout.status !== "incomplete") return checkout;
  const { trialEndsAt } = checkout;
  if (trialEndsAt && trialEndsAt.getTime() > now) {
    return { ...checkout, status: "trialing", periodEndsAt: trialEndsAt };
  }
  return { ...checkout, status: "active", periodEndsAt: monthAfter(new Date(now)) };
}

/** What becomes of a subscription by something that time, a card or a bank would do. One that has ended stays so. */
export function afterAction(
  subscription: TestSubscription,
  action: TestAction,
  now: number,
): TestSubscription {
  const { status, pastDueSince } = subscription;
  if (status === "canceled" || status === "incomplete") return subscription;
  switch (action) {
    case "renew":
      return afterPeriod(subscription, now);
    case "failPayment":
      return failed(subscription, now);
    case "payOpenInvoice":
      return pastDueSince
        ? { ...subscription, status: "active", pastDueSince: null, cardDeclines: false }
        : subscription;
    case "giveUp":
      return pastDueSince ? { ...subscription, status: "unpaid" } : subscription;
    case "changeToGoodCard":
    case "changeToDecliningCard":
      return { ...subscription, cardDeclines: action === "changeToDecliningCard" };
    case "endWithPeriod":
    case "resume":
      return { ...subscription, cancelAtPeriodEnd: action === "endWithPeriod" };
  }
}

function afterPeriod(subscription: TestSubscription, now: number): TestSubscription {
  const { cancelAtPeriodEnd, cardDeclines, periodEndsAt } = subscription;
  if (cancelAtPeriodEnd) return { ...subscription, status: "canceled", pastDueSince: null };
  const next = {
    ...subscription,
    trialEndsAt: null,
    periodEndsAt: monthAfter(periodEndsAt ?? new Date(now)),
  };
  return cardDeclines ? failed(next, now) : { ...next, status: "active", pastDueSince: null };
}

function failed(subscription: TestSubscription, now: number): TestSubscription {
  const pastDueSince = subscription.pastDueSince ?? new Date(now);
  return { ...subscription, status: "past_due", pastDueSince, trialEndsAt: null };
}

function monthAfter(date: Date): Date {
  const next = new Date(date);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next;
}
