import { minutesPerDay } from "#kernel/time/local-date.ts";
import { wallOf } from "#kernel/time/wall-time.ts";
import { indexAround, type LayerHours } from "./explain-hours.ts";
import { type Asked, type Reason, reasonOf } from "./explain-reason.ts";
import { joined, timeWords } from "./explain-words.ts";
import { minutesInWords } from "./minutes-in-words.ts";

/**
 * Why no row of start times of a person reaches the start: each of their intervals, cut to the limits, begins one.
 * Null outside of their hours: there is no row then to be off.
 */
export function whyOffGrid(
  hours: LayerHours,
  limits: readonly (LayerHours | null)[],
  { staffId, asked }: { staffId: string; asked: Asked },
): Reason | null {
  const { slotInterval: step, grid } = asked.bookables.service.visit;
  const pieces = piecesAround(hours, limits, asked);
  const rows = grid === "clock" ? [onTheWall(asked)] : pieces.map(({ from }) => from);
  if (rows.length === 0 || rows.some((origin) => (asked.start - origin) % step === 0)) return null;
  const near = nearestOnGrid(pieces, asked).map((time) => timeWords(time, asked));
  const nearest = near.length > 0 ? `: ${joined(near)} ${near.length > 1 ? "are" : "is"} the nearest` : "";
  const often = minutesInWords(step).replace(/^1 (?=\w+$)/, "");
  return reasonOf(
    {
      code: "offGrid",
      message: `Visits start every ${often}${grid === "clock" ? " by the clock" : ""}${nearest}`,
      remedy:
        near.length > 0
          ? `Choose ${near.join(" or ")}, or change how often visits start.`
          : "Change how often visits start.",
    },
    { about: { kind: "service", id: asked.bookables.service.id }, staffId, locationId: asked.place.id },
  );
}

/** A part of somebody's hours, cut to the limits; it begins a row of start times. */
type Piece = { from: number; until: number };

/** The last moment before the start at which the clock on the wall shows a multiple of the interval. */
function onTheWall({ start, bookables, table, day }: Asked): number {
  return start - ((wallOf(start, table) - day * minutesPerDay) % bookables.service.visit.slotInterval);
}

/** The last start before and the first one after at which a visit fits; outside of their hours none is better than another. */
function nearestOnGrid(pieces: readonly Piece[], asked: Asked): number[] {
  const { start, table, day, bookables } = asked;
  const { slotInterval: step, grid, duration } = bookables.service.visit;
  const midnight = start + (day + 1) * minutesPerDay - wallOf(start, table);
  const around = (origin: number): [number, number] => {
    const before = start - ((start - origin) % step);
    return [before, grid === "clock" ? Math.min(before + step, midnight) : before + step];
  };
  if (pieces.length === 0) return around(onTheWall(asked));
  const times = pieces.flatMap(({ from, until }) =>
    around(grid === "clock" ? onTheWall(asked) : from).filter(
      (time) => from <= time && time + duration <= until,
    ),
  );
  const before = times.filter((time) => time < start).sort((a, b) => b - a);
  const after = times.filter((time) => time > start).sort((a, b) => a - b);
  return [...before.slice(0, 1), ...after.slice(0, 1)];
}

/** Pieces that hold the visit. Where it fits into none, those that hold its start: their row is to be said all the same. */
function piecesAround(
  { intervals }: LayerHours,
  limits: readonly (LayerHours | null)[],
  { start, end }: Asked,
): Piece[] {
  const around = limits.map((limit): Piece | null => {
    if (!limit) return { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
    const index = indexAround(limit.intervals, start);
    return index < 0
      ? null
      : { from: limit.intervals[index] as number, until: limit.intervals[index + 1] as number };
  });
  const open = around.filter((piece) => piece !== null);
  if (open.length < around.length) return [];
  const pieces = (lasts: number) =>
    intervals.flatMap((from, index): Piece[] => {
      const until = intervals[index + 1] as number;
      if (index % 2 === 1 || from > start || until < lasts) return [];
      const bounds = [{ from, until }, ...open];
      return [
        {
          from: Math.max(...bounds.map((piece) => piece.from)),
          until: Math.min(...bounds.map((piece) => piece.until)),
        },
      ];
    });
  const fitting = pieces(end);
  return fitting.length > 0 ? fitting : pieces(start + 1);
}
