import { calendarDateOf, parseLocalDate } from "#kernel/time/local-date.ts";
import { publicHolidays } from "./public-holidays.ts";
import type { Place } from "./rules/bookables.ts";
import type { RuleRow } from "./rules/rule-book.ts";

/** The public holidays on which a location (null: all that have no calendar of their own) is closed. */
export type HolidayCalendar = {
  locationId: string | null;
  country: string;
  region: string | null;
  /** Rules of those on which it is open all the same. */
  worked: readonly string[];
};

/** The holidays of each place between two dates (days since 1970-01-01, both included) as rules (C1). */
export async function holidayRules(
  calendars: readonly HolidayCalendar[],
  places: readonly Place[],
  days: { first: number; last: number },
): Promise<RuleRow[]> {
  const perPlace = places.map(async (place) => {
    const calendar = calendarOf(calendars, place.id);
    return calendar ? closedDays(calendar, place.id, days) : [];
  });
  return (await Promise.all(perPlace)).flat();
}

function calendarOf(calendars: readonly HolidayCalendar[], placeId: string): HolidayCalendar | undefined {
  const own = calendars.find(({ locationId }) => locationId === placeId);
  return own ?? calendars.find(({ locationId }) => locationId === null);
}

async function closedDays(
  calendar: HolidayCalendar,
  locationId: string,
  { first, last }: { first: number; last: number },
): Promise<RuleRow[]> {
  const [firstYear, lastYear] = [calendarDateOf(first).year, calendarDateOf(last).year];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const holidays = await publicHolidays(calendar, years);
  return holidays
    .filter(({ rule }) => !calendar.worked.includes(rule))
    .map(({ date }) => parseLocalDate(date))
    .filter((day) => day >= first && day <= last)
    .map((day) => closedOn(day, locationId));
}

function closedOn(day: number, locationId: string): RuleRow {
  return {
    ...{ kind: "holiday", locationId, firstDay: day, lastDay: day },
    ...{ staffId: null, serviceId: null, resourceId: null },
    ...{ weekday: null, startMinute: null, endMinute: null },
    ...{ priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null },
  };
}
