import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { dayOf, formatLocalDate, minutesPerDay } from "#kernel/time/local-date.ts";
import { firstInstantOf, wallOf } from "#kernel/time/wall-time.ts";
import { type ZoneOffsets, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { loadBookables } from "./bookables.ts";
import { offeredStarts } from "./rules/slots.ts";
import type { Window } from "./rules/working-intervals.ts";
import type { MonthOverviewInput, MonthOverviewOutput } from "./schema.ts";

/** The longest horizon a business can set, in days. */
const longestHorizon = 730;

/**
 * How many starts each day of a month has, by the reader's calendar, and the first day that has any (C5). Looks
 * past the month, up to the horizon, only when the month has none.
 */
export async function monthOverview(
  ctx: TenantContext,
  input: MonthOverviewInput,
): Promise<Result<MonthOverviewOutput, "notFound">> {
  const { month, timeZone, ...request } = input;
  const span = monthSpan(month, timeZone);
  const inMonth = await startsWithin(ctx, request, span.window);
  if (!inMonth.ok) return inMonth;
  const counts = countByDay(inMonth.value, span.table);
  const days = Array.from({ length: span.lastDay - span.firstDay + 1 }, (_, index) => {
    const day = span.firstDay + index;
    return { date: formatLocalDate(day), count: counts.get(day) ?? 0 };
  });
  const first = inMonth.value[0] ?? (await firstStartAfter(ctx, request, span.window.until));
  if (first === undefined) return ok({ days });
  const table = zoneOffsets(timeZone, first, first);
  return ok({ days, nextAvailable: formatLocalDate(Math.floor(wallOf(first, table) / minutesPerDay)) });
}

type Wish = Pick<MonthOverviewInput, "serviceId" | "staffId" | "locationId">;

async function startsWithin(
  ctx: TenantContext,
  wish: Wish,
  window: Window,
): Promise<Result<Int32Array, "notFound">> {
  const audience = "customer";
  const loaded = await loadBookables(ctx, { ...wish, window, audience });
  if (!loaded.ok) return loaded;
  return ok(offeredStarts(loaded.value, { window, audience, now: ctx.clock.now() / 60_000 }));
}

/** Nothing is bookable before now or past the longest horizon, so only that is looked at. */
async function firstStartAfter(ctx: TenantContext, wish: Wish, from: number): Promise<number | undefined> {
  const now = Math.floor(ctx.clock.now() / 60_000);
  const window = { from: Math.max(from, now), until: now + (longestHorizon + 2) * minutesPerDay };
  if (window.from >= window.until) return undefined;
  const found = await startsWithin(ctx, wish, window);
  return found.ok ? found.value[0] : undefined;
}

type MonthSpan = { firstDay: number; lastDay: number; window: Window; table: ZoneOffsets };

function monthSpan(month: string, timeZone: string): MonthSpan {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  const firstDay = dayOf(year, number, 1);
  const nextMonth = number === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, number + 1, 1);
  const table = zoneOffsets(timeZone, firstDay * minutesPerDay, nextMonth * minutesPerDay);
  const window = {
    from: firstInstantOf(firstDay * minutesPerDay, table),
    until: firstInstantOf(nextMonth * minutesPerDay, table),
  };
  return { firstDay, lastDay: nextMonth - 1, window, table };
}

function countByDay(starts: Int32Array, table: ZoneOffsets): Map<number, number> {
  const counts = new Map<number, number>();
  for (const start of starts) {
    const day = Math.floor(wallOf(start, table) / minutesPerDay);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
