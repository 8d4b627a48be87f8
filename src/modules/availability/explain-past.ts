import type { TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import { type Booked, type SubjectClaim, subjectsOf, whoOf } from "./explain-evidence.ts";
import type { Bookables, Session, StaffMember } from "./rules/bookables.ts";
import { type Claims, noClaims } from "./rules/find-starts.ts";
import { type RuleRow, ruleBook } from "./rules/rule-book.ts";

/** A visit as it stood at an earlier moment: epoch minutes. */
export type PastVisit = Booked & {
  id: string;
  serviceId: string;
  sessionId: string | null;
  seats: number;
  staffId: string;
  /** Others and units that it claims; known while it has not been moved or cancelled since. */
  alsoTakes: string[];
  locationId: string;
  start: number;
  end: number;
  bufferBefore: number;
  bufferAfter: number;
  /** Since then. */
  moved: boolean;
  cancelled: boolean;
};

export type Past = { bookables: Bookables; claims: SubjectClaim[]; ruleRows: RuleRow[]; visits: PastVisit[] };

/** Limits count by weeks, and visits have buffers: what lies further away than this has no say. */
const reach = 10 * minutesPerDay;

/**
 * The bookables as they stood at `askedAt` (ISO): rules that counted then, visits that were booked then and where they
 * were then. Settings of service, staff, locations and business are today's: their history is not kept.
 */
export async function standAt(
  ctx: TenantContext,
  today: Bookables & { ruleRows: readonly RuleRow[] },
  { start, askedAt, ignoreId }: { start: number; askedAt: string; ignoreId: string | undefined },
): Promise<Past> {
  const span = [formatInstant(start - reach), formatInstant(start + reach)] as const;
  const rules = await rulesAt(ctx, today, askedAt);
  const visits = (await visitsAt(ctx, span, askedAt)).filter(({ id }) => id !== ignoreId);
  const sessions = await sessionsAt(ctx, span, askedAt);
  const blocks = await blocksIn(ctx, subjectsOf(today), span);
  const ruleRows = [...rules, ...today.ruleRows.filter(({ kind }) => kind === "holiday")];
  const taught = sessions.flatMap((session) => claimsOfSession(session));
  const claims = [...visits.flatMap((visit) => claimsOfVisit(visit, ctx)), ...taught, ...blocks];
  claims.sort((a, b) => a.start - b.start);
  const bookables: Bookables = {
    ...today,
    business: { ...today.business, fullAt: ignoreId ? null : await fullAtThen(ctx, askedAt) },
    rules: ruleBook(ruleRows),
    staff: today.staff.map((member): StaffMember => ({ ...member, claims: claimsOf(member.id, claims) })),
    resources: today.resources.map((resource) => ({
      ...resource,
      units: resource.units.map(({ id }) => ({ id, claims: claimsOf(id, claims) })),
    })),
    visits: today.visits && countedAmong(visits, today),
    sessions: today.service.kind === "class" ? seatsAt(sessions, visits, today.service.id) : [],
  };
  return { bookables, claims, ruleRows, visits };
}

/** How many bookings the plan (today's) allows in a month, if so many of that month were made and not cancelled then. */
async function fullAtThen(ctx: TenantContext, askedAt: string): Promise<number | null> {
  const [row] = await ctx.sql<{ fullAt: number }>(
    `SELECT p.max_bookings_per_month AS "fullAt" FROM subscription u
     JOIN plan p ON p.id = u.plan_id AND p.max_bookings_per_month IS NOT NULL
     JOIN tenant t ON t.id = $1
     WHERE u.tenant_id = $1 AND u.status <> 'cancelled' AND p.max_bookings_per_month <= (
       SELECT count(*) FROM appointment a
       WHERE a.tenant_id = $1 AND a.created_at >= date_trunc('month', $2::timestamptz, t.time_zone)
         AND a.created_at <= $2 AND (a.cancelled_at IS NULL OR a.cancelled_at > $2))`,
    [ctx.tenantId, askedAt],
  );
  return row?.fullAt ?? null;
}

function rulesAt(ctx: TenantContext, { service, staff, resources }: Bookables, askedAt: string) {
  return ctx.sql<RuleRow>(
    `SELECT r.id, r.kind, r.staff_id AS "staffId", r.location_id AS "locationId", r.service_id AS "serviceId",
       r.resource_id AS "resourceId", r.weekday, r.start_minute AS "startMinute", r.end_minute AS "endMinute",
       r.date_from - DATE '1970-01-01' AS "firstDay", r.date_to - DATE '1970-01-01' AS "lastDay", r.priority,
       r.every_weeks AS "everyWeeks", r.anchor_date - DATE '1970-01-01' AS "anchorDay", r.nth_of_month AS "nthOfMonth"
     FROM availability_rule r
     WHERE r.tenant_id = $1 AND r.created_at <= $2 AND (r.removed_at IS NULL OR r.removed_at > $2)
       AND (r.service_id IS NULL OR r.service_id = $3) AND (r.staff_id IS NULL OR r.staff_id = ANY ($4::uuid[]))
       AND (r.resource_id IS NULL OR r.resource_id = ANY ($5::uuid[]))`,
    [ctx.tenantId, askedAt, service.id, staff.map(({ id }) => id), resources.map(({ id }) => id)],
  );
}

const minutes = (column: string) => `floor(date_part('epoch', ${column}) / 60)::int`;

/** Where something was before it was changed for the first time since then ($4), as the events of these types say. */
const movedSince = (types: string) => `
  WITH moved AS (
    SELECT DISTINCT ON (e.subject_id) e.subject_id AS id, (e.payload ->> 'previousStart')::timestamptz AS starts_at,
      (e.payload ->> 'previousEnd')::timestamptz AS ends_at, (e.payload ->> 'previousStaffId')::uuid AS staff_id,
      (e.payload ->> 'previousLocationId')::uuid AS location_id, (e.payload ->> 'previousCapacity')::int AS capacity,
      (e.payload ->> 'previousSessionId')::uuid AS session_id
    FROM event e WHERE e.tenant_id = $1 AND e.type IN (${types}) AND e.at > $4
    ORDER BY e.subject_id, e.at, e.id
  )`;

/** Each visit that was booked and not cancelled then, where it was before it was moved for the first time since. */
const selectVisits = `
  ${movedSince("'appointment.rescheduled', 'appointment.rezoned'")}
  SELECT a.id, a.service_id AS "serviceId", coalesce(m.session_id, a.session_id) AS "sessionId", a.seats,
    coalesce(m.location_id, a.location_id) AS "locationId",
    coalesce(m.staff_id, a.staff_id) AS "staffId", ${minutes("coalesce(m.starts_at, a.starts_at)")} AS start,
    ${minutes("coalesce(m.ends_at, a.ends_at)")} AS "end",
    a.buffer_before_min AS "bufferBefore", a.buffer_after_min AS "bufferAfter",
    m.id IS NOT NULL AS moved, a.cancelled_at IS NOT NULL AS cancelled, c.name AS customer, s.name AS service,
    CASE WHEN m.id IS NULL THEN ARRAY(SELECT o.subject_id FROM occupancy o
      WHERE o.tenant_id = $1 AND o.appointment_id = a.id AND o.subject_id <> a.staff_id) ELSE '{}' END AS "alsoTakes"
  FROM appointment a LEFT JOIN moved m ON m.id = a.id
  JOIN customer c ON c.tenant_id = $1 AND c.id = a.customer_id
  JOIN service s ON s.tenant_id = $1 AND s.id = a.service_id
  WHERE a.tenant_id = $1 AND a.created_at <= $4 AND (a.cancelled_at IS NULL OR a.cancelled_at > $4)
    AND coalesce(m.starts_at, a.starts_at) >= $2 AND coalesce(m.starts_at, a.starts_at) < $3`;

type Span = readonly [from: string, until: string];

function visitsAt(ctx: TenantContext, span: Span, askedAt: string): Promise<PastVisit[]> {
  return ctx.sql<PastVisit>(selectVisits, [ctx.tenantId, ...span, askedAt]);
}

function claimsOfVisit(visit: PastVisit, ctx: TenantContext): SubjectClaim[] {
  if (visit.sessionId !== null) return [];
  const { id, locationId, start, end, staffId, alsoTakes } = visit;
  const who = whoOf(ctx.actor, visit);
  const since = visit.cancelled ? ", cancelled since" : visit.moved ? ", moved since" : "";
  return [staffId, ...alsoTakes].map((subjectId) => ({
    ...{ kind: "appointment" as const, id, subjectId, locationId, who: who && `${who}${since}` },
    start: start - visit.bufferBefore,
    end: end + visit.bufferAfter,
    visitStart: start,
    visitEnd: end,
  }));
}

type PastSession = Omit<Session, "seatsTaken"> & {
  serviceId: string;
  service: string;
  /** Subjects with the spans that they are claimed for; only the teacher's is known once it was cancelled or moved. */
  claimed: [subjectId: string, start: number, end: number][] | null;
};

function sessionsAt(ctx: TenantContext, span: Span, askedAt: string): Promise<PastSession[]> {
  return ctx.sql<PastSession>(
    `${movedSince("'class.session_changed'")}
     SELECT n.id, n.service_id AS "serviceId", s.name AS service, coalesce(m.staff_id, n.staff_id) AS "staffId",
       coalesce(m.location_id, n.location_id) AS "placeId", ${minutes("coalesce(m.starts_at, n.starts_at)")} AS start,
       ${minutes("coalesce(m.ends_at, n.ends_at)")} AS "end", coalesce(m.capacity, n.capacity) AS capacity,
       (SELECT json_agg(json_build_array(o.subject_id, ${minutes("o.starts_at")}, ${minutes("o.ends_at")}))
        FROM occupancy o WHERE o.tenant_id = $1 AND o.session_id = n.id
          AND (m.id IS NULL OR (m.starts_at, m.staff_id) = (n.starts_at, n.staff_id))) AS claimed
     FROM class_session n LEFT JOIN moved m ON m.id = n.id
     JOIN service s ON s.tenant_id = $1 AND s.id = n.service_id
     WHERE n.tenant_id = $1 AND n.created_at <= $4 AND (n.cancelled_at IS NULL OR n.cancelled_at > $4)
       AND coalesce(m.starts_at, n.starts_at) >= $2 AND coalesce(m.starts_at, n.starts_at) < $3`,
    [ctx.tenantId, ...span, askedAt],
  );
}

function claimsOfSession(session: PastSession): SubjectClaim[] {
  const { id, staffId, placeId, start, end, service } = session;
  const claimed = session.claimed ?? [[staffId, start, end]];
  return claimed.map(([subjectId, from, until]) => ({
    ...{ kind: "session" as const, id, subjectId, locationId: placeId, who: `the class ${service}` },
    ...{ start: from, end: until, visitStart: start, visitEnd: end },
  }));
}

async function blocksIn(
  ctx: TenantContext,
  subjectIds: readonly string[],
  span: Span,
): Promise<SubjectClaim[]> {
  const rows = await ctx.sql<Pick<SubjectClaim, "id" | "subjectId" | "locationId" | "start" | "end">>(
    `SELECT o.id, o.subject_id AS "subjectId", o.location_id AS "locationId", ${minutes("o.starts_at")} AS start,
       ${minutes("o.ends_at")} AS "end"
     FROM occupancy o WHERE o.tenant_id = $1 AND o.subject_id = ANY ($2::uuid[]) AND o.kind = 'block'
       AND o.ends_at > $3 AND o.starts_at < $4`,
    [ctx.tenantId, subjectIds, ...span],
  );
  return rows.map((row) => ({
    ...row,
    kind: "block" as const,
    who: null,
    visitStart: row.start,
    visitEnd: row.end,
  }));
}

function claimsOf(subjectId: string, claims: readonly SubjectClaim[]): Claims {
  const own = claims.filter((claim) => claim.subjectId === subjectId);
  if (own.length === 0) return noClaims;
  return {
    starts: Int32Array.from(own, ({ start }) => start),
    ends: Int32Array.from(own, ({ end }) => end),
    first: 0,
    last: own.length,
    places: own.map(({ locationId }) => locationId),
  };
}

function countedAmong(visits: readonly PastVisit[], { service, staff }: Bookables) {
  const single = visits.filter(({ sessionId }) => sessionId === null);
  const takesPart = (visit: PastVisit, id: string) => visit.staffId === id || visit.alsoTakes.includes(id);
  return {
    ofService: single.filter(({ serviceId }) => serviceId === service.id).map(({ start }) => start),
    ofStaff: new Map(
      staff.map(({ id }) => [id, single.filter((visit) => takesPart(visit, id)).map(({ start }) => start)]),
    ),
  };
}

function seatsAt(
  sessions: readonly PastSession[],
  visits: readonly PastVisit[],
  serviceId: string,
): Session[] {
  return sessions
    .filter((session) => session.serviceId === serviceId)
    .map(({ id, staffId, placeId, start, end, capacity }) => {
      const booked = visits.filter(({ sessionId }) => sessionId === id);
      const seatsTaken = booked.reduce((sum, { seats }) => sum + seats, 0);
      return { id, staffId, placeId, start, end, capacity, seatsTaken };
    });
}
