import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import { recordForBusiness } from "./record-for-business.ts";
import { decideRestoring, type Restored, type Suspension } from "./rules/decide-restoring.ts";
import type { RestoreBusinessInput } from "./schema.ts";

const lockSuspension = `
  SELECT t.status, t.suspended_by AS "suspendedBy", s.status AS subscription
  FROM tenant t LEFT JOIN subscription s ON s.tenant_id = t.id
  WHERE t.id = $1 AND t.status <> 'deleted' FOR NO KEY UPDATE OF t`;

/** Lets a business take bookings again that the platform suspended; with `overrule` also what others did (A8). */
export async function restoreBusiness(
  ctx: AdminOfBusinessContext,
  { overrule }: RestoreBusinessInput,
): Promise<Result<Restored, "notFound" | "wrongState">> {
  const [row] = await ctx.sql<Suspension>(lockSuspension, [ctx.tenantId], "lock_suspension");
  if (!row) return refuse("notFound", "There is no such business.");
  const decision = decideRestoring(row, overrule);
  if (!decision.ok) return decision;
  const { status, suspendedBy } = decision.value;
  await ctx.db.tenant.updateMany({ where: {}, data: { status, suspendedBy } });
  const overruled = overrule && row.suspendedBy !== "platform" ? { overruled: row.suspendedBy } : {};
  await recordForBusiness(ctx, "business.restored", { ...overruled, status });
  return ok(decision.value);
}
