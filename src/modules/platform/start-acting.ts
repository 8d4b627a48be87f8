import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import { recordForBusiness } from "./record-for-business.ts";
import { actingUntil } from "./rules/acting-time.ts";
import type { StartActingInput } from "./schema.ts";

const start = `
  UPDATE login_session SET acting_as_tenant_id = $1, acting_until = $2
  WHERE id = $3 AND user_id = $4 AND revoked_at IS NULL
    AND (acting_as_tenant_id IS NULL OR acting_as_tenant_id = $1 OR acting_until <= $5)
  RETURNING id`;

/**
 * Has a platform admin's session work in a business as its owner would, for an hour (A8). The business reads in its
 * history who did and why, and everything that they change there under their own name.
 */
export async function startActing(
  ctx: AdminOfBusinessContext,
  input: StartActingInput & { sessionId: string },
): Promise<Result<{ until: string }, "notFound" | "wrongState">> {
  const business = await ctx.db.tenant.findFirst({
    where: { status: { not: "deleted" } },
    select: { id: true },
  });
  if (!business) return refuse("notFound", "There is no such business.");
  const now = ctx.clock.now();
  const until = actingUntil(now);
  const session = [ctx.tenantId, until, input.sessionId, ctx.actor.userId, new Date(now)];
  const rows = await ctx.sql(start, session, "start_acting");
  if (rows.length === 0) return refuse("wrongState", "You act as another business. Stop that first.");
  await recordForBusiness(ctx, "platform.actingStarted", {
    reason: input.reason,
    until: until.toISOString(),
  });
  return ok({ until: until.toISOString() });
}
