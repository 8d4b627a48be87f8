import type { ProviderStatus, ProviderSubscription } from "../ports.ts";
import type { SubscriptionStatus } from "../schema.ts";

const day = 86_400_000;

/** How long a payment that failed can still be made before no new bookings are taken (A2), in milliseconds. */
export const grace = 14 * day;

/** How a business stands with its plan, as far as the provider decides it. */
export type Standing = {
  status: SubscriptionStatus;
  trialEndsAt: Date | null;
  periodEndsAt: Date | null;
  graceEndsAt: Date | null;
  cancelAtPeriodEnd: boolean;
};

/** Not paid for yet, or ended: the business has nothing of it. */
const without: ReadonlySet<ProviderStatus> = new Set(["incomplete", "canceled"]);

/** The subscription that counts, should a customer have several: the newest that was begun and has not ended. */
export function currentOf(subscriptions: readonly ProviderSubscription[]): ProviderSubscription | null {
  const live = subscriptions.filter(({ status }) => !without.has(status));
  const newestFirst = live.toSorted(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
  );
  return newestFirst[0] ?? null;
}

/**
 * How the business stands at `now` (epoch milliseconds) by what the provider says, and by nothing else: so it does not
 * matter in which order, how often or how late that is heard of (G4). Grace runs from when the payment was due.
 */
export function standingOf(subscription: ProviderSubscription, now: number): Standing {
  const { trialEndsAt, periodEndsAt, cancelAtPeriodEnd, pastDueSince } = subscription;
  const common = { trialEndsAt, periodEndsAt, cancelAtPeriodEnd };
  switch (subscription.status) {
    case "trialing":
      return { ...common, status: "trialing", graceEndsAt: null };
    case "past_due": {
      const graceEndsAt = new Date((pastDueSince?.getTime() ?? now) + grace);
      return { ...common, status: graceEndsAt.getTime() > now ? "past_due" : "suspended", graceEndsAt };
    }
    case "unpaid":
      return {
        ...common,
        status: "suspended",
        graceEndsAt: pastDueSince && new Date(pastDueSince.getTime() + grace),
      };
    case "active":
      return { ...common, status: "active", trialEndsAt: null, graceEndsAt: null };
    case "incomplete":
    case "canceled":
      throw new Error("A subscription that is not there has no standing");
  }
}

/** Whether two standings are the same; providers know seconds, so parts of one do not matter. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return (
    a.status === b.status &&
    a.cancelAtPeriodEnd === b.cancelAtPeriodEnd &&
    sameSecond(a.trialEndsAt, b.trialEndsAt) &&
    sameSecond(a.periodEndsAt, b.periodEndsAt) &&
    sameSecond(a.graceEndsAt, b.graceEndsAt)
  );
}

function sameSecond(a: Date | null, b: Date | null): boolean {
  const secondOf = (date: Date | null) => date && Math.floor(date.getTime() / 1000);
  return secondOf(a) === secondOf(b);
}
