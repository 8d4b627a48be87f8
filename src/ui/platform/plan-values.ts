import { limitInWords } from "#modules/plans/rules/plan-refusal.ts";
import type { PlanInUse, SavePlanInput } from "#modules/platform/schema.ts";

/** A plan as its form holds it. */
export type PlanValues = Omit<SavePlanInput, "description" | "stripePriceId"> & {
  description: string;
  stripePriceId: string;
};

const fresh: PlanValues = {
  id: "",
  isNew: true,
  track: "standalone",
  name: "",
  description: "",
  priceMinor: 0,
  currency: "USD",
  position: 9,
  limits: { locations: 1, staff: 1, services: null, bookingsPerMonth: null },
  smsPerMonth: 0,
  features: [],
  trialDays: 0,
  stripePriceId: "",
};

/** What the form starts from: a plan, or one that is to be made. */
export function planValues(plan: PlanInUse | null): PlanValues {
  if (!plan) return fresh;
  const { businesses: _businesses, retired: _retired, ...kept } = plan;
  return {
    ...kept,
    isNew: false,
    description: plan.description ?? "",
    stripePriceId: plan.stripePriceId ?? "",
  };
}

/** "3 locations · 5 staff members": what a plan allows, in one line. */
export function limitWords({ limits }: Pick<PlanInUse, "limits">): string {
  const names = Object.keys(limits) as (keyof typeof limits)[];
  const limited = names.flatMap((name) => {
    const most = limits[name];
    return most === null ? [] : limitInWords(name, most);
  });
  return limited.length === 0 ? "No limits" : limited.join(" · ");
}
