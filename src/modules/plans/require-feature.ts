import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { currentPlan } from "./current-plan.ts";
import { listPlans } from "./list-plans.ts";
import type { Feature } from "./rules/features.ts";
import { refuseFeature } from "./rules/plan-refusal.ts";

/** Null when the business's plan includes `feature`, else the refusal for a verb to return (A6). */
export async function requireFeature(
  ctx: TenantContext,
  feature: Feature,
): Promise<Refused<"planLimit"> | null> {
  const plan = await currentPlan(ctx);
  if (plan === null || plan.features.includes(feature)) return null;
  return refuseFeature(plan, await listPlans(ctx), feature);
}
