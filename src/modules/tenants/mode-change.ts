import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import type { Plan } from "#modules/plans/schema.ts";
import { bookingAddress, readAddressFacts } from "./booking-address.ts";
import { type Billed, type PlanChange, planChange, type Remembered } from "./rules/mode-plan.ts";
import type { ModePreview, TenantMode } from "./schema.ts";

/** Everything that a change of the mode does, worked out before any of it is done. */
export type PlannedMode = {
  from: TenantMode;
  plan: PlanChange;
  /** Of the plan that it leaves, to be found again on the way back. */
  integratedPlanId: string | null;
  preview: ModePreview;
};

/** Works out what a change of the mode means (A3); the refusal where it cannot be made. */
export async function planModeChange(
  ctx: TenantContext,
  mode: TenantMode,
): Promise<PlannedMode | Refused<"notFound" | "wrongState">> {
  const [tenant] = await ctx.sql<{ builder_id: string | null }>(
    "SELECT builder_id FROM tenant WHERE id = $1 AND status <> 'deleted' FOR NO KEY UPDATE",
    [ctx.tenantId],
  );
  if (!tenant) return refuse("notFound", "This business is no longer here.");
  const facts = await readAddressFacts(ctx);
  const sites = await ctx.db.domain.count({ where: { kind: "site" } });
  if (mode !== "standalone" && mode !== facts.mode && !tenant.builder_id && sites === 0) {
    return refuse("wrongState", "This business has no site yet. Add the site's address first.");
  }
  const plans = await listPlans(ctx);
  const billed = await readBilled(ctx);
  const plan: PlanChange =
    mode === facts.mode
      ? { kind: "stays" }
      : planChange(mode, billed, { plans, remembered: await readRemembered(ctx) });
  const planNow = plans.find(({ id }) => id === billed?.planId);
  const planNext = "planId" in plan ? plans.find(({ id }) => id === plan.planId) : planNow;
  return {
    from: facts.mode,
    plan,
    integratedPlanId: planNow?.track === "integrated" ? planNow.id : null,
    preview: {
      mode,
      addressNow: bookingAddress(facts),
      addressNext: bookingAddress({ ...facts, mode }),
      planNow: planNow?.name ?? null,
      planNext: planNext?.name ?? null,
      trialDays: plan.kind === "trial" ? plan.days : null,
      beyondPlan: planNext && planNext !== planNow ? await listBeyond(ctx, planNext) : [],
      problem: plan.kind === "paysItself" ? refusePaying().message : null,
    },
  };
}

export function refusePaying(): Refused<"wrongState"> {
  return refuse(
    "wrongState",
    "You pay for your plan here yourself. End it in Settings, Plan, first; then the site's plan takes over.",
  );
}

async function readBilled(ctx: TenantContext): Promise<Billed> {
  const row = await ctx.db.subscription.findFirst({
    select: { planId: true, billedBy: true, status: true, cancelAtPeriodEnd: true },
  });
  return row && { ...row, billedBy: row.billedBy as NonNullable<Billed>["billedBy"] };
}

const remembered = `
  SELECT
    (SELECT payload->>'integratedPlanId' FROM event
     WHERE tenant_id = $1 AND subject_id = $1 AND type = 'business.modeChanged'
       AND payload->>'integratedPlanId' IS NOT NULL
     ORDER BY at DESC LIMIT 1) AS "integratedPlanId",
    EXISTS (SELECT FROM event
     WHERE tenant_id = $1 AND subject_id = $1 AND type = 'subscription.changed'
       AND (payload->>'status' = 'trialing' OR payload->>'planId' LIKE 'standalone-%')) AS "hadTrial"`;

/** From the trail, which nothing is ever taken from. */
async function readRemembered(ctx: TenantContext): Promise<Remembered> {
  const [row] = await ctx.sql<Remembered>(remembered, [ctx.tenantId], "remembered_plans");
  return row ?? { integratedPlanId: null, hadTrial: false };
}

const counts = `
  SELECT (SELECT count(*)::int FROM location WHERE tenant_id = $1 AND archived_at IS NULL) AS locations,
         (SELECT count(*)::int FROM staff WHERE tenant_id = $1 AND archived_at IS NULL) AS staff,
         (SELECT count(*)::int FROM service WHERE tenant_id = $1 AND archived_at IS NULL) AS services`;

/** What the business has more of than the plan allows: it keeps all of it, and can add no more. */
async function listBeyond(ctx: TenantContext, { limits }: Plan): Promise<ModePreview["beyondPlan"]> {
  const [row] = await ctx.sql<{ locations: number; staff: number; services: number }>(counts, [ctx.tenantId]);
  return (["locations", "staff", "services"] as const).flatMap((what) => {
    const allowed = limits[what];
    const has = row?.[what] ?? 0;
    return allowed !== null && has > allowed ? [{ what, has, allowed }] : [];
  });
}
