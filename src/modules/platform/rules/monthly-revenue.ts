/** Businesses of one kind, as they are counted. */
export type CountedSubscriptions = {
  planId: string | null;
  billedBy: string | null;
  subscriptionStatus: string | null;
  businesses: number;
};

export type Price = { id: string; priceMinor: number; currency: string };

/** A month, in the currency's smallest unit: what this platform collects, and what website builders do for theirs. */
export type Revenue = { currency: string; direct: number; builders: number };

/** States in which a subscription is paid for, or is still expected to be. */
const paying = new Set(["active", "past_due"]);

/** What the plans that are paid for bring in a month, by currency (A8). Trials and plans given free bring nothing. */
export function monthlyRevenue(
  counted: readonly CountedSubscriptions[],
  prices: readonly Price[],
): Revenue[] {
  const priceOf = new Map(prices.map((price) => [price.id, price]));
  const found = new Map<string, Revenue>();
  for (const { planId, billedBy, subscriptionStatus, businesses } of counted) {
    const price = priceOf.get(planId ?? "");
    if (!price || !paying.has(subscriptionStatus ?? "") || billedBy === "platform") continue;
    const revenue = found.get(price.currency) ?? { currency: price.currency, direct: 0, builders: 0 };
    revenue[billedBy === "builder" ? "builders" : "direct"] += price.priceMinor * businesses;
    found.set(price.currency, revenue);
  }
  return [...found.values()].toSorted((a, b) => a.currency.localeCompare(b.currency));
}
