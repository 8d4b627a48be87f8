/**
 * The hours of one local date: `[start, end)` pairs in minutes from its midnight, flattened, sorted by start.
 * An end past 1440 runs into the next date (22:00–02:00 is `[1320, 1560]`). Empty means closed.
 */
export type DayHours = readonly number[];

/** When somebody, or a place, is there: by the clocks of `zone`. */
export type Schedule = {
  readonly zone: string;
  /** Hours by ISO weekday: index 0 is Monday, 6 is Sunday. */
  readonly weekly: readonly DayHours[];
  /** Hours that replace the weekly ones, by local date (days since 1970-01-01). */
  readonly overrides: ReadonlyMap<number, DayHours>;
};

/** Hours of a date from pairs in any order; a start and an end of any two pairs may touch or overlap. */
export function dayHours(pairs: readonly (readonly [number, number])[]): DayHours {
  return [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]).flat();
}

export const closed: DayHours = [];
export const closedWeek: readonly DayHours[] = Array.from({ length: 7 }, () => closed);
