import type { TenantContext } from "#database/tenant-context.ts";
import { instantText } from "#modules/appointments/appointment-view.ts";
import type { ClassSession } from "./schema.ts";

type Row = Omit<ClassSession, "start" | "end"> & { startsAt: Date; endsAt: Date };

const selectSessions = `
  SELECT c.id, c.schedule_id AS "scheduleId", c.starts_at AS "startsAt", c.ends_at AS "endsAt",
    c.time_zone AS "timeZone", c.wall_start AS "wallStart", c.capacity, c.seats_taken AS "seatsTaken",
    c.cancelled_at IS NOT NULL AS cancelled,
    (SELECT coalesce(sum(h.seats), 0)::int FROM hold h
      WHERE h.tenant_id = $1 AND h.session_id = c.id AND h.expires_at > clock_timestamp()) AS "seatsHeld",
    json_build_object('id', s.id, 'name', s.name) AS service,
    json_build_object('id', p.id, 'name', p.name, 'color', p.color) AS staff,
    json_build_object('id', l.id, 'name', l.name) AS location,
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'unit', CASE WHEN EXISTS (
          SELECT FROM resource_unit n WHERE n.tenant_id = $1 AND n.resource_id = r.id AND n.id <> u.id) THEN u.number END)
        ORDER BY r.position, r.name, u.number), '[]')
      FROM occupancy o
      JOIN resource_unit u ON u.tenant_id = $1 AND u.id = o.subject_id
      JOIN resource r ON r.tenant_id = $1 AND r.id = u.resource_id
      WHERE o.tenant_id = $1 AND o.session_id = c.id) AS resources
  FROM class_session c
  JOIN service s ON s.tenant_id = $1 AND s.id = c.service_id
  JOIN staff p ON p.tenant_id = $1 AND p.id = c.staff_id
  JOIN location l ON l.tenant_id = $1 AND l.id = c.location_id
  WHERE c.tenant_id = $1`;

/** Sessions by a condition on `c` (class_session), with its values from `$2` on, in order of their start. */
export async function readSessions(
  ctx: TenantContext,
  { where, values }: { where: string; values: readonly unknown[] },
): Promise<ClassSession[]> {
  const text = `${selectSessions} AND ${where} ORDER BY c.starts_at, c.id`;
  const rows = await ctx.sql<Row>(text, [ctx.tenantId, ...values]);
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    start: instantText(startsAt),
    end: instantText(endsAt),
  }));
}

export async function readSession(ctx: TenantContext, id: string): Promise<ClassSession> {
  const [session] = await readSessions(ctx, { where: "c.id = $2", values: [id] });
  if (!session) throw new Error("A session cannot be read back");
  return session;
}
