import { zoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { BusinessCase } from "#modules/availability/business-case.ts";
import { questionOf } from "#modules/availability/business-case-question.ts";
import { addStaff, daysWithStarts, newTally, offeredIn } from "#modules/availability/rules/start-tally.ts";
import type { OracleSlot } from "./business-oracle.ts";
import { momentOf, readClock } from "./business-oracle-calendar.ts";

/**
 * Whether the overview of days, for which staff are counted one after the other, has just the dates of the slots by the
 * clocks of the business. What differs, in words; null when nothing does.
 */
export function compareOverview(asked: BusinessCase, slots: readonly OracleSlot[]): string | null {
  const { bookables, question } = questionOf(asked);
  const zone = asked.business.timezone;
  const firstDay = readClock(zone, question.window.from).day - 1;
  const lastDay = readClock(zone, question.window.until).day + 1;
  const tally = newTally(bookables, question);
  // Somebody who is chosen, and classes, are asked for as a whole.
  const isWhole = asked.staffId !== undefined || asked.service.kind === "class";
  const stages = isWhole ? [bookables.staff] : bookables.staff.map((member) => [member]);
  for (const staff of stages) addStaff(tally, { ...bookables, staff }, question);
  const clocks = zoneOffsets(zone, question.window.from, question.window.until);
  const found = daysWithStarts(offeredIn(tally, bookables, question), clocks, firstDay, lastDay);
  const days = new Set(slots.map(({ start }) => readClock(zone, momentOf(start)).day));
  const expected = found.map((_, index) => days.has(firstDay + index));
  return found.join() === expected.join() ? null : `the overview has ${found} instead of ${expected}`;
}
