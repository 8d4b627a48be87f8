import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { daysToMake, planOf, type ScheduleFields } from "./class-plan.ts";
import { loadClassTerms } from "./class-terms.ts";
import { type MadeSessions, makeSessions } from "./make-sessions.ts";

type Row = ScheduleFields & {
  serviceId: string;
  staffId: string;
  locationId: string;
  generatedUntil: string | null;
};

/** Ids of the schedules that go on. */
export async function listOpenSchedules(ctx: TenantContext): Promise<string[]> {
  const rows = await ctx.sql<{ id: string }>(
    `SELECT k.id FROM class_schedule k
     WHERE k.tenant_id = $1 AND k.archived_at IS NULL AND (k.date_to IS NULL OR k.date_to > k.generated_until)
     ORDER BY k.id`,
    [ctx.tenantId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Makes the sessions that have come into reach since the last time (D7), so that a class can always be booked as far ahead
 * as its service allows. One schedule a transaction: they hold claims for a moment only.
 */
export async function extendClassSchedule(ctx: TenantContext, id: string): Promise<MadeSessions> {
  const nothing: MadeSessions = { made: [], refused: [] };
  const [schedule] = await ctx.sql<Row>(
    `SELECT k.id, k.service_id AS "serviceId", k.staff_id AS "staffId", k.location_id AS "locationId", k.weekday,
       k.start_minute AS "startMinute", k.every_weeks AS "everyWeeks", k.capacity,
       to_char(k.date_from, 'YYYY-MM-DD') AS "dateFrom", to_char(k.date_to, 'YYYY-MM-DD') AS "dateTo",
       to_char(k.generated_until, 'YYYY-MM-DD') AS "generatedUntil"
     FROM class_schedule k WHERE k.tenant_id = $1 AND k.id = $2 AND k.archived_at IS NULL FOR NO KEY UPDATE`,
    [ctx.tenantId, id],
  );
  const terms = schedule ? await loadClassTerms(ctx, schedule) : null;
  if (!schedule || !terms?.ok) return nothing;
  const reach = daysToMake(ctx, terms.value);
  const madeUntil = schedule.generatedUntil ? parseLocalDate(schedule.generatedUntil) : reach.first - 1;
  const days = { first: Math.max(reach.first, madeUntil + 1), last: reach.last };
  if (days.first > days.last) return nothing;
  const outcome = await makeSessions(ctx, planOf(schedule, terms.value), days);
  await ctx.sql("UPDATE class_schedule SET generated_until = $3 WHERE tenant_id = $1 AND id = $2", [
    ctx.tenantId,
    id,
    formatLocalDate(days.last),
  ]);
  if (outcome.made.length + outcome.refused.length === 0) return outcome;
  await appendEvent(ctx, {
    type: "class.sessions_made",
    subjectType: "class_schedule",
    subjectId: id,
    payload: { made: outcome.made, refused: outcome.refused },
  });
  return outcome;
}
