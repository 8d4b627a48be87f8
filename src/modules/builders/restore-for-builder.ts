import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { noteStanding } from "./note-standing.ts";
import { refuseStrangeBuilder } from "./own-business.ts";

/** Lets a business take bookings again that its builder had suspended; what others suspended stays so. */
export async function restoreForBuilder(
  ctx: TenantContext,
): Promise<Result<{ status: "active" }, "notFound" | "wrongState">> {
  const refused = await refuseStrangeBuilder(ctx);
  if (refused) return refused;
  const { count } = await ctx.db.tenant.updateMany({
    where: { status: "suspended", suspendedBy: "builder" },
    data: { status: "active", suspendedBy: null },
  });
  if (count > 0) await noteStanding(ctx, "business.restored");
  const business = await ctx.db.tenant.findFirst({ select: { status: true } });
  if (business?.status === "active") return ok({ status: "active" });
  return refuse(
    "wrongState",
    "This business was not suspended by you. Ask the operator of this installation.",
  );
}
