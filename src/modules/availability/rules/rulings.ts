import type { Place } from "./bookables.ts";
import { coversDate, recursOn } from "./recurrence.ts";
import { type RuleBook, type RuleRow, rulesOfScope, type Scope } from "./rule-book.ts";
import { type DayHours, dayHours } from "./schedule.ts";

/** One of the schedules that must agree: its scopes from the most general to the most specific. */
export type Layer = { readonly scopes: readonly Scope[]; readonly staffId?: string };

export function openingLayer(place: Place): Layer {
  return { scopes: [{}, { locationId: place.id }] };
}

export function serviceLayer(serviceId: string, place: Place): Layer {
  return { scopes: [{ serviceId }, { serviceId, locationId: place.id }] };
}

export function staffLayer(staffId: string, place: Place): Layer {
  return { scopes: [{ staffId }, { staffId, locationId: place.id }], staffId };
}

export function resourceLayer(resourceId: string): Layer {
  return { scopes: [{ resourceId }] };
}

/** The rules of a layer by rank: a date says more than a week, whatever the priorities. */
export type LayerRules = {
  readonly overrides: readonly RuleRow[];
  readonly holidays: readonly RuleRow[];
  /** Weekly and monthly ones. */
  readonly recurring: readonly RuleRow[];
  /** There is some recurring rule, perhaps about other dates or another place: then the layer is closed otherwise. */
  readonly speaks: boolean;
};

export function rulesOfLayer(book: RuleBook, { scopes, staffId }: Layer): LayerRules {
  const rows = scopes.flatMap((scope) => rulesOfScope(book, scope));
  const recurring = rows.filter(isRecurring);
  return {
    overrides: rows.filter(({ kind }) => kind === "override"),
    holidays: rows.filter(({ kind }) => kind === "holiday"),
    recurring,
    speaks: recurring.length > 0 || (staffId !== undefined && worksElsewhere(book, staffId)),
  };
}

function isRecurring({ kind }: RuleRow): boolean {
  return kind === "weekly" || kind === "monthly";
}

/** Whether the person has hours at some other place: then they do not follow this one's. */
function worksElsewhere(book: RuleBook, staffId: string): boolean {
  for (const rows of book.values()) {
    if (rows[0]?.staffId === staffId && rows.some(isRecurring)) return true;
  }
  return false;
}

/** The rules that decide a date. `default`: none is about it, but the layer has some about other dates: closed. */
export type Ruling = {
  readonly by: "override" | "holiday" | "recurring" | "default";
  readonly rows: readonly RuleRow[];
};

/** Which rules of a layer decide a local date (C1); null: the layer says nothing about it. */
export function rulingOn(rules: LayerRules, day: number): Ruling | null {
  const overrides = rules.overrides.filter((row) => coversDate(row, day));
  if (overrides.length > 0) return { by: "override", rows: strongest(overrides) };
  const holidays = rules.holidays.filter((row) => coversDate(row, day));
  if (holidays.length > 0) return { by: "holiday", rows: holidays };
  const recurring = rules.recurring.filter((row) => recursOn(row, day));
  if (recurring.length > 0) return { by: "recurring", rows: strongest(recurring) };
  return rules.speaks ? { by: "default", rows: [] } : null;
}

/** Those of the highest priority; of these, those of the most specific scope. */
export function strongest(rows: readonly RuleRow[]): readonly RuleRow[] {
  let kept: RuleRow[] = [];
  for (const row of rows) {
    const order = kept[0] ? compareStrength(row, kept[0]) : 1;
    if (order > 0) kept = [row];
    else if (order === 0) kept.push(row);
  }
  return kept;
}

/** Within one layer a scope is more specific when it names a location. */
function compareStrength(one: RuleRow, other: RuleRow): number {
  return one.priority - other.priority || Number(one.locationId !== null) - Number(other.locationId !== null);
}

/** The hours that rules say together; one without minutes says "closed", and so does a holiday. */
export function hoursOf(rows: readonly RuleRow[]): DayHours {
  return dayHours(rows.flatMap(minutesOf));
}

function minutesOf({ startMinute, endMinute }: RuleRow): [number, number][] {
  return startMinute === null || endMinute === null ? [] : [[startMinute, endMinute]];
}
