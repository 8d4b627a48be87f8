import { formatDateOnly, formatMinuteOfDay } from "#kernel/time/format-time.ts";
import type {
  ArchivedClassSchedule,
  ClassSchedule,
  ClassSession,
  SavedClassSchedule,
} from "#modules/classes/schema.ts";
import { weekdayName } from "#ui/dashboard/schedule/weekday-names.ts";

/** "Tuesday 6:00 PM, every 2 weeks". */
export function turnWordsOf(
  { weekday, startMinute, everyWeeks }: Pick<ClassSchedule, "weekday" | "startMinute" | "everyWeeks">,
  locale: string,
): string {
  const when = `${weekdayName(weekday, locale)} ${formatMinuteOfDay(startMinute, locale)}`;
  return everyWeeks === 1 ? when : `${when}, every ${everyWeeks} weeks`;
}

/** "5 of 12 booked, 2 being booked". */
export function seatWords({
  seatsTaken,
  seatsHeld,
  capacity,
}: Pick<ClassSession, "seatsTaken" | "seatsHeld" | "capacity">): string {
  const booked = `${seatsTaken} of ${capacity} booked`;
  return seatsHeld > 0 ? `${booked}, ${seatsHeld} being booked` : booked;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What saving a class has done, beside the dates that it could not make. */
export function savedWords({ made, kept }: SavedClassSchedule, locale: string): string {
  const words =
    made.length === 0 ? "Class saved" : `Class saved: ${counted(made.length, "date", "dates")} added`;
  if (kept.length === 0) return words;
  return `${words}. Booked already, so as they were: ${datesOf(kept, locale)}`;
}

export function endedWords({ removed, cancelled, kept }: ArchivedClassSchedule, locale: string): string {
  const parts = [
    ...(removed > 0 ? [`${counted(removed, "date", "dates")} removed`] : []),
    ...(cancelled > 0 ? [`${counted(cancelled, "date", "dates")} cancelled`] : []),
    ...(kept.length > 0 ? [`still on, as they are booked: ${datesOf(kept, locale)}`] : []),
  ];
  return parts.length === 0 ? "Class ended" : `Class ended: ${parts.join("; ")}`;
}

function datesOf(dates: readonly string[], locale: string): string {
  return dates.map((date) => formatDateOnly(date, locale)).join(", ");
}
