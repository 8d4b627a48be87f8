import type { Plan } from "#modules/plans/schema.ts";
import type { Billing } from "../ports.ts";

/** What a plan is called where it is paid for; null: it cannot be bought there. A free plan is not bought at all. */
export function priceIdOf(plan: Plan, provider: Billing["name"]): string | null {
  if (plan.priceMinor === 0) return null;
  return provider === "stripe" ? plan.stripePriceId : plan.id;
}

/** The plan behind a price, also one that is no longer offered. */
export function planOfPrice(
  plans: readonly Plan[],
  priceId: string,
  provider: Billing["name"],
): Plan | undefined {
  return plans.find((plan) => priceIdOf(plan, provider) === priceId);
}

/** What a business falls to that does not pay: the smallest plan of those who are billed here that costs nothing. */
export function freePlan(plans: readonly Plan[]): Plan | undefined {
  const free = plans.filter(({ track, priceMinor }) => track === "standalone" && priceMinor === 0);
  return free.toSorted((a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position)[0];
}
