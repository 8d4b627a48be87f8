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
  const { start, bookables, table, day } = asked;
  const { slotInterval: step, grid } = bookables.service.visit;
  const rows =
    grid === "clock"
      ? [start - ((wallOf(start, table) - day * minutesPerDay) % step)]
      : rowsAround(hours, limits, asked);
  if (rows.length === 0 || rows.some((origin) => (start - origin) % step === 0)) return null;
  const origin = rows[0] as number;
  const before = start - ((start - origin) % step);
  const midnight = start + (day + 1) * minutesPerDay - wallOf(start, table);
  const after = grid === "clock" ? Math.min(before + step, midnight) : before + step;
  const near = [before, after].map((time) => timeWords(time, asked));
  return reasonOf(
    {
      code: "offGrid",
      message: `Visits start every ${minutesInWords(step).replace(/^1 (?=\w+$)/, "")}${grid === "clock" ? " by the clock" : ""}: ${joined(near)} are the nearest`,
      remedy: `Choose ${near.join(" or ")}, or change how often visits start.`,
    },
    { about: { kind: "service", id: bookables.service.id }, staffId, locationId: asked.place.id },
  );
}

/**
 * Beginnings of the person's intervals that hold the visit, cut to the limits around it. Where it fits into none, of
 * those that hold its start: its row is to be said all the same.
 */
function rowsAround(
  { intervals }: LayerHours,
  limits: readonly (LayerHours | null)[],
  { start, end }: Asked,
): number[] {
  const opens = limits.map((limit) => {
    if (!limit) return Number.NEGATIVE_INFINITY;
    const index = indexAround(limit.intervals, start);
    return index < 0 ? null : (limit.intervals[index] as number);
  });
  if (opens.includes(null)) return [];
  const earliest = Math.max(...(opens as number[]));
  const rows = (lasts: number) =>
    intervals.flatMap((from, index) => {
      const until = intervals[index + 1] as number;
      return index % 2 === 0 && from <= start && until >= lasts ? [Math.max(from, earliest)] : [];
    });
  const fitting = rows(end);
  return fitting.length > 0 ? fitting : rows(start + 1);
}
