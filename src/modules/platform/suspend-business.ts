import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import { recordForBusiness } from "./record-for-business.ts";
import type { SuspendBusinessInput } from "./schema.ts";

// One statement decides: of two who suspend at once, one is told that it is done.
const suspend = `
  UPDATE tenant SET status = 'suspended', suspended_by = 'platform', updated_at = $2
  WHERE id = $1 AND status <> 'deleted' AND suspended_by IS DISTINCT FROM 'platform'
  RETURNING id`;

/**
 * Stops a business from taking bookings (A8): nothing is deleted, and visits that are booked stay. One that billing or a
 * website builder had suspended is the platform's to restore from then on.
 */
export async function suspendBusiness(
  ctx: AdminOfBusinessContext,
  { reason }: SuspendBusinessInput,
): Promise<Result<{ suspended: true }, "notFound" | "wrongState">> {
  const rows = await ctx.sql(suspend, [ctx.tenantId, new Date(ctx.clock.now())], "suspend_business");
  if (rows.length === 0) {
    const there = await ctx.db.tenant.findFirst({ where: { status: "suspended" }, select: { id: true } });
    if (!there) return refuse("notFound", "There is no such business.");
    return refuse("wrongState", "The platform has suspended this business already.");
  }
  await recordForBusiness(ctx, "business.suspended", { reason });
  return ok({ suspended: true });
}
