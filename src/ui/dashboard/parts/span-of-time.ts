/** Lengths of time as people set them: a number and a unit. */

export const timeUnits = ["minutes", "hours", "days"] as const;
export type TimeUnit = (typeof timeUnits)[number];
export type SpanOfTime = { amount: number; unit: TimeUnit };

const minutesOfUnit: Record<TimeUnit, number> = { minutes: 1, hours: 60, days: 1440 };

/** The largest unit that says it without a fraction: 2880 minutes are 2 days, 90 stay minutes. */
export function spanOf(minutes: number): SpanOfTime {
  if (minutes > 0 && minutes % 1440 === 0) return { amount: minutes / 1440, unit: "days" };
  if (minutes > 0 && minutes % 60 === 0) return { amount: minutes / 60, unit: "hours" };
  return { amount: minutes, unit: "minutes" };
}

export function minutesOf({ amount, unit }: SpanOfTime): number {
  return Math.round(amount * minutesOfUnit[unit]);
}

/** "45 min", "1 h", "1 h 30 min". */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "2 days", "1 hour", "90 minutes"; 0 is "no time". */
export function spanWords(minutes: number): string {
  const { amount, unit } = spanOf(minutes);
  if (amount === 0) return "no time";
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
