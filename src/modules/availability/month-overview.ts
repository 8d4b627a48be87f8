import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { dayOf, formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import {
  type DaySpan,
  daySpan,
  everyDay,
  firstDay,
  type OpenDays,
  openDays,
  type Wish,
} from "./open-days.ts";
import type { MonthOverviewInput, MonthOverviewOutput } from "./schema.ts";

/** Days that are looked at first where a month has no free time left; twice as many each time after that. */
const firstLookAhead = 31;

/**
 * Which days of a month can be booked, by the reader's calendar, and the first day that can (C5). Looks past the
 * month, up to the horizon, only when the month has none.
 */
export async function monthOverview(
  ctx: TenantContext,
  input: MonthOverviewInput,
): Promise<Result<MonthOverviewOutput, "notFound">> {
  const { month, timeZone, ...wish } = input;
  const now = ctx.clock.now() / 60_000;
  const span = daySpan(datesOf(month), timeZone, now);
  const inMonth = await openDaysOf(ctx, wish, span);
  if (!inMonth.ok) return inMonth;
  const open = inMonth.value.days;
  const days = Array.from({ length: span.lastDay - span.firstDay + 1 }, (_, index) => ({
    date: formatLocalDate(span.firstDay + index),
    available: open[index] ?? false,
  }));
  const first = open.indexOf(true);
  if (first >= 0) return ok({ days, nextAvailable: formatLocalDate(span.firstDay + first) });
  const today = parseLocalDate(localDateOf(Math.floor(now), timeZone));
  const search = { wish, timeZone, now, from: Math.max(span.lastDay + 1, today) };
  const next = await firstDayAfter(ctx, search, inMonth.value.bookedBefore);
  if (!next.ok) return next;
  return ok({ days, ...(next.value !== null && { nextAvailable: formatLocalDate(next.value) }) });
}

function datesOf(month: string): { firstDay: number; lastDay: number } {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  const nextMonth = number === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, number + 1, 1);
  return { firstDay: dayOf(year, number, 1), lastDay: nextMonth - 1 };
}

/** A month that is over has none, and says nothing about the horizon. */
function openDaysOf(ctx: TenantContext, wish: Wish, span: DaySpan): Promise<Result<OpenDays, "notFound">> {
  if (span.window.from < span.window.until) return openDays(ctx, wish, span, everyDay);
  return Promise.resolve(ok({ days: [], bookedBefore: Number.POSITIVE_INFINITY }));
}

type Search = { wish: Wish; timeZone: string; now: number; from: number };

/** The first date (days since 1970-01-01) with a start, or null when there is none as far ahead as can be booked. */
async function firstDayAfter(
  ctx: TenantContext,
  { wish, timeZone, now, from }: Search,
  bookedBefore: number,
): Promise<Result<number | null, "notFound">> {
  let limit = bookedBefore;
  for (let first = from, days = firstLookAhead; ; first += days, days *= 2) {
    const span = daySpan({ firstDay: first, lastDay: first + days - 1 }, timeZone, now);
    if (span.window.from >= limit) return ok(null);
    const found = await openDays(ctx, wish, span, firstDay);
    if (!found.ok) return found;
    const index = found.value.days.indexOf(true);
    if (index >= 0) return ok(first + index);
    limit = found.value.bookedBefore;
  }
}
