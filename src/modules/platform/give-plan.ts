import { appendPlatformEvent } from "#database/platform-events.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import { recordForBusiness } from "./record-for-business.ts";
import type { GivePlanInput } from "./schema.ts";

const paidThrough = `
  SELECT t.status, t.suspended_by AS "suspendedBy", s.billed_by AS "billedBy", s.status AS subscription
  FROM tenant t LEFT JOIN subscription s ON s.tenant_id = t.id
  WHERE t.id = $1 AND t.status <> 'deleted' FOR NO KEY UPDATE OF t`;

type Row = {
  status: string;
  suspendedBy: string | null;
  billedBy: string | null;
  subscription: string | null;
};

/**
 * Gives a business a plan that nobody is billed for (A6, A8), at once. One that pays through Stripe must cancel first, or
 * it would go on paying for the plan that it had. What was suspended for a missing payment is restored with it, and
 * stays so (see followSubscription) until that is paid after all.
 */
export async function givePlan(
  ctx: AdminOfBusinessContext,
  { planId }: GivePlanInput,
): Promise<Result<{ planId: string }, "notFound" | "wrongState">> {
  const [row] = await ctx.sql<Row>(paidThrough, [ctx.tenantId], "plan_paid_through");
  if (!row) return refuse("notFound", "There is no such business.");
  if (paysItself(row)) {
    const words =
      "This business pays for its plan itself. It has to cancel that first, or it would go on paying.";
    return refuse("wrongState", words);
  }
  const none = { trialEndsAt: null, periodEndsAt: null, graceEndsAt: null, cancelAtPeriodEnd: false };
  const given = await assignPlan(ctx, { planId, billedBy: "platform", status: "active", ...none });
  if (!given.ok) return given;
  const { tenantId } = ctx;
  const about = { subjectType: "business", subjectId: tenantId, businessId: tenantId, payload: { planId } };
  await appendPlatformEvent(ctx, ctx.actor, { type: "business.planGiven", ...about });
  if (row.suspendedBy === "billing") {
    await ctx.db.tenant.updateMany({ where: {}, data: { status: "active", suspendedBy: null } });
    await recordForBusiness(ctx, "business.restored", { status: "active" });
  }
  return given;
}

function paysItself({ billedBy, subscription }: Row): boolean {
  const collected = billedBy === "stripe" || billedBy === "sandbox";
  return (
    collected && (subscription === "active" || subscription === "past_due" || subscription === "trialing")
  );
}
