import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { noteStanding } from "./note-standing.ts";
import { refuseWithoutSay } from "./own-business.ts";

/** Stops a business from taking new bookings, for instance while its builder is not paid (A1). Nothing is deleted. */
export async function suspendForBuilder(
  ctx: TenantContext,
): Promise<Result<{ status: "suspended" }, "notFound" | "wrongState">> {
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  const { count } = await ctx.db.tenant.updateMany({
    where: { status: "active" },
    data: { status: "suspended", suspendedBy: "builder" },
  });
  if (count > 0) await noteStanding(ctx, "business.suspended");
  return ok({ status: "suspended" });
}
