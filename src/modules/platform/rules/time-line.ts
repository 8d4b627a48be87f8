const day = 86_400_000;

/** The Monday (UTC) of the week in which an instant (epoch ms) lies, at midnight, as epoch ms. */
export function mondayOf(now: number): number {
  const midnight = now - (now % day);
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  return midnight - weekday * day;
}

/** The dates of so many steps of `days` up to the one that begins at `last`, the oldest first (YYYY-MM-DD). */
export function datesUpTo(last: number, steps: number, days: number): string[] {
  return Array.from({ length: steps }, (_, index) =>
    new Date(last - (steps - 1 - index) * days * day).toISOString().slice(0, 10),
  );
}

/** A count for each of `dates`, zero where nothing was counted. */
export function withoutGaps(
  dates: readonly string[],
  counted: readonly { date: string; count: number }[],
): { date: string; count: number }[] {
  const counts = new Map(counted.map(({ date, count }) => [date, count]));
  return dates.map((date) => ({ date, count: counts.get(date) ?? 0 }));
}
