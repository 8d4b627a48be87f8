/** Moves the focus in a month grid: pure arithmetic on "YYYY-MM-DD", after the ARIA practices for date grids. */

export type GridPosition = {
  date: string /** 0-based column of `date` in its week. */;
  column: number;
  rtl: boolean;
};

function parts(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}

function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** `days` after (or before) a date, through months and leap years. */
export function addDays(date: string, days: number): string {
  const [year, month, day] = parts(date);
  return isoDate(Date.UTC(year, month - 1, day + days));
}

/** The same day `months` later; the month's last day when it has no such day (31 January → 28 February). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** ISO dates compare as text. */
const later = (first: string, second: string) => (first > second ? first : second);
const earlier = (first: string, second: string) => (first < second ? first : second);

function lastOfMonth(date: string): string {
  const [year, month] = parts(date);
  return isoDate(Date.UTC(year, month, 0));
}

/** The date that a key leads to (Home and End stay in the row that is on the page), or null when the key is none of the grid's. */
export function dateAfterKey(key: string, { date, column, rtl }: GridPosition): string | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(date, rtl ? 1 : -1);
    case "ArrowRight":
      return addDays(date, rtl ? -1 : 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return later(addDays(date, -column), `${date.slice(0, 7)}-01`);
    case "End":
      return earlier(addDays(date, 6 - column), lastOfMonth(date));
    case "PageUp":
      return addMonths(date, -1);
    case "PageDown":
      return addMonths(date, 1);
    default:
      return null;
  }
}
