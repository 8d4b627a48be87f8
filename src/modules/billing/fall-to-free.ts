import type { TenantContext } from "#database/tenant-context.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import { letBookingsGoOn, stopBookings } from "./bookings-stop.ts";
import { freePlan } from "./rules/prices.ts";

const nothingPaid = {
  billedBy: "platform",
  trialEndsAt: null,
  periodEndsAt: null,
  graceEndsAt: null,
  cancelAtPeriodEnd: false,
  providerSubscriptionId: null,
} as const;

/**
 * Gives the business the plan that costs nothing (A2): what it has above that plan's limits stays, and it can add none.
 * Nobody owes for a plan they have no longer, so bookings go on. Without such a plan they stop.
 */
export async function fallToFree(ctx: TenantContext, currentPlanId: string): Promise<void> {
  const free = freePlan(await listPlans(ctx));
  const to = free
    ? ({ planId: free.id, status: "active" } as const)
    : ({ planId: currentPlanId, status: "suspended" } as const);
  const assigned = await assignPlan(ctx, { ...nothingPaid, ...to });
  if (!assigned.ok) throw new Error(assigned.message);
  await (free ? letBookingsGoOn(ctx) : stopBookings(ctx));
}
