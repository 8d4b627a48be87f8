import type { TenantContext } from "#database/tenant-context.ts";
import { formatLocalDate } from "#kernel/time/local-date.ts";
import type { ClassTerms } from "./class-terms.ts";
import { type ClosedDates, loadClosedDates } from "./closed-dates.ts";
import { beginsAt, classDates, type Repetition } from "./rules/class-dates.ts";
import type { RefusedDate } from "./schema.ts";
import { writeSession } from "./write-session.ts";

export type Plan = Repetition & {
  scheduleId: string;
  /** Wall-clock minutes from midnight. */
  startMinute: number;
  capacity: number;
  terms: ClassTerms;
};

export type MadeSessions = { made: string[]; refused: RefusedDate[] };

/**
 * Makes the sessions of a schedule on its dates in `[first, last]` (days since 1970-01-01), each with its claims. Dates
 * that have one already, even a cancelled one, are left alone; those on which it cannot be are returned with the reason.
 */
export async function makeSessions(
  ctx: TenantContext,
  plan: Plan,
  days: { first: number; last: number },
): Promise<MadeSessions> {
  const dates = classDates(plan, days);
  const taken = await datesWithSession(ctx, plan.scheduleId);
  const wanted = dates.filter((day) => !taken.has(formatLocalDate(day)));
  const outcome: MadeSessions = { made: [], refused: [] };
  if (wanted.length === 0) return outcome;
  const closed = await loadClosedDates(ctx, plan.terms, {
    first: days.first,
    last: wanted.at(-1) ?? days.last,
  });
  for (const day of wanted) {
    const date = formatLocalDate(day);
    const message = await makeOne(ctx, plan, { day, closed });
    if (message === null) outcome.made.push(date);
    else if (message !== inThePast) outcome.refused.push({ date, message });
  }
  return outcome;
}

const inThePast = Symbol("in the past");

/** Null when the session was made, else why not. */
async function makeOne(
  ctx: TenantContext,
  { terms, startMinute, scheduleId, capacity }: Plan,
  { day, closed }: { day: number; closed: ClosedDates },
): Promise<string | null | typeof inThePast> {
  const date = formatLocalDate(day);
  const start = beginsAt({ date, minute: startMinute }, terms.timeZone);
  if (start === null) return `This date does not exist at ${terms.locationName}.`;
  if (start * 60_000 <= ctx.clock.now()) return inThePast;
  const on = { day, minute: startMinute };
  const away = closed.whyHoliday(on) ?? closed.whyOff(on);
  if (away) return away;
  const written = await writeSession(ctx, terms, { scheduleId, start, capacity });
  return written.ok ? null : written.message;
}

async function datesWithSession(ctx: TenantContext, scheduleId: string): Promise<Set<string>> {
  const rows = await ctx.sql<{ date: string }>(
    `SELECT left(s.wall_start, 10) AS date FROM class_session s WHERE s.tenant_id = $1 AND s.schedule_id = $2`,
    [ctx.tenantId, scheduleId],
    "session_dates",
  );
  return new Set(rows.map(({ date }) => date));
}
