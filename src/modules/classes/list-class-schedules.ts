import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { instantText } from "#modules/appointments/appointment-view.ts";
import type { ClassSchedule, ListClassSchedulesInput, ListClassSchedulesOutput } from "./schema.ts";

type Row = Omit<ClassSchedule, "next"> & { next: Date | null };

/** Classes that repeat, by service, weekday and time (D7). */
export async function listClassSchedules(
  ctx: TenantContext,
  input: ListClassSchedulesInput,
): Promise<Result<ListClassSchedulesOutput, "forbidden">> {
  const forbidden = requireRight(ctx.actor, "schedule.read");
  if (forbidden) return forbidden;
  const rows = await ctx.sql<Row>(
    `SELECT k.id, k.weekday, k.start_minute AS "startMinute", k.every_weeks AS "everyWeeks",
       to_char(k.date_from, 'YYYY-MM-DD') AS "dateFrom", to_char(k.date_to, 'YYYY-MM-DD') AS "dateTo", k.capacity,
       k.archived_at IS NOT NULL AS archived, coming.count AS coming, coming.next,
       json_build_object('id', s.id, 'name', s.name) AS service,
       json_build_object('id', p.id, 'name', p.name) AS staff,
       json_build_object('id', l.id, 'name', l.name) AS location
     FROM class_schedule k
     JOIN service s ON s.tenant_id = $1 AND s.id = k.service_id
     JOIN staff p ON p.tenant_id = $1 AND p.id = k.staff_id
     JOIN location l ON l.tenant_id = $1 AND l.id = k.location_id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS count, min(c.starts_at) AS next FROM class_session c
       WHERE c.tenant_id = $1 AND c.schedule_id = k.id AND c.cancelled_at IS NULL AND c.starts_at > $2) AS coming
     WHERE k.tenant_id = $1 AND ($3::uuid IS NULL OR k.service_id = $3) AND ($4 OR k.archived_at IS NULL)
     ORDER BY s.position, s.name, k.weekday, k.start_minute, k.id`,
    [ctx.tenantId, new Date(ctx.clock.now()), input.serviceId ?? null, input.includeArchived],
    "class_schedules",
  );
  return ok({ schedules: rows.map((row) => ({ ...row, next: row.next && instantText(row.next) })) });
}
