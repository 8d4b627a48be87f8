import type { TenantContext } from "#database/tenant-context.ts";

/** A span of a subject's time, buffers included. */
export type Span = { start: Date; end: Date };

const minute = 60_000;

/** The time a visit claims: the visit itself and the buffers around it. */
export function claimedSpan(
  start: Date,
  terms: { durationMin: number; bufferBeforeMin: number; bufferAfterMin: number },
): Span {
  return {
    start: new Date(start.getTime() - terms.bufferBeforeMin * minute),
    end: new Date(start.getTime() + (terms.durationMin + terms.bufferAfterMin) * minute),
  };
}

/**
 * Claims `span` for an appointment with the first of `staffIds` who is free, and returns who that is, or null when
 * all are taken. Waits for a rival who is about to commit; the exclusion constraint decides.
 */
export async function claimForAppointment(
  ctx: TenantContext,
  appointmentId: string,
  wish: { staffIds: readonly string[]; span: Span },
): Promise<string | null> {
  const rows = await ctx.sql<{ winner: string | null }>(
    "SELECT claim_first_free($1, 'appointment', $2, NULL, $3, $4, $5) AS winner",
    [ctx.tenantId, appointmentId, wish.staffIds, wish.span.start, wish.span.end],
    "claim_for_appointment",
  );
  return rows[0]?.winner ?? null;
}

/** The same for a hold, which ends at `expiresAt` (the database's time). */
export async function claimForHold(
  ctx: TenantContext,
  hold: { id: string; expiresAt: Date },
  wish: { staffIds: readonly string[]; span: Span },
): Promise<string | null> {
  const rows = await ctx.sql<{ winner: string | null }>(
    "SELECT claim_first_free($1, 'hold', $2, $6, $3, $4, $5) AS winner",
    [ctx.tenantId, hold.id, wish.staffIds, wish.span.start, wish.span.end, hold.expiresAt],
    "claim_for_hold",
  );
  return rows[0]?.winner ?? null;
}

/** Turns a hold's claim into the appointment's, if the hold still lives by the database's clock. */
export async function convertHold(
  ctx: TenantContext,
  holdId: string,
  appointmentId: string,
): Promise<boolean> {
  const rows = await ctx.sql(
    `UPDATE occupancy SET kind = 'appointment', appointment_id = $3, hold_id = NULL, expires_at = NULL
     WHERE tenant_id = $1 AND hold_id = $2 AND kind = 'hold' AND expires_at > clock_timestamp()
     RETURNING id`,
    [ctx.tenantId, holdId, appointmentId],
    "convert_hold",
  );
  return rows.length > 0;
}

/** Frees the time of an appointment that is cancelled or about to move. */
export async function releaseClaims(ctx: TenantContext, appointmentId: string): Promise<void> {
  await ctx.sql(
    "DELETE FROM occupancy WHERE tenant_id = $1 AND appointment_id = $2",
    [ctx.tenantId, appointmentId],
    "release_claims",
  );
}
