import { toAllEpochMinutes, toEpochMinutes } from "#kernel/time/wall-time.ts";

/** What an appointment promised: a wall time (`YYYY-MM-DDTHH:MM`) in a zone. */
export type Promised = { wallStart: string; timeZone: string };

/**
 * The instant (epoch minutes) of a promised wall time by the zone's rules as the platform knows them now. A wall time that
 * exists twice stays the one that was meant (`known`, epoch minutes) when that is one of the two, else it is the earlier;
 * one that does not exist any more is the first moment after the gap.
 */
export function promisedInstant({ wallStart, timeZone }: Promised, known: number): number {
  const [date = "", clock = ""] = wallStart.split("T");
  const wall = { date, minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) };
  return toAllEpochMinutes(wall, timeZone).includes(known) ? known : toEpochMinutes(wall, timeZone);
}
