import type { TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { localDateOf, toEpochMinutes } from "#kernel/time/wall-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { monthOverview } from "#modules/availability/month-overview.ts";
import type { Slot } from "#modules/availability/schema.ts";
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
  /** Of a class: how many come; 1 when absent. */
  seats?: number | undefined;
  /** The customer's own claims, which do not stand in their way. */
  ignoreAppointmentId?: string | undefined;
  ignoreHoldId?: string | undefined;
};

/** A start of the day; of a class, the session that begins then, which may be full. */
export type DayTime = {
  start: string;
  session?: { id: string; staffId: string; seatsLeft: number };
};

export type Times = {
  today: string;
  month: string;
  /** Dates of the month that have times. */
  available: ReadonlySet<string>;
  nextAvailable?: string;
  /** The chosen day, when it has times. */
  date?: string;
  /** The times of the chosen day, in order. */
  day: DayTime[];
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
  const available = new Set(overview.days.filter((day) => day.available).map((day) => day.date));
  const date = query.date ?? overview.days.find((day) => available.has(day.date))?.date;
  const day = date ? await timesOn(ctx, query, date) : [];
  const free = day.some(({ session }) => !session || session.seatsLeft >= (query.seats ?? 1));
  if (date && !free) available.delete(date);
  return {
    today,
    month,
    available,
    ...(overview.nextAvailable && { nextAvailable: overview.nextAvailable }),
    ...(date && free && { date }),
    day,
  };
}

type Overview = { days: { date: string; available: boolean }[]; nextAvailable?: string | undefined };

function hasTimes(overview: Overview): boolean {
  return overview.days.some((day) => day.available);
}

async function overviewOf(ctx: TenantContext, query: TimesQuery, month: string): Promise<Overview> {
  const { date: _, ...rest } = query;
  const found = await monthOverview(ctx, { ...rest, month });
  return found.ok ? found.value : { days: [] };
}

/** Of a class, full sessions too: who asks for no seat gets them all. */
async function timesOn(ctx: TenantContext, query: TimesQuery, date: string): Promise<DayTime[]> {
  const { timeZone, month: _, date: __, ...rest } = query;
  const midnight = (day: string) => formatInstant(toEpochMinutes({ date: day, minute: 0 }, timeZone));
  const found = await findSlots(ctx, {
    ...rest,
    seats: 0,
    from: midnight(date),
    to: midnight(addDays(date, 1)),
    audience: "customer",
  });
  if (!found.ok) return [];
  const times = found.value.slots.map(timeOf);
  // The same start at two places is one time; two sessions at one time are two.
  return [...new Map(times.map((time) => [time.session?.id ?? time.start, time])).values()].sort(inOrder);
}

function timeOf({ start, sessionId, staffIds, seatsLeft = 0 }: Slot): DayTime {
  const [staffId = ""] = staffIds;
  return sessionId ? { start, session: { id: sessionId, staffId, seatsLeft } } : { start };
}

function inOrder(first: DayTime, second: DayTime): number {
  return first.start < second.start ? -1 : first.start > second.start ? 1 : 0;
}

/** Whether a single start is offered now, of a class with the seats wanted, and by whom. */
export async function loadStart(
  ctx: TenantContext,
  query: Omit<TimesQuery, "month" | "date" | "timeZone"> & { start: string; sessionId?: string | undefined },
): Promise<Slot | null> {
  const { start, sessionId, ...rest } = query;
  const at = Math.floor(Date.parse(start) / 60_000);
  const found = await findSlots(ctx, {
    ...rest,
    from: start,
    to: formatInstant(at + 24 * 60),
    audience: "customer",
  });
  const isMeant = (slot: Slot) => slot.start === start && (!sessionId || slot.sessionId === sessionId);
  return (found.ok && found.value.slots.find(isMeant)) || null;
}
