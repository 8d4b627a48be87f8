import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { minutesPerDay, parseLocalDate } from "#kernel/time/local-date.ts";
import { isTimeZone } from "#kernel/time/zone-offsets.ts";

/** The values that a business case is written in: instants, dates, times of the day, counts. */

export const name = z.string().min(1, "must not be empty");
export const instantText = z
  .string()
  .refine((text) => !Number.isNaN(parseInstant(text)), "is not an instant (2030-03-01T09:00:00Z)");
export const localDate = z
  .string()
  .refine((text) => !Number.isNaN(parseLocalDate(text)), "is not a date (2030-03-01)");
export const timeZone = z.string().refine(isTimeZone, "is not a time zone this platform knows");
export const minutes = z.int("must be whole minutes").min(0, "must not be negative");
export const positive = z.int("must be a whole number").min(1, "must be at least 1");

/** `[from, until)` as instants that are in order. */
export function inOrder(span: { start: string; end: string }): boolean {
  return parseInstant(span.start) <= parseInstant(span.end);
}

const startTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is not a time from 00:00 to 23:59");
const endTime = z.string().regex(/^([0-3]\d|4[0-7]):[0-5]\d$/, "is not a time from 00:00 to 47:59");

/** Wall time of one date; an end that is not after its start is on the next date. Not longer than a day. */
export const hours = z.array(
  z.tuple([startTime, endTime]).refine((pair) => {
    const { opens, closes } = wallMinutes(pair);
    return closes - opens <= minutesPerDay;
  }, "is longer than a day"),
);

/** `["22:00", "02:00"]` is 1320 to 1560 minutes from midnight. */
export function wallMinutes([start, end]: readonly [string, string]): { opens: number; closes: number } {
  const opens = clockMinutes(start);
  const closes = clockMinutes(end);
  return { opens, closes: closes > opens ? closes : closes + minutesPerDay };
}

function clockMinutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
