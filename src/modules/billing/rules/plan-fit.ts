import type { Plan, PlanLimits } from "#modules/plans/schema.ts";

/** What a business uses of what plans limit. */
export type Usage = Record<keyof PlanLimits, number>;

export type Excess = { limit: keyof PlanLimits; used: number; allowed: number };

/** What a business has more of than a plan allows. It keeps all of it, and can add nothing of it under that plan (A2). */
export function exceeding(plan: Pick<Plan, "limits">, usage: Usage): Excess[] {
  return (Object.keys(plan.limits) as (keyof PlanLimits)[]).flatMap((limit) => {
    const allowed = plan.limits[limit];
    return allowed !== null && usage[limit] > allowed ? [{ limit, used: usage[limit], allowed }] : [];
  });
}
