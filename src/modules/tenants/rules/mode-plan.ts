import type { Plan } from "#modules/plans/schema.ts";
import type { TenantMode } from "../schema.ts";

/** How the business has its plan now; null: nothing limits it, and no mode changes that. */
export type Billed = {
  planId: string;
  billedBy: "stripe" | "sandbox" | "builder" | "platform";
  status: string;
  cancelAtPeriodEnd: boolean;
} | null;

/** What the business had before, as its trail remembers it. */
export type Remembered = {
  /** The last plan that its website builder gave it. */
  integratedPlanId: string | null;
  /** A trial is had once. */
  hadTrial: boolean;
};

/** What becomes of the plan with the mode. */
export type PlanChange =
  | { kind: "stays" }
  /** The business pays for its plan here itself: it ends that first, so that nobody pays twice. */
  | { kind: "paysItself" }
  | { kind: "trial"; planId: string; days: number }
  | { kind: "gets"; planId: string; billedBy: "builder" | "platform" };

const trialPlanId = "standalone-professional";
const freePlanId = "standalone-free";
const firstIntegratedPlanId = "integrated-starter";

/**
 * Who bills follows the mode (A1–A3): the website builder an integrated business, this platform a standalone one. A
 * hybrid one keeps what it has.
 */
export function planChange(
  mode: TenantMode,
  billed: Billed,
  { plans, remembered }: { plans: readonly Plan[]; remembered: Remembered },
): PlanChange {
  if (!billed || mode === "hybrid") return { kind: "stays" };
  const track = plans.find(({ id }) => id === billed.planId)?.track;
  const offered = (id: string | null) => plans.find((plan) => plan.id === id && !plan.retired);
  if (mode === "integrated") {
    if (track === "integrated") return { kind: "stays" };
    if (paysItself(billed)) return { kind: "paysItself" };
    const plan = offered(remembered.integratedPlanId) ?? offered(firstIntegratedPlanId);
    return plan ? { kind: "gets", planId: plan.id, billedBy: "builder" } : { kind: "stays" };
  }
  if (track === "standalone" && billed.billedBy !== "builder") return { kind: "stays" };
  const trial = remembered.hadTrial ? undefined : offered(trialPlanId);
  if (trial && trial.trialDays > 0) return { kind: "trial", planId: trial.id, days: trial.trialDays };
  const free = offered(freePlanId);
  return free ? { kind: "gets", planId: free.id, billedBy: "platform" } : { kind: "stays" };
}

/** What is ending already is not paid for again. */
function paysItself({ billedBy, status, cancelAtPeriodEnd }: NonNullable<Billed>): boolean {
  return (billedBy === "stripe" || billedBy === "sandbox") && status !== "cancelled" && !cancelAtPeriodEnd;
}
