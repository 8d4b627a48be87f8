import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** How a business has its plan; instants are dates. */
export type PlanAssignment = {
  planId: string;
  billedBy: "stripe" | "sandbox" | "builder" | "platform";
  status: "trialing" | "active" | "past_due" | "suspended" | "cancelled";
  trialEndsAt?: Date | null;
  periodEndsAt?: Date | null;
  graceEndsAt?: Date | null;
  cancelAtPeriodEnd?: boolean;
  providerCustomerId?: string | null;
  providerSubscriptionId?: string | null;
};

/**
 * Gives the business a plan, or changes how it has it (A2, A6): what is left out stays as it is. Who may do so is asked
 * by the verbs that call this.
 */
export async function assignPlan(
  ctx: TenantContext,
  assignment: PlanAssignment,
): Promise<Result<{ planId: string }, "notFound">> {
  const plan = await ctx.db.plan.findFirst({ where: { id: assignment.planId }, select: { id: true } });
  if (!plan) return refuse("notFound", "There is no such plan.");
  const { tenantId } = ctx;
  const before = await ctx.db.subscription.findFirst({ select: { id: true, planId: true, status: true } });
  if (before) await ctx.db.subscription.updateMany({ where: { id: before.id }, data: assignment });
  else
    await ctx.db.subscription.create({
      data: { tenantId, id: newId(), ...assignment },
      select: { id: true },
    });
  if (before?.planId === assignment.planId && before.status === assignment.status) return ok(assignment);
  await appendEvent(ctx, {
    type: "subscription.changed",
    subjectType: "business",
    subjectId: tenantId,
    payload: {
      planId: assignment.planId,
      status: assignment.status,
      previousPlanId: before?.planId ?? null,
      previousStatus: before?.status ?? null,
    },
  });
  return ok({ planId: plan.id });
}
