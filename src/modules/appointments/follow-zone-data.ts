import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { instantText } from "./appointment-view.ts";
import { whereItWas } from "./change-time.ts";
import { type ClaimOwner, claimedSpan } from "./claims.ts";
import { claimAgain, claimWhatIsFree, type FreedClaims, freeClaims, shifted } from "./claims-again.ts";
import { type Promised, promisedInstant } from "./rules/promised-instant.ts";

const minute = 60_000;

type Dated = Promised & {
  id: string;
  startsAt: Date;
  endsAt: Date;
  staffId: string;
  locationId: string;
  bufferBeforeMin: number;
  bufferAfterMin: number;
};
type AppointmentToCheck = Dated & { sessionId: string | null; version: number };
type Moved<T> = T & { newStart: Date; newEnd: Date };

const upcomingAppointments = `
  SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", wall_start AS "wallStart", time_zone AS "timeZone",
    session_id AS "sessionId", staff_id AS "staffId", location_id AS "locationId",
    buffer_before_min AS "bufferBeforeMin", buffer_after_min AS "bufferAfterMin", version
  FROM appointment
  WHERE tenant_id = $1 AND status IN ('pending', 'confirmed') AND starts_at > $2
  ORDER BY created_at, id FOR UPDATE`;

const upcomingSessions = `
  SELECT c.id, c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.wall_start AS "wallStart", c.time_zone AS "timeZone",
    c.staff_id AS "staffId", c.location_id AS "locationId", s.buffer_before_min AS "bufferBeforeMin",
    s.buffer_after_min AS "bufferAfterMin"
  FROM class_session c JOIN service s ON s.tenant_id = $1 AND s.id = c.service_id
  WHERE c.tenant_id = $1 AND c.cancelled_at IS NULL AND c.starts_at > $2
  ORDER BY c.created_at, c.id FOR UPDATE OF c`;

/** What customers and staff read when two visits meet after the change. */
const conflictWords = "After a change of the time zone's rules this visit meets another one.";

export type FollowedZoneData = { moved: number; conflicts: number };

/**
 * Recomputes what is still to come by the time zone data of this platform (C4): whoever was promised 14:30 comes at 14:30,
 * whatever instant that is now. All visits of the business move together; one whose time is then taken by another keeps its
 * promise, claims what is left of it, and is marked (`conflict`) until it has all of it (`settleConflicts`). Both sides are
 * told once, by the event `appointment.rezoned`.
 */
export async function followZoneData(ctx: TenantContext): Promise<FollowedZoneData> {
  const now = new Date(ctx.clock.now());
  const sessions = moved(await ctx.sql<Dated>(upcomingSessions, [ctx.tenantId, now]));
  const visits = moved(await ctx.sql<AppointmentToCheck>(upcomingAppointments, [ctx.tenantId, now]));
  if (sessions.length + visits.length === 0) return { moved: 0, conflicts: 0 };

  const owners: Moved<Dated & { owner: ClaimOwner }>[] = [
    ...sessions.map((it) => ({ ...it, owner: { kind: "session", id: it.id } as const })),
    ...visits
      .filter((it) => it.sessionId === null)
      .map((it) => ({ ...it, owner: { kind: "appointment", id: it.id } as const })),
  ];
  const lost = await moveClaims(ctx, owners);
  for (const session of sessions) await writeSession(ctx, session);
  for (const visit of visits) await writeVisit(ctx, visit, lost.has(visit.sessionId ?? visit.id));
  return { moved: visits.length, conflicts: visits.filter((it) => lost.has(it.sessionId ?? it.id)).length };
}

function moved<T extends Dated>(rows: readonly T[]): Moved<T>[] {
  return rows.flatMap((row) => {
    const known = row.startsAt.getTime() / minute;
    const shift = (promisedInstant(row, known) - known) * minute;
    if (shift === 0) return [];
    const [newStart, newEnd] = [row.startsAt, row.endsAt].map((at) => new Date(at.getTime() + shift));
    return [{ ...row, newStart: newStart as Date, newEnd: newEnd as Date }];
  });
}

/** All claims go before the first comes back, or neighbours would stand in each other's way. Returns whose were lost. */
async function moveClaims(
  ctx: TenantContext,
  owners: readonly Moved<Dated & { owner: ClaimOwner }>[],
): Promise<Set<string>> {
  const wanted: FreedClaims[] = [];
  for (const moving of owners) {
    const { owner, startsAt, endsAt, newStart, staffId, locationId } = moving;
    const span = claimedSpan(startsAt, {
      ...moving,
      durationMin: (endsAt.getTime() - startsAt.getTime()) / minute,
    });
    const claims = (await freeClaims(ctx, owner)) ?? { owner, subjectIds: [staffId], locationId, ...span };
    wanted.push(shifted(claims, span, newStart.getTime() - startsAt.getTime()));
  }
  const lost: FreedClaims[] = [];
  for (const claims of wanted) if (!(await claimAgain(ctx, claims))) lost.push(claims);
  for (const claims of lost) await claimWhatIsFree(ctx, claims);
  return new Set(lost.map(({ owner }) => owner.id));
}

async function writeSession(ctx: TenantContext, session: Moved<Dated>): Promise<void> {
  await ctx.sql(
    `UPDATE class_session SET starts_at = $3, ends_at = $4, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, session.id, session.newStart, session.newEnd],
    "rezone_session",
  );
}

async function writeVisit(
  ctx: TenantContext,
  visit: Moved<AppointmentToCheck>,
  conflicts: boolean,
): Promise<void> {
  const version = visit.version + 1;
  const conflict = conflicts ? conflictWords : null;
  await ctx.sql(
    `UPDATE appointment SET starts_at = $3, ends_at = $4, version = $5, conflict = $6, updated_at = clock_timestamp()
     WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, visit.id, visit.newStart, visit.newEnd, version, conflict],
    "rezone_appointment",
  );
  await appendEvent(ctx, {
    type: "appointment.rezoned",
    subjectType: "appointment",
    subjectId: visit.id,
    payload: {
      version,
      start: instantText(visit.newStart),
      previousStart: instantText(visit.startsAt),
      ...whereItWas(visit),
      staffId: visit.staffId,
      conflict,
    },
  });
}
