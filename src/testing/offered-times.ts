import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { minutesPerDay, parseLocalDate, twoDigits } from "#kernel/time/local-date.ts";
import { firstInstantOf, wallTimeOf } from "#kernel/time/wall-time.ts";
import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { Bookables, Question } from "#modules/availability/rules/bookables.ts";
import { type OfferedSlot, offeredSlots, offeredStarts } from "#modules/availability/rules/slots.ts";

/** The slots of a local date (`YYYY-MM-DD`, by the first place's calendar), asked for on 1 March 2026 unless told. */
export function slotsOnDate(
  bookables: Bookables,
  date: string,
  overrides: Partial<Question> = {},
): OfferedSlot[] {
  const midnight = parseLocalDate(date) * minutesPerDay;
  const zone = bookables.places[0]?.timeZone ?? "UTC";
  const table = zoneOffsets(zone, midnight, midnight + minutesPerDay);
  const window = {
    from: firstInstantOf(midnight, table),
    until: firstInstantOf(midnight + minutesPerDay, table),
  };
  const now = parseInstant("2026-03-01T08:00:00Z");
  const question: Question = { window, audience: "customer", now, ...overrides };
  const slots = offeredSlots(bookables, question);
  const starts = [...new Set(slots.map(({ start }) => start))];
  const tallied = Array.from(offeredStarts(bookables, question), formatInstant);
  if (tallied.join() !== starts.join()) throw new Error("Slots and tally disagree about the starts");
  return slots;
}

/** The same as wall times of the first place: "09:00". */
export function timesOnDate(bookables: Bookables, date: string, overrides: Partial<Question> = {}): string[] {
  const zone = bookables.places[0]?.timeZone ?? "UTC";
  return slotsOnDate(bookables, date, overrides).map(({ start }) => clockOf(parseInstant(start), zone));
}

function clockOf(instant: number, zone: string): string {
  const { minute } = wallTimeOf(instant, zone);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}
