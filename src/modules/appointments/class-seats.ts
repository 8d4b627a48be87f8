import { RunAgain, type TenantContext } from "#database/tenant-context.ts";

/** Seats of a class session that were taken, and when the session ends. */
export type TakenSeats = { taken: boolean; free: number; endsAt: Date | null };

/**
 * Books seats of a session if so many are free, counting live holds but one's own; the session's row is locked until
 * the transaction ends, so nobody sells the same seat (D7). `free` is how many there were; 0 for a cancelled session.
 */
export async function takeSeats(
  ctx: TenantContext,
  sessionId: string,
  { seats, holdId }: { seats: number; holdId?: string | undefined },
): Promise<TakenSeats> {
  const [row] = await ctx.sql<{ free: number; endsAt: Date }>(
    `SELECT free, ends_at AS "endsAt" FROM take_seats($1, $2, $3, $4)`,
    [ctx.tenantId, sessionId, seats, holdId ?? null],
    "take_seats",
  );
  return { taken: (row?.free ?? 0) >= seats, free: row?.free ?? 0, endsAt: row?.endsAt ?? null };
}

/** How many seats of a session can be kept or booked; it is locked until the transaction ends. */
export async function countFreeSeats(ctx: TenantContext, sessionId: string): Promise<number> {
  const [row] = await ctx.sql<{ free: number | null }>(
    "SELECT lock_seats($1, $2) AS free",
    [ctx.tenantId, sessionId],
    "lock_seats",
  );
  return row?.free ?? 0;
}

/** Frees the seats of an appointment that is cancelled or moves to another session. Its session must be locked. */
export async function giveBackSeats(
  ctx: TenantContext,
  { sessionId, seats }: { sessionId: string | null; seats: number },
): Promise<void> {
  if (!sessionId) return;
  await ctx.sql(
    `UPDATE class_session SET seats_taken = seats_taken - $3, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, sessionId, seats],
    "give_back_seats",
  );
}

/**
 * Locks the session of an appointment, and those that begin at `newStart` when it is to move there, in a fixed order.
 * Everybody locks sessions before the appointments in them, so nobody waits in a circle. Nothing for other visits.
 */
export async function lockSessionsOf(
  ctx: TenantContext,
  appointmentId: string,
  newStart?: string,
): Promise<string[]> {
  const rows = await ctx.sql<{ id: string }>(
    `SELECT s.id FROM class_session s
     WHERE s.tenant_id = $1 AND s.id IN (
       SELECT a.session_id FROM appointment a WHERE a.tenant_id = $1 AND a.id = $2
       UNION ALL
       SELECT n.id FROM appointment a JOIN class_session n ON n.tenant_id = $1 AND n.service_id = a.service_id
       WHERE a.tenant_id = $1 AND a.id = $2 AND a.session_id IS NOT NULL AND n.starts_at = $3)
     ORDER BY s.id FOR NO KEY UPDATE OF s`,
    [ctx.tenantId, appointmentId, newStart ?? null],
    "lock_sessions",
  );
  return rows.map((row) => row.id);
}

/** An appointment that changed its session while its sessions were being locked: the transaction runs again. */
export function assertLocked(locked: readonly string[], sessionId: string | null): void {
  if (sessionId && !locked.includes(sessionId)) throw new RunAgain("The appointment has moved meanwhile");
}
