import type { SuggestedHours } from "./templates.ts";

type Day = { weekday: number; intervals: { startMinute: number; endMinute: number }[] };

/** Suggested hours as a week of the schedule; days that are not named are closed. */
export function weekOf(hours: SuggestedHours): Day[] {
  return hours.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({ weekday, intervals: [{ startMinute: opens, endMinute: closes }] })),
  );
}
