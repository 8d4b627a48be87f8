import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { assignPlan, type PlanAssignment } from "#modules/plans/assign-plan.ts";
import { planModeChange, refusePaying } from "./mode-change.ts";
import type { PlanChange } from "./rules/mode-plan.ts";
import type { ChangeModeInput, ModePreview } from "./schema.ts";

const dayMs = 86_400_000;

/**
 * Switches between the site's /book, an address of the business's own, and both (A3), in any direction and as often as
 * wanted. Nothing is lost: hosts, slugs and everything that was booked stay, and every address keeps leading here. Who
 * bills changes with it; the plan that a website builder gave is remembered for the way back.
 */
export async function changeMode(
  ctx: TenantContext,
  { mode }: ChangeModeInput,
): Promise<Result<ModePreview, "forbidden" | "notFound" | "wrongState">> {
  const refused = requireRight(ctx.actor, "business.own");
  if (refused) return refused;
  const planned = await planModeChange(ctx, mode);
  if (!("preview" in planned)) return planned;
  const { plan, preview, from, integratedPlanId } = planned;
  if (plan.kind === "paysItself") return refusePaying();
  if (from === mode) return ok(preview);
  await ctx.db.tenant.updateMany({ data: { mode } });
  await appendEvent(ctx, {
    type: "business.modeChanged",
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { mode, previousMode: from, integratedPlanId },
  });
  const assignment = assignmentOf(plan, ctx.clock.now());
  if (assignment) {
    const assigned = await assignPlan(ctx, assignment);
    if (!assigned.ok) throw new Error(assigned.message);
  }
  return ok(preview);
}

/** Everything that the subscription before said of payments is over; the customer of a provider stays known. */
function assignmentOf(plan: PlanChange, now: number): PlanAssignment | null {
  if (!("planId" in plan)) return null;
  const { planId } = plan;
  const over = {
    periodEndsAt: null,
    graceEndsAt: null,
    cancelAtPeriodEnd: false,
    providerSubscriptionId: null,
  };
  if (plan.kind === "gets") {
    return { ...over, planId, billedBy: plan.billedBy, status: "active", trialEndsAt: null };
  }
  const trialEndsAt = new Date(now + plan.days * dayMs);
  return { ...over, planId, billedBy: "platform", status: "trialing", trialEndsAt };
}
