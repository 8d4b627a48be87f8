import { minutesPerDay } from "#kernel/time/local-date.ts";
import type { Place } from "./bookables.ts";
import { type RuleBook, type RuleRow, rulesOf, type Scope } from "./rule-book.ts";
import { closed, closedWeek, type DayHours, dayHours, type Schedule } from "./schedule.ts";

/** Local dates for which overrides and time off are laid out (days since 1970-01-01, both included). */
export type DayRange = { readonly first: number; readonly last: number };

const wholeDay: DayHours = [0, minutesPerDay];

/** The opening hours of a place as a limit to everybody, or null when neither it nor the business has any. */
export function openingHours(book: RuleBook, place: Place, days: DayRange): Schedule | null {
  return limitOf(openingWeek(book, place), { place, overrides: openingOverrides(book, place, days) });
}

/**
 * A staff member's hours at a place: their own ones there, else their own ones anywhere, else (without any) the
 * place's. Their date overrides replace those.
 */
export function staffHours(book: RuleBook, who: { staffId: string; place: Place }, days: DayRange): Schedule {
  const { staffId, place } = who;
  const zone = place.timeZone;
  const scopes = [{ staffId }, { staffId, locationId: place.id }];
  const own = firstWithRows(book, [...scopes].reverse());
  const overrides = overridesIn(book, scopes, days);
  if (own.length > 0 || worksElsewhere(book, staffId)) return { zone, weekly: weekOf(own), overrides };
  const followed = new Map([...openingOverrides(book, place, days), ...overrides]);
  return { zone, weekly: weekOf(openingWeek(book, place)), overrides: followed };
}

function openingWeek(book: RuleBook, place: Place): readonly RuleRow[] {
  return firstWithRows(book, [{ locationId: place.id }, {}]);
}

function openingOverrides(book: RuleBook, place: Place, days: DayRange): ReadonlyMap<number, DayHours> {
  return overridesIn(book, [{}, { locationId: place.id }], days);
}

/** Without weekly hours nothing is limited but the dates of overrides. */
function limitOf(
  weekly: readonly RuleRow[],
  { place, overrides }: { place: Place; overrides: ReadonlyMap<number, DayHours> },
): Schedule | null {
  if (weekly.length === 0 && overrides.size === 0) return null;
  const week = weekly.length > 0 ? weekOf(weekly) : closedWeek.map(() => wholeDay);
  return { zone: place.timeZone, weekly: week, overrides };
}

/** Hours at which a service is given (a morning class), or null when it has none of its own. */
export function serviceHours(
  book: RuleBook,
  what: { serviceId: string; place: Place },
  days: DayRange,
): Schedule | null {
  const scopes = [{ serviceId: what.serviceId }, { serviceId: what.serviceId, locationId: what.place.id }];
  const weekly = firstWithRows(book, [...scopes].reverse());
  return limitOf(weekly, { place: what.place, overrides: overridesIn(book, scopes, days) });
}

/** Time taken away from a staff member at a place, whoever it was entered for: them, the place, all, the service. */
export function timeOff(
  book: RuleBook,
  who: { staffId: string; serviceId: string; place: Place },
  days: DayRange,
): Schedule {
  const { staffId, serviceId, place } = who;
  const locationId = place.id;
  const scopes: Scope[] = [{}, { locationId }, { staffId }, { staffId, locationId }, { serviceId }];
  const rows = scopes.flatMap((scope) => rulesOf(book, scope, "time_off"));
  return {
    zone: place.timeZone,
    weekly: closedWeek,
    overrides: datesOf(rows, { days, whenEmpty: wholeDay }),
  };
}

function firstWithRows(book: RuleBook, scopes: readonly Scope[]): readonly RuleRow[] {
  for (const scope of scopes) {
    const rows = rulesOf(book, scope, "weekly");
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Whether the person has weekly hours at some other place: then they do not follow this one's. */
function worksElsewhere(book: RuleBook, staffId: string): boolean {
  for (const rows of book.values()) {
    if (rows[0]?.staffId === staffId && rows.some((row) => row.kind === "weekly")) return true;
  }
  return false;
}

function weekOf(rows: readonly RuleRow[]): readonly DayHours[] {
  return closedWeek.map((_, index) =>
    dayHours(rows.filter((row) => row.weekday === index + 1).flatMap(minutesOf)),
  );
}

/** Overrides of the scopes by date; those of a later scope replace those of an earlier one. */
function overridesIn(
  book: RuleBook,
  scopes: readonly Scope[],
  days: DayRange,
): ReadonlyMap<number, DayHours> {
  const byScope = scopes.map((scope) =>
    datesOf(rulesOf(book, scope, "override"), { days, whenEmpty: closed }),
  );
  return new Map(byScope.flatMap((dates) => [...dates]));
}

type DateLayout = { days: DayRange; whenEmpty: DayHours };

/** The hours of each date that the rows name; a row without minutes stands for `whenEmpty`. */
function datesOf(rows: readonly RuleRow[], { days, whenEmpty }: DateLayout): Map<number, DayHours> {
  const dates = new Map<number, [number, number][]>();
  for (const row of rows) {
    const last = Math.min(row.lastDay ?? days.last, days.last);
    for (let day = Math.max(row.firstDay ?? days.first, days.first); day <= last; day++) {
      const pairs = dates.get(day) ?? [];
      pairs.push(...(row.startMinute === null ? pairsOf(whenEmpty) : minutesOf(row)));
      dates.set(day, pairs);
    }
  }
  return new Map([...dates].map(([day, pairs]) => [day, dayHours(pairs)]));
}

function minutesOf({ startMinute, endMinute }: RuleRow): [number, number][] {
  return startMinute === null || endMinute === null ? [] : [[startMinute, endMinute]];
}

function pairsOf(hours: DayHours): [number, number][] {
  return hours.length === 0 ? [] : [[hours[0] as number, hours[1] as number]];
}
