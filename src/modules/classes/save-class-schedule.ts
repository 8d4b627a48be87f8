import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { formatClock } from "#kernel/time/format-time.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { daysToMake, planOf, type ScheduleFields } from "./class-plan.ts";
import { loadClassTerms } from "./class-terms.ts";
import { removeEmptySession } from "./end-session.ts";
import { lockComingSessionsOf, type SessionRow } from "./lock-sessions.ts";
import { makeSessions, type Plan } from "./make-sessions.ts";
import { classDates } from "./rules/class-dates.ts";
import type { SaveClassScheduleInput, SavedClassSchedule } from "./schema.ts";

type Refusals = "forbidden" | "notFound" | "invalid";

/**
 * Adds or changes a class that repeats (D7) and makes its sessions as far ahead as they can be booked. Says which dates
 * could not be, and why. Changing leaves sessions that have bookings as they are, and makes the others anew.
 */
export async function saveClassSchedule(
  ctx: TenantContext,
  input: SaveClassScheduleInput,
): Promise<Result<SavedClassSchedule, Refusals>> {
  const forbidden = requireRight(ctx.actor, "schedule.write");
  if (forbidden) return forbidden;
  const terms = await loadClassTerms(ctx, input);
  if (!terms.ok) return terms;
  const { id = newId(), dateTo = null, capacity = null, ...rest } = input;
  const schedule = { ...rest, id, dateTo, capacity };
  const days = daysToMake(ctx, terms.value);
  const stored = input.id
    ? await updateRow(ctx, schedule, days.last)
    : await insertRow(ctx, schedule, days.last);
  if (!stored) return refuse("notFound", "This class schedule is no longer there.");
  const plan = planOf(schedule, terms.value);
  const kept = input.id ? await clearOldSessions(ctx, plan, days) : [];
  const { made, refused } = await makeSessions(ctx, plan, days);
  await appendEvent(ctx, {
    type: "class.schedule_saved",
    subjectType: "class_schedule",
    subjectId: id,
    payload: { serviceId: input.serviceId, made: made.length, refused, kept },
  });
  return ok({ id, made, refused, kept });
}

type Schedule = ScheduleFields & { serviceId: string; staffId: string; locationId: string };

function valuesOf(ctx: TenantContext, schedule: Schedule, lastDay: number): unknown[] {
  const { id, serviceId, staffId, locationId, weekday, startMinute, everyWeeks } = schedule;
  const { dateFrom, dateTo, capacity } = schedule;
  const what = [ctx.tenantId, id, serviceId, staffId, locationId, weekday, startMinute, everyWeeks];
  return [...what, dateFrom, dateTo, capacity, formatLocalDate(lastDay)];
}

async function insertRow(ctx: TenantContext, schedule: Schedule, lastDay: number): Promise<boolean> {
  await ctx.sql(
    `INSERT INTO class_schedule (tenant_id, id, service_id, staff_id, location_id, weekday, start_minute, every_weeks,
       date_from, date_to, capacity, generated_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    valuesOf(ctx, schedule, lastDay),
  );
  return true;
}

/** Also locks the schedule, so that two changes of it follow one another. */
async function updateRow(ctx: TenantContext, schedule: Schedule, lastDay: number): Promise<boolean> {
  const rows = await ctx.sql(
    `UPDATE class_schedule SET service_id = $3, staff_id = $4, location_id = $5, weekday = $6, start_minute = $7,
       every_weeks = $8, date_from = $9, date_to = $10, capacity = $11, generated_until = $12,
       updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL RETURNING id`,
    valuesOf(ctx, schedule, lastDay),
  );
  return rows.length > 0;
}

/** Removes coming sessions that the plan does not have so and nobody has booked; returns the dates of those booked. */
async function clearOldSessions(
  ctx: TenantContext,
  plan: Plan,
  days: { first: number; last: number },
): Promise<string[]> {
  const dates = new Set(classDates(plan, days));
  const kept: string[] = [];
  for (const session of await lockComingSessionsOf(ctx, plan.scheduleId)) {
    if (isAsPlanned(session, plan, dates)) await writeCapacity(ctx, session, plan.capacity);
    else if (session.seatsTaken === 0) await removeEmptySession(ctx, session);
    else kept.push(session.wallStart.slice(0, 10));
  }
  return kept.sort();
}

function isAsPlanned(session: SessionRow, { terms, startMinute }: Plan, dates: ReadonlySet<number>): boolean {
  const [date = "", clock] = session.wallStart.split("T");
  return (
    session.serviceId === terms.serviceId &&
    session.staffId === terms.staffId &&
    session.locationId === terms.locationId &&
    clock === formatClock(startMinute) &&
    dates.has(parseLocalDate(date))
  );
}

/** Never fewer seats than are booked. */
async function writeCapacity(ctx: TenantContext, { id }: SessionRow, capacity: number): Promise<void> {
  await ctx.sql(
    `UPDATE class_session SET capacity = GREATEST($3, seats_taken), updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, id, capacity],
    "write_capacity",
  );
}
