/** "Monday" for 1 … "Sunday" for 7, in the language of `locale`. */
export function weekdayName(weekday: number, locale: string): string {
  // 5 January 1970 was a Monday.
  const day = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(day);
}
