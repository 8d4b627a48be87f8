import { withPlatform } from "#database/tenant-context.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import type { Plan } from "#modules/plans/schema.ts";

/** The plans that a website builder can give to its businesses (A1). */
export async function listBuilderPlans(): Promise<Plan[]> {
  const plans = await withPlatform(listPlans);
  return plans.filter((plan) => plan.track === "integrated" && !plan.retired);
}
