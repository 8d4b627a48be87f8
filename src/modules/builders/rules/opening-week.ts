/** From Monday to Sunday, as ISO numbers them from 1. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export type OpeningWeek = { [Day in (typeof weekdays)[number]]?: { opens: string; closes: string }[] };

const dayMinutes = 1440;

/** Hours as people write them (`HH:MM`, 24:00 for midnight at the end), as the schedule keeps them: minutes of days. */
export function weekOf(hours: OpeningWeek) {
  return weekdays.flatMap((day, index) => {
    const periods = hours[day];
    return periods ? [{ weekday: index + 1, intervals: periods.map(intervalOf) }] : [];
  });
}

/** What closes before it opens closes on the next day (22:00–02:00). */
function intervalOf({ opens, closes }: { opens: string; closes: string }) {
  const startMinute = minutesOf(opens);
  const endMinute = minutesOf(closes);
  return { startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + dayMinutes };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
