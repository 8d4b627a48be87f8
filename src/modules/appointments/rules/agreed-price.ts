/** How a service's price counts (B1). */
export type PriceTerms = { priceKind: string; priceMinor: number };

/**
 * What a visit of `durationMin` minutes for `persons` (seats of a class) costs, in the currency's smallest unit, rounded
 * half up (B1). Only a price per person grows with them.
 */
export function agreedPrice(terms: PriceTerms, durationMin: number, persons = 1): number {
  if (terms.priceKind === "per_person") return terms.priceMinor * persons;
  if (terms.priceKind !== "per_hour") return terms.priceMinor;
  return Math.floor((terms.priceMinor * durationMin) / 60 + 0.5);
}
