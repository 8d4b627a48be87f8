/** How a service's price counts (B1). */
export type PriceTerms = { priceKind: string; priceMinor: number };

/** What a visit of `durationMin` minutes for one person costs, in the currency's smallest unit, rounded half up. */
export function agreedPrice(terms: PriceTerms, durationMin: number): number {
  if (terms.priceKind !== "per_hour") return terms.priceMinor;
  return Math.floor((terms.priceMinor * durationMin) / 60 + 0.5);
}
