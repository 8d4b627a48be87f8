import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";

type Reason = "notFound" | "invalid" | "wrongState";

/**
 * Gives the business one of the plans of the integrated track, which its builder bills (A1). Without `planId`: the first
 * of them, for a business that has no plan yet. A business that pays this platform itself changes its plan itself.
 */
export async function assignBuilderPlan(
  ctx: TenantContext,
  { planId }: { planId?: string | undefined },
): Promise<Result<{ planId: string }, Reason>> {
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  const before = await ctx.db.subscription.findFirst({
    select: { planId: true, billedBy: true, status: true },
  });
  const plans = (await listPlans(ctx)).filter((plan) => plan.track === "integrated" && !plan.retired);
  const wanted = planId ?? plans[0]?.id;
  if (!wanted) return refuse("notFound", "There is no plan for integrated businesses.");
  if (before && isUnchanged(before, wanted)) return ok({ planId: wanted });
  if (!plans.some((plan) => plan.id === wanted)) {
    return refuse("invalid", `There is no plan ${wanted} that you can give. See GET /plans.`, {
      field: "plan",
    });
  }
  if (before && paysItself(before)) {
    return refuse("wrongState", "This business pays for its plan here itself. Its owner changes it.");
  }
  const assigned = await assignPlan(ctx, { planId: wanted, billedBy: "builder", status: "active" });
  if (!assigned.ok) return assigned;
  await noteForPlatform(ctx, "business.planAssigned", { planId: wanted });
  return assigned;
}

type Before = { planId: string; billedBy: string; status: string };

function isUnchanged({ planId, billedBy, status }: Before, wanted: string): boolean {
  return planId === wanted && billedBy === "builder" && status === "active";
}

function paysItself({ billedBy, status }: Before): boolean {
  return (billedBy === "stripe" || billedBy === "sandbox") && status !== "cancelled";
}
