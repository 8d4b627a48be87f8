import type { TenantContext } from "#database/tenant-context.ts";
import { type PlanRow, planOf } from "./plan-row.ts";
import type { Plan } from "./schema.ts";

const planOfBusiness = `
  SELECT p.* FROM subscription s JOIN plan p ON p.id = s.plan_id
  WHERE s.tenant_id = $1 AND s.status <> 'cancelled'`;

/** The plan of the business, or null when nothing limits it: an installation need not sell plans (A6). */
export async function currentPlan(ctx: TenantContext): Promise<Plan | null> {
  const [row] = await ctx.sql<PlanRow>(planOfBusiness, [ctx.tenantId], "current_plan");
  return row ? planOf(row) : null;
}

/**
 * The same, and whoever else wants to add something waits until this transaction ends: what is counted after this
 * stays true.
 */
export async function lockCurrentPlan(ctx: TenantContext): Promise<Plan | null> {
  const [row] = await ctx.sql<PlanRow>(
    `${planOfBusiness} FOR NO KEY UPDATE OF s`,
    [ctx.tenantId],
    "lock_current_plan",
  );
  return row ? planOf(row) : null;
}
