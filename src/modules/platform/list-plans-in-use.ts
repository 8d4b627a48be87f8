import { ok, type Result } from "#kernel/result.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import { countBusinesses } from "./count-businesses.ts";
import type { AdminContext } from "./platform-context.ts";
import type { PlanInUse } from "./schema.ts";

/** Every plan, retired ones too, with how many businesses have it (A6, A8). */
export async function listPlansInUse(ctx: AdminContext): Promise<Result<PlanInUse[], never>> {
  const counted = await countBusinesses(ctx);
  const plans = await listPlans(ctx);
  const having = (planId: string) =>
    counted.filter((row) => row.planId === planId).reduce((sum, row) => sum + row.businesses, 0);
  return ok(plans.map((plan) => ({ ...plan, businesses: having(plan.id) })));
}
