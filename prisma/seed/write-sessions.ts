import type { TenantContext } from "#database/tenant-context.ts";
import { formatClock } from "#kernel/time/format-time.ts";
import { formatLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import type { PlannedAppointment } from "./plan-appointments.ts";
import type { PlannedBusiness, PlannedSession } from "./plan-business.ts";
import { dateOf } from "./write-business.ts";

const minute = 60_000;

/** Writes the classes that repeat and their sessions, which claim the time of who gives them and of their rooms. */
export async function writeSessions(
  ctx: TenantContext,
  plan: PlannedBusiness,
  appointments: readonly PlannedAppointment[],
): Promise<void> {
  await writeSchedules(ctx, plan);
  const taken = seatsTaken(appointments);
  const { timeZone } = plan.business;
  const rows = plan.sessions.map((session) => ({
    tenantId: ctx.tenantId,
    ...columnsOf(session, timeZone),
    seatsTaken: taken.get(session.id) ?? 0,
  }));
  await ctx.db.classSession.createMany({ data: rows });
  for (const session of plan.sessions) await claim(ctx, session, timeZone);
}

/** Their sessions are made as far as can be booked, one for each date on which who gives them works. */
async function writeSchedules(ctx: TenantContext, plan: PlannedBusiness): Promise<void> {
  const { today, business } = plan;
  const schedules = new Map(plan.sessions.map((session) => [session.schedule.id, session]));
  const first = plan.sessions.reduce((least, { date }) => Math.min(least, date), today);
  await ctx.db.classSchedule.createMany({
    data: [...schedules.values()].map(({ schedule, service, staffId, locationId, from }) => ({
      ...{ tenantId: ctx.tenantId, id: schedule.id, serviceId: service.id, staffId, locationId },
      ...{ weekday: schedule.weekday, startMinute: from, everyWeeks: schedule.everyWeeks ?? 1 },
      dateFrom: dateOf(firstWeek(first, { today, everyWeeks: schedule.everyWeeks ?? 1 })),
      generatedUntil: dateOf(today + business.horizonDays - 1),
    })),
  });
}

/** Weeks count from the week of the first date: one that is a whole number of turns before this week. */
function firstWeek(first: number, by: { today: number; everyWeeks: number }): number {
  const turn = 7 * by.everyWeeks;
  return by.today - Math.ceil((by.today - first) / turn) * turn;
}

function columnsOf(session: PlannedSession, timeZone: string) {
  const { id, schedule, service, staffId, locationId, date, from, until } = session;
  const start = toEpochMinutes({ date: formatLocalDate(date), minute: from }, timeZone) * minute;
  return {
    ...{ id, scheduleId: schedule.id, serviceId: service.id, staffId, locationId, timeZone },
    startsAt: new Date(start),
    endsAt: new Date(start + (until - from) * minute),
    wallStart: `${formatLocalDate(date)}T${formatClock(from)}`,
    capacity: service.capacity ?? 1,
  };
}

function seatsTaken(appointments: readonly PlannedAppointment[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { session, seats, status } of appointments) {
    if (session && status !== "cancelled") taken.set(session.id, (taken.get(session.id) ?? 0) + seats);
  }
  return taken;
}

async function claim(ctx: TenantContext, session: PlannedSession, timeZone: string): Promise<void> {
  const { startsAt, endsAt } = columnsOf(session, timeZone);
  const { bufferBeforeMin = 0, bufferAfterMin = 0 } = session.service;
  const [claimed] = await ctx.sql<{ won: boolean }>(
    "SELECT claim_time($1, 'session', $2, NULL, $3, $4::uuid[], $5, $6) AS won",
    [
      ...[ctx.tenantId, session.id, session.locationId, [session.staffId, ...session.unitIds]],
      new Date(startsAt.getTime() - bufferBeforeMin * minute),
      new Date(endsAt.getTime() + bufferAfterMin * minute),
    ],
  );
  if (!claimed?.won) throw new Error(`${session.service.name} of the demo data overlaps another class`);
}
