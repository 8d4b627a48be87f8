import { minutesPerDay } from "#kernel/time/local-date.ts";
import type { Place } from "./bookables.ts";
import { coversDate } from "./recurrence.ts";
import { type RuleBook, rulesOf, type Scope } from "./rule-book.ts";
import {
  hoursOf,
  type Layer,
  openingLayer,
  type Ruling,
  rulesOfLayer,
  rulingOn,
  staffLayer,
} from "./rulings.ts";

/** A part of a day in wall-clock minutes from its midnight; before it below 0, past its end above 1440. */
export type Part = { readonly start: number; readonly end: number };

const wholeDay: readonly Part[] = [{ start: 0, end: minutesPerDay }];

/** Which rules decide a layer on a local date, and its hours then; null: it says nothing, and limits nothing. */
export function layerOn(
  book: RuleBook,
  layer: Layer,
  day: number,
): { ruling: Ruling; hours: readonly Part[] } | null {
  const ruling = rulingOn(rulesOfLayer(book, layer), day);
  return ruling && { ruling, hours: partsOf(hoursOf(ruling.rows)) };
}

/** When a place is open on a local date, with what began the day before; null: it is not limited. */
export function openOn(book: RuleBook, place: Place, day: number): readonly Part[] | null {
  return limitOn(book, openingLayer(place), day);
}

/** When a layer that limits others lets work be on a local date; null: always. */
export function limitOn(book: RuleBook, layer: Layer, day: number): readonly Part[] | null {
  const around = [-1, 0, 1].map((days) => shifted(layerOn(book, layer, day + days)?.hours ?? null, days));
  if (around.every((hours) => hours === null)) return null;
  return united(around.flatMap((hours, index) => hours ?? shifted(wholeDay, index - 1) ?? []));
}

/** Hours of a staff member at a place that begin on a local date: their own, else the opening hours (C1). */
export function staffOn(
  book: RuleBook,
  { staffId, place }: { staffId: string; place: Place },
  day: number,
): readonly Part[] {
  const own = layerOn(book, staffLayer(staffId, place), day) ?? layerOn(book, openingLayer(place), day);
  return own?.hours ?? [];
}

/** Time taken away on a local date by rules of any of the scopes. */
export function offOn(book: RuleBook, scopes: readonly Scope[], day: number): readonly Part[] {
  return scopes
    .flatMap((scope) => rulesOf(book, scope, "time_off"))
    .flatMap((row) => {
      const part = { start: row.startMinute ?? 0, end: row.endMinute ?? minutesPerDay };
      return [-1, 0, 1].flatMap((days) => (coversDate(row, day + days) ? (shifted([part], days) ?? []) : []));
    });
}

function partsOf(flat: readonly number[]): readonly Part[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => ({
    start: flat[2 * index] as number,
    end: flat[2 * index + 1] as number,
  }));
}

function shifted(parts: readonly Part[] | null, days: number): Part[] | null {
  const by = days * minutesPerDay;
  return parts === null ? null : parts.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

/** Overlapping and touching parts as one, by start. */
export function united(parts: readonly Part[]): Part[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

export function intersect(some: readonly Part[], others: readonly Part[]): Part[] {
  const parts = some.flatMap((one) =>
    others.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
  );
  return united(parts.filter(({ start, end }) => start < end));
}

export function subtract(from: readonly Part[], away: readonly Part[]): Part[] {
  return away.reduce(
    (left, gone) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, gone.start) },
          { start: Math.max(start, gone.end), end },
        ].filter((part) => part.start < part.end),
      ),
    united(from),
  );
}
