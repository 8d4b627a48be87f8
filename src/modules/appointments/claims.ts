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

/** Who and what a visit takes together, and where: the staff member it is for, others beside them, units of resources. */
export type Seat = {
  staffId: string;
  locationId: string;
  withStaffIds: readonly string[];
  unitIds: readonly string[];
};

/** Whose claim it is; a hold's ends at `expiresAt` (the database's time). */
export type ClaimOwner =
  | { kind: "appointment" | "session"; id: string }
  | { kind: "hold"; id: string; expiresAt: Date };

/**
 * Claims `span` of the first of the seats that is free as a whole, and returns it, or null when none is. Waits for a
 * rival who is about to commit; the exclusion constraint decides. All seats take equally many subjects.
 */
export async function claimFirstFree<S extends Seat>(
  ctx: TenantContext,
  owner: ClaimOwner,
  { seats, span }: { seats: readonly S[]; span: Span },
): Promise<S | null> {
  const subjects = seats.map((seat) => [seat.staffId, ...seat.withStaffIds, ...seat.unitIds]);
  const rows = await ctx.sql<{ position: number | null }>(
    "SELECT claim_first_free($1, $2, $3, $4, $5, $6, $7, $8, $9) AS position",
    [
      ctx.tenantId,
      owner.kind,
      owner.id,
      owner.kind === "hold" ? owner.expiresAt : null,
      subjects.flat(),
      subjects[0]?.length ?? 1,
      seats.map((seat) => seat.locationId),
      span.start,
      span.end,
    ],
    "claim_first_free",
  );
  return seats[(rows[0]?.position ?? 0) - 1] ?? null;
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
