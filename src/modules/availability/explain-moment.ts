import type { TenantContext } from "#database/tenant-context.ts";
import { formatClock, formatTimeWithOffset } from "#kernel/time/format-time.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { toAllEpochMinutes, toEpochMinutes, type WallTime, wallTimeOf } from "#kernel/time/wall-time.ts";
import type { ExplainTimeInput } from "./explain-schema.ts";
import { type Reason, reasonOf } from "./rules/explain-reason.ts";

/** The start that is asked about: epoch minutes, and how clocks show it where the visit would be. */
export type Moment = {
  start: number;
  wall: WallTime;
  timeZone: string;
  /** The wall time does not exist: clocks jump over it. */
  gap: Reason | null;
  notes: string[];
};

/** Reads the start, by the clocks of the location (else of the business) where it is a wall time (C4). */
export async function momentOf(ctx: TenantContext, input: ExplainTimeInput, locale: string): Promise<Moment> {
  const { start } = input;
  if (typeof start === "string") {
    const timeZone = await zoneOf(ctx, input.locationId);
    const instant = Math.floor(parseInstant(start));
    return { start: instant, wall: wallTimeOf(instant, timeZone), timeZone, gap: null, notes: [] };
  }
  const timeZone = start.timeZone ?? (await zoneOf(ctx, input.locationId));
  const [hours = 0, minutes = 0] = start.time.split(":").map(Number);
  const wall = { date: start.date, minute: hours * 60 + minutes };
  const instants = toAllEpochMinutes(wall, timeZone);
  if (instants.length === 0) {
    const after = toEpochMinutes(wall, timeZone);
    return { start: after, wall, timeZone, gap: gapReason(wall, after, timeZone), notes: [] };
  }
  const instant = instants.at(start.later ? -1 : 0) ?? 0;
  const notes = instants.length > 1 ? [twiceNote(wall, instant, { timeZone, locale })] : [];
  return { start: instant, wall, timeZone, gap: null, notes };
}

async function zoneOf(ctx: TenantContext, locationId: string | undefined): Promise<string> {
  const [row] = await ctx.sql<{ timeZone: string }>(
    `SELECT coalesce((SELECT l.time_zone FROM location l WHERE l.tenant_id = $1 AND l.id = $2), t.time_zone) AS "timeZone"
     FROM tenant t WHERE t.id = $1`,
    [ctx.tenantId, locationId ?? null],
  );
  return row?.timeZone ?? "UTC";
}

function gapReason(wall: WallTime, after: number, timeZone: string): Reason {
  const next = wallTimeOf(after, timeZone);
  return reasonOf({
    code: "gap",
    message: `${formatClock(wall.minute)} does not exist on ${wall.date}: clocks go forward to ${formatClock(next.minute)}`,
    remedy: `Ask about ${formatClock(next.minute)}, the first time after it.`,
  });
}

function twiceNote(
  wall: WallTime,
  instant: number,
  { timeZone, locale }: { timeZone: string; locale: string },
): string {
  const which = formatTimeWithOffset(instant, timeZone, locale);
  return `${formatClock(wall.minute)} exists twice on ${wall.date}, because clocks go back. This is about ${which}.`;
}
