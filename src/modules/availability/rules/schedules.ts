import { minutesPerDay } from "#kernel/time/local-date.ts";
import type { Place } from "./bookables.ts";
import { isPlainWeekly } from "./recurrence.ts";
import { type RuleBook, type RuleRow, rulesOf, type Scope } from "./rule-book.ts";
import {
  hoursOf,
  type LayerRules,
  openingLayer,
  type Ruling,
  resourceLayer,
  rulesOfLayer,
  rulingOn,
  serviceLayer,
  staffLayer,
  strongest,
} from "./rulings.ts";
import { closedWeek, type DayHours, dayHours, type Schedule } from "./schedule.ts";

/** Local dates for which schedules are laid out (days since 1970-01-01, both included). */
export type DayRange = { readonly first: number; readonly last: number };

const wholeDay: DayHours = [0, minutesPerDay];
const openWeek: readonly DayHours[] = closedWeek.map(() => wholeDay);

/** The opening hours of a place as a limit to everybody, or null when neither it nor the business has any. */
export function openingHours(book: RuleBook, place: Place, days: DayRange): Schedule | null {
  return limitOf(rulesOfLayer(book, openingLayer(place)), place, days);
}

/** Hours at which a service is given (a morning class), or null when it has none of its own. */
export function serviceHours(
  book: RuleBook,
  what: { serviceId: string; place: Place },
  days: DayRange,
): Schedule | null {
  return limitOf(rulesOfLayer(book, serviceLayer(what.serviceId, what.place)), what.place, days);
}

/** Hours at which a room, chair or piece of equipment can be used, or null when it has none of its own. */
export function resourceHours(
  book: RuleBook,
  what: { resourceId: string; place: Place },
  days: DayRange,
): Schedule | null {
  return limitOf(rulesOfLayer(book, resourceLayer(what.resourceId)), what.place, days);
}

/**
 * A staff member's hours at a place: their own ones there and anywhere, else (without any at all) the place's, which
 * must be some. Their date overrides replace those.
 */
export function staffHours(book: RuleBook, who: { staffId: string; place: Place }, days: DayRange): Schedule {
  const { staffId, place } = who;
  const own = rulesOfLayer(book, staffLayer(staffId, place));
  if (own.speaks) return scheduleOf(own, place, { days, otherwise: closedWeek });
  const opening = rulesOfLayer(book, openingLayer(place));
  const followed = scheduleOf(opening, place, { days, otherwise: closedWeek });
  if (own.overrides.length === 0) return followed;
  return { ...followed, overrides: new Map([...followed.overrides, ...datedHours(own, days)]) };
}

function limitOf(rules: LayerRules, place: Place, days: DayRange): Schedule | null {
  const dated = rules.overrides.length + rules.holidays.length;
  if (!rules.speaks && dated === 0) return null;
  return scheduleOf(rules, place, { days, otherwise: openWeek });
}

type Extent = { days: DayRange; otherwise: readonly DayHours[] };

/** The layer by weekday, with the dates that differ; `otherwise` is its week when it has no recurring rules. */
function scheduleOf(rules: LayerRules, { timeZone }: Place, { days, otherwise }: Extent): Schedule {
  const overrides = datedHours(rules, days);
  if (!rules.speaks) return { zone: timeZone, weekly: otherwise, overrides };
  if (rules.recurring.every(isPlainWeekly)) return { zone: timeZone, weekly: weekOfRules(rules), overrides };
  return { zone: timeZone, weekly: closedWeek, overrides: everyDate(rules, days) };
}

function weekOfRules({ recurring }: LayerRules): readonly DayHours[] {
  return closedWeek.map((_, index) =>
    hoursOf(strongest(recurring.filter((row) => row.weekday === index + 1))),
  );
}

/** Hours of the dates that overrides and holidays name. */
function datedHours(rules: LayerRules, days: DayRange): Map<number, DayHours> {
  const dates = new Map<number, DayHours>();
  for (const rows of [rules.overrides, rules.holidays]) {
    for (const row of rows) {
      for (const day of datesOf(row, days)) {
        if (!dates.has(day)) dates.set(day, hoursByRuling(rulingOn(rules, day)));
      }
    }
  }
  return dates;
}

function everyDate(rules: LayerRules, days: DayRange): Map<number, DayHours> {
  const dates = new Map<number, DayHours>();
  for (let day = days.first; day <= days.last; day++) dates.set(day, hoursByRuling(rulingOn(rules, day)));
  return dates;
}

function hoursByRuling(ruling: Ruling | null): DayHours {
  return ruling ? hoursOf(ruling.rows) : wholeDay;
}

function* datesOf({ firstDay, lastDay }: RuleRow, days: DayRange): Generator<number> {
  const last = Math.min(lastDay ?? days.last, days.last);
  for (let day = Math.max(firstDay ?? days.first, days.first); day <= last; day++) yield day;
}

/** Whom a visit at a place can be kept from by time off: everybody, the place, the person, the service. */
export function timeOffScopes(who: { staffId: string; serviceId: string; place: Place }): Scope[] {
  const { staffId, serviceId, place } = who;
  const locationId = place.id;
  const people: Scope[] = [{}, { locationId }, { staffId }, { staffId, locationId }];
  return [...people, { serviceId }, { serviceId, locationId }];
}

/** Time taken away by the rules of any of the scopes, as hours of the dates it is on. */
export function timeOff(
  book: RuleBook,
  { scopes, place }: { scopes: Scope[]; place: Place },
  days: DayRange,
): Schedule {
  const dates = new Map<number, [number, number][]>();
  for (const row of scopes.flatMap((scope) => rulesOf(book, scope, "time_off"))) {
    const part: [number, number] = [row.startMinute ?? 0, row.endMinute ?? minutesPerDay];
    for (const day of datesOf(row, days)) {
      const parts = dates.get(day);
      if (parts) parts.push(part);
      else dates.set(day, [part]);
    }
  }
  const overrides = new Map([...dates].map(([day, parts]) => [day, dayHours(parts)]));
  return { zone: place.timeZone, weekly: closedWeek, overrides };
}
