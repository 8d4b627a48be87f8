const pieces: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
  weekday: "ddd",
  day: "D",
  month: "MMM",
  year: "YYYY",
};

/** The format of date fields in the order of `locale`: "ddd, MMM D, YYYY" in en-US, "ddd D MMM YYYY" in en-GB. */
export function dateFormat(locale: string): string {
  const words = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const parts = words
    .formatToParts(0)
    .map(({ type, value }) => pieces[type] ?? (/^[ ,.]+$/.test(value) ? value : " "));
  return parts.join("").trim();
}
