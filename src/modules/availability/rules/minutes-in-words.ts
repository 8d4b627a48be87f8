import { minutesPerDay } from "#kernel/time/local-date.ts";

/** "45 minutes", "2 hours", "1 hour 30 minutes", "3 days": a duration (minutes) as people say it. */
export function minutesInWords(minutes: number): string {
  const days = Math.floor(minutes / minutesPerDay);
  const hours = Math.floor((minutes % minutesPerDay) / 60);
  const parts = [counted(days, "day"), counted(hours, "hour"), counted(minutes % 60, "minute")];
  return parts.filter((part) => part !== "").join(" ") || "0 minutes";
}

function counted(count: number, unit: string): string {
  if (count === 0) return "";
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
