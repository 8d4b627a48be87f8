import type { TenantContext } from "#database/tenant-context.ts";
import { calendarDateOf, parseLocalDate } from "#kernel/time/local-date.ts";
import { listHolidays } from "./public-holidays.ts";
import type { Place } from "./rules/bookables.ts";
import { type RuleBook, type RuleRow, ruleBook } from "./rules/rule-book.ts";
import type { DayRange } from "./rules/schedules.ts";

/** Everything that is set about a business's hours, and the places they are about. */
export type BusinessHours = {
  book: RuleBook;
  /** Locations that are not archived, in their order. */
  places: Place[];
  /** Public holidays on which each place is closed (`null`: places without a calendar of their own), by `holidayKey`. */
  holidayNames: ReadonlyMap<string, string>;
};

/** Loads the rules of the whole business that can say something about some local dates. */
export async function loadRuleBook(ctx: TenantContext, days: DayRange): Promise<BusinessHours> {
  const places = await ctx.db.location.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, timeZone: true },
  });
  const holidays = await holidaysAt(ctx, places, days);
  const rows = await loadRows(ctx, days);
  const closed = holidays.flatMap(({ placeId, day }) => (placeId === null ? [] : closedRow(placeId, day)));
  return {
    book: ruleBook([...rows, ...closed]),
    places,
    holidayNames: new Map(holidays.map(({ placeId, day, name }) => [holidayKey(placeId, day), name])),
  };
}

export function holidayKey(placeId: string | null, day: number): string {
  return `${placeId} ${day}`;
}

async function loadRows(ctx: TenantContext, days: DayRange): Promise<RuleRow[]> {
  const [first, last] = [days.first, days.last].map((day) => new Date(day * 86_400_000)) as [Date, Date];
  const rows = await ctx.db.availabilityRule.findMany({
    where: {
      removedAt: null,
      AND: [
        { OR: [{ dateTo: null }, { dateTo: { gte: first } }, { kind: { in: ["weekly", "monthly"] } }] },
        { OR: [{ dateFrom: null }, { dateFrom: { lte: last } }, { kind: { in: ["weekly", "monthly"] } }] },
      ],
    },
    select: {
      ...{ id: true, kind: true, staffId: true, locationId: true, serviceId: true, resourceId: true },
      ...{ priority: true, everyWeeks: true, anchorDate: true, nthOfMonth: true, weekday: true },
      ...{ startMinute: true, endMinute: true, dateFrom: true, dateTo: true },
    },
  });
  return rows.map(({ kind, anchorDate, dateFrom, dateTo, ...row }) => ({
    ...row,
    kind: kind as RuleRow["kind"],
    anchorDay: dayOfDate(anchorDate),
    firstDay: dayOfDate(dateFrom),
    lastDay: dayOfDate(dateTo),
  }));
}

function dayOfDate(date: Date | null): number | null {
  return date === null ? null : date.getTime() / 86_400_000;
}

type ClosedOn = { placeId: string | null; day: number; name: string };

/** A location's own calendar counts in place of the business's. */
async function holidaysAt(ctx: TenantContext, places: readonly Place[], days: DayRange): Promise<ClosedOn[]> {
  const calendars = await ctx.db.holidayCalendar.findMany({
    select: { locationId: true, country: true, region: true, worked: true },
  });
  const found: ClosedOn[] = [];
  for (const placeId of [null, ...places.map(({ id }) => id)]) {
    const calendar =
      calendars.find(({ locationId }) => locationId === placeId) ??
      calendars.find(({ locationId }) => locationId === null);
    if (!calendar) continue;
    for (const year of yearsOf(days)) {
      for (const { rule, date, name } of await listHolidays(calendar, year, "en")) {
        if (!calendar.worked.includes(rule)) found.push({ placeId, day: parseLocalDate(date), name });
      }
    }
  }
  return found.filter(({ day }) => days.first <= day && day <= days.last);
}

function yearsOf(days: DayRange): number[] {
  const first = calendarDateOf(days.first).year;
  return Array.from({ length: calendarDateOf(days.last).year - first + 1 }, (_, index) => first + index);
}

function closedRow(locationId: string, day: number): RuleRow {
  return {
    kind: "holiday",
    ...{ staffId: null, locationId, serviceId: null, resourceId: null },
    ...{ priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null, weekday: null },
    ...{ startMinute: null, endMinute: null, firstDay: day, lastDay: day },
  };
}
