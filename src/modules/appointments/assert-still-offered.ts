import { RunAgain, type TenantContext } from "#database/tenant-context.ts";

/**
 * Whoever archives a person or a place locks its row before counting what is coming up there; writing an appointment
 * waits for that lock. So an appointment that is written sees here whether it came too late: then the transaction runs
 * again, and availability refuses it in words.
 */
export async function assertStillOffered(ctx: TenantContext, appointmentId: string): Promise<void> {
  const [row] = await ctx.sql<{ offered: boolean }>(
    `SELECT p.archived_at IS NULL AND l.archived_at IS NULL AS offered
     FROM appointment a
     JOIN staff p ON p.tenant_id = $1 AND p.id = a.staff_id
     JOIN location l ON l.tenant_id = $1 AND l.id = a.location_id
     WHERE a.tenant_id = $1 AND a.id = $2`,
    [ctx.tenantId, appointmentId],
    "still_offered",
  );
  if (!row?.offered) throw new RunAgain("The person or the place was archived meanwhile");
}
