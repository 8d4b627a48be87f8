import type { TenantContext } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import type { BookableService, Bookables, Place } from "./rules/bookables.ts";
import { decodeClaims } from "./rules/decode-claims.ts";
import { type RuleRow, ruleBook } from "./rules/rule-book.ts";
import { daysAround } from "./rules/staff-candidates.ts";
import type { Window } from "./rules/working-intervals.ts";

export type ScheduleRequest = {
  serviceId: string;
  staffId?: string | undefined;
  locationId?: string | undefined;
  ignoreAppointmentId?: string | undefined;
  ignoreHoldId?: string | undefined;
  /** Starts of visits to be looked at. */
  window: Window;
  /** Minutes around the window in which claims are of interest; what a visit there can touch, when absent. */
  reach?: number;
};

/** What was asked for by id and may not be there: `null`, or an empty list. */
export type LoadedSchedule = Omit<Bookables, "service"> & {
  service: (Bookables["service"] & { online: boolean; archived: boolean }) | null;
};

type ServiceRow = {
  duration: number;
  slotInterval: number;
  bufferBefore: number;
  bufferAfter: number;
  noticeMin: number | null;
  horizonDays: number | null;
  online: boolean;
  archived: boolean;
};
type StaffRow = [
  id: string,
  name: string,
  noticeMin: number | null,
  horizonDays: number | null,
  placeIds: string[],
];
type PackedRule = [
  kind: RuleRow["kind"],
  staffId: string | null,
  locationId: string | null,
  serviceId: string | null,
  weekday: number | null,
  startMinute: number | null,
  endMinute: number | null,
  firstDay: number | null,
  lastDay: number | null,
];
type PackedSchedule = {
  business: Bookables["business"];
  service: ServiceRow | null;
  staff: StaffRow[] | null;
  places: [id: string, timeZone: string][] | null;
  rules: PackedRule[] | null;
  claims: Buffer | null;
};

/** No claim is longer: a check on the table, which makes "claims that touch the window" a range of the index. */
const longestClaim = 7 * minutesPerDay;

/**
 * Everything an availability question needs, as one row: parsing a thousand timestamps in the driver would cost
 * more than the query. Claims come as 12 bytes each (staff ordinal, start and end in epoch minutes, big-endian),
 * sorted by staff and start. Comparisons on starts_at and ends_at, not `&&`: row-level security keeps an operator
 * that is not leakproof out of the index.
 */
const packedSchedule = `
  WITH member AS MATERIALIZED (
    SELECT p.id, p.name, p.notice_min, p.horizon_days,
      (row_number() OVER (ORDER BY p.position, p.name, p.id) - 1)::int AS ordinal
    FROM staff_service ss JOIN staff p ON p.tenant_id = $1 AND p.id = ss.staff_id
    WHERE ss.tenant_id = $1 AND ss.service_id = $2 AND p.archived_at IS NULL AND ($3::uuid IS NULL OR p.id = $3)
  ), place AS MATERIALIZED (
    SELECT l.id, l.time_zone, l.position, l.name FROM location l
    WHERE l.tenant_id = $1 AND l.archived_at IS NULL AND ($4::uuid IS NULL OR l.id = $4)
      AND (NOT EXISTS (SELECT FROM location_service x WHERE x.tenant_id = $1 AND x.service_id = $2)
        OR EXISTS (SELECT FROM location_service x WHERE x.tenant_id = $1 AND x.service_id = $2 AND x.location_id = l.id))
  ), reach AS MATERIALIZED (
    SELECT make_interval(mins => coalesce($12::int, s.duration_min + s.buffer_before_min + s.buffer_after_min)) AS span
    FROM service s WHERE s.tenant_id = $1 AND s.id = $2
  )
  SELECT
    (SELECT json_build_object('active', t.status = 'active', 'timeZone', t.time_zone,
        'noticeMin', t.notice_min, 'horizonDays', t.horizon_days)
      FROM tenant t WHERE t.id = $1) AS business,
    (SELECT json_build_object('duration', s.duration_min, 'slotInterval', s.slot_interval_min,
        'bufferBefore', s.buffer_before_min, 'bufferAfter', s.buffer_after_min,
        'noticeMin', s.notice_min, 'horizonDays', s.horizon_days,
        'online', s.online, 'archived', s.archived_at IS NOT NULL)
      FROM service s WHERE s.tenant_id = $1 AND s.id = $2) AS service,
    (SELECT json_agg(json_build_array(m.id, m.name, m.notice_min, m.horizon_days, ARRAY(
        SELECT sl.location_id FROM staff_location sl WHERE sl.tenant_id = $1 AND sl.staff_id = m.id)) ORDER BY m.ordinal)
      FROM member m) AS staff,
    (SELECT json_agg(json_build_array(l.id, l.time_zone) ORDER BY l.position, l.name, l.id) FROM place l) AS places,
    (SELECT json_agg(json_build_array(r.kind, r.staff_id, r.location_id, r.service_id, r.weekday, r.start_minute,
        r.end_minute, r.date_from - DATE '1970-01-01', r.date_to - DATE '1970-01-01'))
      FROM availability_rule r
      WHERE r.tenant_id = $1 AND (r.service_id IS NULL OR r.service_id = $2)
        AND (r.staff_id IS NULL OR r.staff_id IN (SELECT m.id FROM member m))
        AND (r.date_from IS NULL OR (r.date_from <= DATE '1970-01-01' + $6::int AND r.date_to >= DATE '1970-01-01' + $5::int))
    ) AS rules,
    (SELECT string_agg(int4send(m.ordinal) || int4send(floor(date_part('epoch', o.starts_at) / 60)::int)
        || int4send(ceil(date_part('epoch', o.ends_at) / 60)::int), ''::bytea ORDER BY m.ordinal, o.starts_at)
      FROM member m JOIN occupancy o ON o.tenant_id = $1 AND o.subject_id = m.id
      WHERE o.ends_at > $7::timestamptz - (SELECT span FROM reach)
        AND o.ends_at < $9::timestamptz + (SELECT span FROM reach)
        AND o.starts_at < $8::timestamptz + (SELECT span FROM reach)
        AND NOT (o.kind = 'hold' AND o.expires_at <= clock_timestamp())
        AND ($10::uuid IS NULL OR o.appointment_id IS DISTINCT FROM $10)
        AND ($11::uuid IS NULL OR o.hold_id IS DISTINCT FROM $11)
    ) AS claims`;

