import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** A session as its row, locked until the transaction ends: nobody takes or keeps seats of it meanwhile. */
export type SessionRow = {
  id: string;
  scheduleId: string | null;
  serviceId: string;
  staffId: string;
  locationId: string;
  startsAt: Date;
  endsAt: Date;
  wallStart: string;
  capacity: number;
  seatsTaken: number;
  cancelled: boolean;
};

const columns = `c.id, c.schedule_id AS "scheduleId", c.service_id AS "serviceId", c.staff_id AS "staffId",
  c.location_id AS "locationId", c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.wall_start AS "wallStart",
  c.capacity, c.seats_taken AS "seatsTaken", c.cancelled_at IS NOT NULL AS cancelled`;

/** A session that is still to come, for a change. */
export async function lockComingSession(
  ctx: TenantContext,
  id: string,
): Promise<Result<SessionRow, "notFound" | "wrongState">> {
  const [row] = await ctx.sql<SessionRow>(
    `SELECT ${columns} FROM class_session c WHERE c.tenant_id = $1 AND c.id = $2 FOR NO KEY UPDATE`,
    [ctx.tenantId, id],
    "lock_session",
  );
  if (!row) return refuse("notFound", "This session does not exist.");
  if (row.cancelled) return refuse("wrongState", "This session is cancelled already.");
  if (row.startsAt.getTime() <= ctx.clock.now()) {
    return refuse("wrongState", "This session has begun or is over, and can no longer be changed.");
  }
  return ok(row);
}

/** The sessions of a schedule that are still to come, in the order in which everybody locks sessions. */
export function lockComingSessionsOf(ctx: TenantContext, scheduleId: string): Promise<SessionRow[]> {
  return ctx.sql<SessionRow>(
    `SELECT ${columns} FROM class_session c
     WHERE c.tenant_id = $1 AND c.schedule_id = $2 AND c.cancelled_at IS NULL AND c.starts_at > $3
     ORDER BY c.id FOR NO KEY UPDATE`,
    [ctx.tenantId, scheduleId, new Date(ctx.clock.now())],
    "lock_sessions_of",
  );
}
