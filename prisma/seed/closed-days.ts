import { parseLocalDate } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { publicHolidays } from "#modules/availability/public-holidays.ts";
import type { DemoBusiness } from "./demo-business.ts";

/** The public holidays on which a business is closed around `now` (epoch milliseconds), in days since 1970-01-01. */
export async function closedDays(business: DemoBusiness, now: number): Promise<ReadonlySet<number>> {
  if (!business.holidays) return new Set();
  const year = Number(localDateOf(Math.floor(now / 60_000), business.timeZone).slice(0, 4));
  const holidays = await publicHolidays(business.holidays, [year - 1, year, year + 1]);
  return new Set(holidays.map(({ date }) => parseLocalDate(date)));
}
