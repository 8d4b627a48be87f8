import type { TenantContext } from "#database/tenant-context.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import type { ClassTerms } from "./class-terms.ts";
import type { Plan } from "./make-sessions.ts";
import { lastDayToMake } from "./rules/class-dates.ts";

/** A schedule as it is stored; dates are `YYYY-MM-DD`. */
export type ScheduleFields = {
  id: string;
  weekday: number;
  startMinute: number;
  everyWeeks: number;
  dateFrom: string;
  dateTo: string | null;
  capacity: number | null;
};

export function planOf(schedule: ScheduleFields, terms: ClassTerms): Plan {
  const { id, weekday, startMinute, everyWeeks, dateFrom, dateTo, capacity } = schedule;
  return {
    ...{ scheduleId: id, weekday, startMinute, everyWeeks, terms },
    firstDay: parseLocalDate(dateFrom),
    lastDay: dateTo === null ? null : parseLocalDate(dateTo),
    capacity: capacity ?? terms.capacity,
  };
}

/** The dates, today included, for which sessions are there at any time (days since 1970-01-01). */
export function daysToMake(ctx: TenantContext, { timeZone, horizonDays }: ClassTerms) {
  const first = parseLocalDate(localDateOf(Math.floor(ctx.clock.now() / 60_000), timeZone));
  return { first, last: lastDayToMake(first, horizonDays) };
}