/** Loads the service, who can give it where, their rules and their claims around the window: one round trip. */
export async function loadSchedule(ctx: TenantContext, request: ScheduleRequest): Promise<LoadedSchedule> {
  const { serviceId, window } = request;
  const days = daysAround(window);
  const [row] = await ctx.sql<PackedSchedule>(
    packedSchedule,
    [
      ctx.tenantId,
      serviceId,
      request.staffId ?? null,
      request.locationId ?? null,
      days.first,
      days.last,
      formatInstant(window.from),
      formatInstant(window.until),
      formatInstant(window.until + longestClaim),
      request.ignoreAppointmentId ?? null,
      request.ignoreHoldId ?? null,
      request.reach ?? null,
    ],
    "load_schedule",
  );
  if (!row?.business) throw new Error("The schedule was asked for outside of a business");
  return unpack(row, serviceId);
}

function unpack(row: PackedSchedule, serviceId: string): LoadedSchedule {
  const staffRows = row.staff ?? [];
  const claims = decodeClaims(row.claims, staffRows.length);
  const staff = staffRows.map(([id, name, noticeMin, horizonDays, placeIds], ordinal) => ({
    ...{
      id,
      name,
      noticeMin,
      horizonDays,
      placeIds,
      maxPerDay: null,
      maxPerWeek: null,
      weight: 1,
      recentVisits: 0,
    },
    claims: claims(ordinal),
  }));
  const places = (row.places ?? []).map(([id, timeZone]): Place => ({ id, name: "", timeZone }));
  return {
    business: row.business,
    service: row.service && serviceOf(row.service, serviceId),
    places,
    staff,
    rules: ruleBook((row.rules ?? []).map(ruleOf)),
    resources: [],
    travel: new Map(),
    visits: null,
    sessions: [],
  };
}

function serviceOf(row: ServiceRow, id: string): NonNullable<LoadedSchedule["service"]> {
  const { duration, slotInterval, bufferBefore, bufferAfter, ...rest } = row;
  const plain: Pick<
    BookableService,
    "kind" | "assignment" | "staffNeeded" | "requirements" | "maxPerDay" | "maxPerWeek"
  > = {
    kind: "individual",
    assignment: "load",
    staffNeeded: 1,
    requirements: [],
    maxPerDay: null,
    maxPerWeek: null,
  };
  return {
    id,
    ...rest,
    ...plain,
    visit: { duration, slotInterval, bufferBefore, bufferAfter, grid: "hours" },
  };
}

function ruleOf(packed: PackedRule): RuleRow {
  const [kind, staffId, locationId, serviceId, weekday, startMinute, endMinute, firstDay, lastDay] = packed;
  const every = { resourceId: null, priority: 0, everyWeeks: 1, anchorDay: null, nthOfMonth: null };
  return {
    kind,
    staffId,
    locationId,
    serviceId,
    weekday,
    startMinute,
    endMinute,
    firstDay,
    lastDay,
    ...every,
  };
}
