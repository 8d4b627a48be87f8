import { calendarDateOf, dayOf, isoWeekday } from "#kernel/time/local-date.ts";
import type { Place } from "./bookables.ts";
import { type RuleBook, type RuleRow, rulesOf, type Scope } from "./rule-book.ts";

/** A schedule with its rules: the scopes from the most general to the most specific. */
export type Layer = { readonly scopes: readonly Scope[]; readonly staffId?: string };

/** The rules that decide a date. `default`: no rule speaks about it, but others of the schedule do about other dates. */
export type Ruling = {
  readonly by: "override" | "holiday" | "recurring" | "default";
  readonly rows: readonly RuleRow[];
};

const recurringKinds = ["weekly", "monthly"] as const;

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

/** Which rules of a layer decide a local date (C1); null: the layer says nothing about it. */
export function rulingOn(book: RuleBook, layer: Layer, day: number): Ruling | null {
  const overrides = deciding(layer, (scope) =>
    rulesOf(book, scope, "override").filter((row) => covers(row, day)),
  );
  if (overrides.length > 0) return { by: "override", rows: overrides };
  const holidays = layer.scopes.flatMap((scope) =>
    rulesOf(book, scope, "holiday").filter((row) => covers(row, day)),
  );
  if (holidays.length > 0) return { by: "holiday", rows: holidays };
  const recurring = deciding(layer, (scope) =>
    recurringKinds.flatMap((kind) => rulesOf(book, scope, kind)).filter((row) => speaksOn(row, day)),
  );
  if (recurring.length > 0) return { by: "recurring", rows: recurring };
  return hasRecurring(book, layer) ? { by: "default", rows: [] } : null;
}

/** Of the rules found in the layer's scopes: those of the highest priority, then of the most specific scope. */
function deciding(layer: Layer, find: (scope: Scope) => readonly RuleRow[]): readonly RuleRow[] {
  const perScope = layer.scopes.map(find);
  const highest = Math.max(...perScope.flat().map(({ priority }) => priority));
  const best = perScope.map((rows) => rows.filter(({ priority }) => priority === highest));
  return best.findLast((rows) => rows.length > 0) ?? [];
}

function hasRecurring(book: RuleBook, { scopes, staffId }: Layer): boolean {
  const isRecurring = ({ kind }: RuleRow) => kind === "weekly" || kind === "monthly";
  if (staffId === undefined)
    return scopes.some((scope) => recurringKinds.some((kind) => rulesOf(book, scope, kind).length > 0));
  // Hours at some other place: then a person does not follow this one's.
  return [...book.values()].some((rows) => rows[0]?.staffId === staffId && rows.some(isRecurring));
}

function covers({ firstDay, lastDay }: RuleRow, day: number): boolean {
  return (firstDay === null || firstDay <= day) && (lastDay === null || day <= lastDay);
}

function speaksOn(row: RuleRow, day: number): boolean {
  if (row.weekday !== isoWeekday(day) || !covers(row, day)) return false;
  if (row.kind === "monthly") return isNthOfMonth(row.nthOfMonth, day);
  return row.everyWeeks === 1 || (weekOf(day) - weekOf(row.anchorDay ?? day)) % row.everyWeeks === 0;
}

/** Weeks from Monday, counted from the one of 1970-01-01. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function isNthOfMonth(nth: number | null, day: number): boolean {
  const { year, month, day: date } = calendarDateOf(day);
  if (nth !== -1) return Math.ceil(date / 7) === nth;
  const nextMonth = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return day + 7 >= nextMonth;
}
