import type { TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { localDateOf, toEpochMinutes } from "#kernel/time/wall-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { monthOverview } from "#modules/availability/month-overview.ts";
import { addDays } from "#ui/booking/date-grid-keys.ts";

/** What times are asked for. */
export type TimesQuery = {
  serviceId: string;
  staffId?: string | undefined;
  locationId?: string | undefined;
  /** The zone whose days are shown. */
  timeZone: string;
  /** "YYYY-MM" and "YYYY-MM-DD", as far as the customer has chosen. */
  month?: string | undefined;
  date?: string | undefined;
  /** The customer's own claims, which do not stand in their way. */
  ignoreAppointmentId?: string | undefined;
  ignoreHoldId?: string | undefined;
};

export type Times = {
  today: string;
  month: string;
  counts: ReadonlyMap<string, number>;
  nextAvailable?: string;
  date?: string;
  /** Starts of the chosen day, instants in order. */
  starts: string[];
};

/**
 * The month around a choice and the times of its day. Without a choice: the first month and day with any time, so
 * that a time is one press away; a month that was asked for stays, however empty.
 */
export async function loadTimes(ctx: TenantContext, query: TimesQuery): Promise<Times> {
  const today = localDateOf(Math.floor(ctx.clock.now() / 60_000), query.timeZone);
  const wanted = query.date?.slice(0, 7) ?? query.month;
  let month = wanted ?? today.slice(0, 7);
  let overview = await overviewOf(ctx, query, month);
  if (!wanted && !hasTimes(overview) && overview.nextAvailable) {
    month = overview.nextAvailable.slice(0, 7);
    overview = await overviewOf(ctx, query, month);
  }
  const counts = new Map(overview.days.map((day) => [day.date, day.count]));
  const date = query.date ?? overview.days.find((day) => day.count > 0)?.date;
  const starts = date ? await startsOn(ctx, query, date) : [];
  if (date) counts.set(date, starts.length);
  return {
    today,
    month,
    counts,
    ...(overview.nextAvailable && { nextAvailable: overview.nextAvailable }),
    ...(date && starts.length > 0 && { date }),
    starts,
  };
}

type Overview = { days: { date: string; count: number }[]; nextAvailable?: string | undefined };

function hasTimes(overview: Overview): boolean {
  return overview.days.some((day) => day.count > 0);
}

async function overviewOf(ctx: TenantContext, query: TimesQuery, month: string): Promise<Overview> {
  const { date: _, ...rest } = query;
  const found = await monthOverview(ctx, { ...rest, month });
  return found.ok ? found.value : { days: [] };
}

async function startsOn(ctx: TenantContext, query: TimesQuery, date: string): Promise<string[]> {
  const { timeZone, month: _, date: __, ...rest } = query;
  const midnight = (day: string) => formatInstant(toEpochMinutes({ date: day, minute: 0 }, timeZone));
  const found = await findSlots(ctx, {
    ...rest,
    from: midnight(date),
    to: midnight(addDays(date, 1)),
    audience: "customer",
  });
  if (!found.ok) return [];
  const starts = new Set(found.value.slots.map((slot) => slot.start));
  return [...starts].sort();
}

/** Whether a single start is offered now, and by whom. */
export async function loadStart(
  ctx: TenantContext,
  query: Omit<TimesQuery, "month" | "date" | "timeZone"> & { start: string },
): Promise<{ staffIds: string[]; locationId: string } | null> {
  const { start, ...rest } = query;
  const at = Math.floor(Date.parse(start) / 60_000);
  const found = await findSlots(ctx, {
    ...rest,
    from: start,
    to: formatInstant(at + 24 * 60),
    audience: "customer",
  });
  return (found.ok && found.value.slots.find((slot) => slot.start === start)) || null;
}
