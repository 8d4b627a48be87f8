import { formatMoment } from "#kernel/time/format-time.ts";

/** The platform's pages belong to no business: dates are written as in British English, by the reader's own clock. */
export const platformLocale = "en-GB";

export function moment(instant: string): string {
  return formatMoment(instant, Intl.DateTimeFormat().resolvedOptions().timeZone, platformLocale);
}
