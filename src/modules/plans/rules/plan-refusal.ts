import { type Refused, refuse } from "#kernel/result.ts";
import type { Plan, PlanLimits } from "../schema.ts";
import { type Feature, features } from "./features.ts";

const counted: Readonly<Record<keyof PlanLimits, readonly [one: string, many: string]>> = {
  locations: ["location", "locations"],
  staff: ["staff member", "staff members"],
  services: ["service", "services"],
  bookingsPerMonth: ["booking a month", "bookings a month"],
};

/** What a refusal by a plan says besides its words. */
export type PlanRefusalDetails = {
  plan: string;
  planId: string;
  limit: keyof PlanLimits | Feature;
  allowed: number | null;
  /** The smallest plan of the same track that lifts it. */
  liftedBy: string | null;
  liftedById: string | null;
};

/** "3 services". */
export function limitInWords(limit: keyof PlanLimits, allowed: number): string {
  return `${allowed} ${counted[limit][allowed === 1 ? 0 : 1]}`;
}

/** The plan allows no more: named with the plan that does (A6). */
export function refuseLimit(
  plan: Plan,
  plans: readonly Plan[],
  limit: keyof PlanLimits,
): Refused<"planLimit"> {
  const allowed = plan.limits[limit] ?? 0;
  const lifted = larger(plan, plans).find((one) => {
    const most = one.limits[limit];
    return most === null || most > allowed;
  });
  const words = `The plan ${plan.name} allows ${limitInWords(limit, allowed)}.`;
  return refuse("planLimit", withRemedy(words, lifted), detailsOf(plan, lifted, { limit, allowed }));
}

/** The plan does not include a feature: named with the plan that does (A6). */
export function refuseFeature(plan: Plan, plans: readonly Plan[], feature: Feature): Refused<"planLimit"> {
  const lifted = larger(plan, plans).find((one) => one.features.includes(feature));
  const words = `The plan ${plan.name} does not include ${features[feature]}.`;
  return refuse(
    "planLimit",
    withRemedy(words, lifted),
    detailsOf(plan, lifted, { limit: feature, allowed: null }),
  );
}

function larger(plan: Plan, plans: readonly Plan[]): Plan[] {
  return plans
    .filter((one) => one.track === plan.track && !one.retired && one.position > plan.position)
    .toSorted((a, b) => a.position - b.position);
}

function withRemedy(words: string, lifted: Plan | undefined): string {
  return lifted ? `${words} ${lifted.name} allows more.` : words;
}

function detailsOf(
  plan: Plan,
  lifted: Plan | undefined,
  what: Pick<PlanRefusalDetails, "limit" | "allowed">,
): PlanRefusalDetails {
  return {
    plan: plan.name,
    planId: plan.id,
    ...what,
    liftedBy: lifted?.name ?? null,
    liftedById: lifted?.id ?? null,
  };
}
