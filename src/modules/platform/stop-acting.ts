import { ok, type Result } from "#kernel/result.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import { recordForBusiness } from "./record-for-business.ts";

const stop = `
  UPDATE login_session SET acting_as_tenant_id = NULL, acting_until = NULL
  WHERE id = $1 AND user_id = $2 AND acting_as_tenant_id = $3
  RETURNING id`;

/** Ends acting as a business before its hour is over (A8). */
export async function stopActing(
  ctx: AdminOfBusinessContext,
  { sessionId }: { sessionId: string },
): Promise<Result<{ stopped: boolean }, never>> {
  const rows = await ctx.sql(stop, [sessionId, ctx.actor.userId, ctx.tenantId], "stop_acting");
  if (rows.length > 0) await recordForBusiness(ctx, "platform.actingStopped");
  return ok({ stopped: rows.length > 0 });
}
