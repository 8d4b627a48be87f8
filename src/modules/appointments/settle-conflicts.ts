import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { instantText } from "./appointment-view.ts";
import { claimedSpan, claimOffered } from "./claims.ts";
import { claimWhatIsFree, freeClaims } from "./claims-again.ts";
import { findTeamOffer } from "./team-offer.ts";

const minute = 60_000;

type Marked = {
  id: string;
  sessionId: string | null;
  serviceId: string;
  staffId: string;
  locationId: string;
  startsAt: Date;
  endsAt: Date;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  version: number;
};

/** Of the seats of a class, the buffers are those of the class. Who is being changed by somebody else is left to them. */
const markedVisits = `
  SELECT a.id, a.session_id AS "sessionId", a.service_id AS "serviceId", a.staff_id AS "staffId",
    a.location_id AS "locationId", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.version,
    CASE WHEN a.session_id IS NULL THEN a.buffer_before_min ELSE s.buffer_before_min END AS "bufferBeforeMin",
    CASE WHEN a.session_id IS NULL THEN a.buffer_after_min ELSE s.buffer_after_min END AS "bufferAfterMin"
  FROM appointment a JOIN service s ON s.tenant_id = $1 AND s.id = a.service_id
  WHERE a.tenant_id = $1 AND a.conflict IS NOT NULL AND a.status IN ('pending', 'confirmed') AND a.starts_at > $2
  ORDER BY a.created_at, a.id FOR UPDATE OF a SKIP LOCKED`;

/**
 * Gives visits that met another one after a change of a zone's rules (`followZoneData`) their whole time as soon as the
 * other is out of the way, and takes their mark away (C4). For verbs that have just freed time.
 */
export async function settleConflicts(ctx: TenantContext): Promise<void> {
  const marked = await ctx.sql<Marked>(
    markedVisits,
    [ctx.tenantId, new Date(ctx.clock.now())],
    "marked_visits",
  );
  const settled = new Map<string, boolean>();
  for (const visit of marked) {
    const owner = visit.sessionId ?? visit.id;
    const hasAll = settled.get(owner) ?? (await claimWhole(ctx, visit));
    settled.set(owner, hasAll);
    if (hasAll) await unmark(ctx, visit);
  }
}

/** Whom and what it had is kept where it can be; a colleague or a room that is taken by now is exchanged. */
async function claimWhole(ctx: TenantContext, visit: Marked): Promise<boolean> {
  const { id, sessionId, serviceId, staffId, locationId, startsAt, endsAt } = visit;
  const owner = { kind: sessionId ? "session" : "appointment", id: sessionId ?? id } as const;
  const durationMin = (endsAt.getTime() - startsAt.getTime()) / minute;
  const span = claimedSpan(startsAt, { ...visit, durationMin });
  const where = { serviceId, staffId, locationId, span, moving: owner.id };
  const wish = sessionId ? { ...where, staffNeeded: 1 } : where;
  const offer = await findTeamOffer(ctx, wish);
  if (!offer.ok) return false;
  const pieces = await freeClaims(ctx, owner);
  const offered = { choices: offer.value, span, askAgain: () => findTeamOffer(ctx, wish) };
  const won = await claimOffered(ctx, owner, offered);
  if (!won.ok && pieces) await claimWhatIsFree(ctx, pieces);
  return won.ok;
}

async function unmark(ctx: TenantContext, { id, startsAt, version }: Marked): Promise<void> {
  await ctx.sql(
    "UPDATE appointment SET conflict = NULL, updated_at = clock_timestamp() WHERE tenant_id = $1 AND id = $2",
    [ctx.tenantId, id],
    "unmark_visit",
  );
  await appendEvent(ctx, {
    type: "appointment.settled",
    subjectType: "appointment",
    subjectId: id,
    payload: { version, start: instantText(startsAt) },
  });
}
