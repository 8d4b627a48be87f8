import { addDays, addMinutes, wallAt, wallDate, wallMinute } from "./business-wall-time.ts";
import type { Place } from "./calendar-entry.ts";

/** Steps of a move by keyboard, in minutes; with Shift held, an hour. */
export const stepMinutes = 15;

export type MoveKeys = {
  /** Ids of the columns from left to right; empty in the week, where left and right change the day. */
  columnIds: string[];
  shift: boolean;
};

/** Where an arrow key takes a block, or null when the key means nothing here or leads out of the calendar. */
export function nudge(place: Place, key: string, { columnIds, shift }: MoveKeys): Place | null {
  const step = shift ? 60 : stepMinutes;
  if (key === "ArrowUp") return withinDay(place, addMinutes(place.start, -step));
  if (key === "ArrowDown") return withinDay(place, addMinutes(place.start, step));
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const direction = key === "ArrowLeft" ? -1 : 1;
  if (columnIds.length > 0) return otherColumn(place, columnIds, direction);
  return { ...place, start: wallAt(addDays(wallDate(place.start), direction), wallMinute(place.start)) };
}

function withinDay(place: Place, start: string): Place | null {
  return wallDate(start) === wallDate(place.start) ? { ...place, start } : null;
}

function otherColumn(place: Place, columnIds: string[], direction: number): Place | null {
  const next = columnIds[columnIds.indexOf(place.columnId ?? "") + direction];
  return next === undefined ? null : { ...place, columnId: next };
}
