import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { lockCurrentPlan } from "./current-plan.ts";
import { listPlans } from "./list-plans.ts";
import { refuseLimit } from "./rules/plan-refusal.ts";

/** What a plan limits by number, and where it is counted. */
const tables = { locations: "location", staff: "staff", services: "service" } as const;

/**
 * Null when the business's plan has room for one more, else the refusal for a verb to return (A6). Whoever asks at the
 * same time waits for this transaction, so that two cannot take the last place.
 */
export async function requireRoom(
  ctx: TenantContext,
  what: keyof typeof tables,
): Promise<Refused<"planLimit"> | null> {
  const plan = await lockCurrentPlan(ctx);
  const allowed = plan?.limits[what] ?? null;
  if (plan === null || allowed === null) return null;
  const [row] = await ctx.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${tables[what]} WHERE tenant_id = $1 AND archived_at IS NULL`,
    [ctx.tenantId],
  );
  if ((row?.count ?? 0) < allowed) return null;
  return refuseLimit(plan, await listPlans(ctx), what);
}
