import { bookedThisMonth, heldNow } from "#modules/plans/bookings-this-month.ts";

/** The instant in a column as epoch minutes. Not `extract`, whose numeric arithmetic costs ten times as much. */
const minutes = (column: string) => `floor(date_part('epoch', ${column}) / 60)::int`;

/** Counted for limits: whole weeks around the window, in whatever zone, by what is booked and what is being booked. */
const countedAppointment = `a.session_id IS NULL AND a.status <> 'cancelled' AND ($10::uuid IS NULL OR a.id <> $10)
  AND a.starts_at >= $7::timestamptz - interval '8 days' AND a.starts_at < $8::timestamptz + interval '8 days'`;
const countedHold = `h.session_id IS NULL AND h.expires_at > clock_timestamp() AND ($11::uuid IS NULL OR h.id <> $11)
  AND h.starts_at >= $7::timestamptz - interval '8 days' AND h.starts_at < $8::timestamptz + interval '8 days'`;

const visitsOfService = `(SELECT json_agg(${minutes("v.starts_at")}) FROM (
    SELECT a.starts_at FROM appointment a WHERE a.tenant_id = $1 AND a.service_id = $2 AND ${countedAppointment}
    UNION ALL
    SELECT h.starts_at FROM hold h WHERE h.tenant_id = $1 AND h.service_id = $2 AND ${countedHold}) v
  WHERE (SELECT s.max_per_day IS NOT NULL OR s.max_per_week IS NOT NULL FROM asked s))`;

/** Theirs by name, or because they take part in it: who takes part has a claim. */
const visitsOfStaff = `(SELECT json_agg(json_build_array(v.staff_id, ${minutes("v.starts_at")})) FROM (
    SELECT m.id AS staff_id, a.id, a.starts_at FROM limited m
    JOIN appointment a ON a.tenant_id = $1 AND a.staff_id = m.id AND ${countedAppointment}
    UNION
    SELECT m.id, a.id, a.starts_at FROM limited m
    JOIN occupancy o ON o.tenant_id = $1 AND o.appointment_id IS NOT NULL
      AND (o.subject_id, o.ends_at) > (m.id, $7::timestamptz - interval '9 days')
      AND (o.subject_id, o.ends_at) < (m.id, $9::timestamptz + interval '9 days')
    JOIN appointment a ON a.tenant_id = $1 AND a.id = o.appointment_id AND ${countedAppointment}
    UNION
    SELECT m.id, h.id, h.starts_at FROM limited m
    JOIN hold h ON h.tenant_id = $1 AND (h.staff_id = m.id OR EXISTS (SELECT FROM occupancy o
      WHERE o.tenant_id = $1 AND o.hold_id = h.id AND o.subject_id = m.id)) AND ${countedHold}) v)`;

/**
 * How many bookings the plan allows in a month, once that many are made or being made (A6); else null. Who moves a visit
 * ($10) makes no booking, so neither this nor a suspension is in the way; one's own hold stands for the booking it becomes.
 */
const fullAt = `CASE WHEN $10::uuid IS NULL THEN (
    SELECT p.max_bookings_per_month FROM subscription u
    JOIN plan p ON p.id = u.plan_id AND p.max_bookings_per_month IS NOT NULL
    WHERE u.tenant_id = $1 AND u.status <> 'cancelled' AND p.max_bookings_per_month <= ${bookedThisMonth("t.time_zone")}
      + ${heldNow("$11")}) END`;

/**
 * $1 business, $2 service, $3 staff member, $4 location, $5 and $6 first and last date that can matter, $7 and $8 the
 * window, $9 its end and the longest claim, $10 appointment and $11 hold to be ignored, $12 minutes around the window
 * in which claims and sessions are of interest, $13 and $14 how many staff to pass over and to load, $15 whether to count recent
 * visits. A visit that moves ($10) is as long, and keeps as much time free, as it was booked, whatever its service is now.
 *
 * Everything as one row: parsing a thousand timestamps in the driver would cost more than the query; claims are sent as
 * they are stored, which costs nobody any arithmetic. What a business does not use is a probe of an index, or a condition
 * that is looked at once. Four things keep that so however many claims and visits there are; a test watches them.
 * Comparisons on starts_at and ends_at, not `&&`: row-level security keeps an operator that is not leakproof out of the
 * index. Subject by subject: LATERAL with an aggregate cannot be planned otherwise. Rows compared with rows, which says
 * "of this subject, with an end between" in a way that only a B-tree can answer: written plainly, a generic plan takes the
 * index of the exclusion constraint and reads all that the subject ever had. And the visit that moves by its key alone:
 * asked for with its service, the index of a service's visits is as good to the planner, and all of them are read.
 */
export const packedSchedule = `
  WITH way AS MATERIALIZED (
    SELECT x.from_location_id, x.to_location_id, x.minutes FROM travel_time x WHERE x.tenant_id = $1
  ), moving AS MATERIALIZED (
    SELECT a.service_id, a.starts_at, a.ends_at, a.buffer_before_min, a.buffer_after_min FROM appointment a
    WHERE a.tenant_id = $1 AND a.id = $10 AND a.session_id IS NULL
  ), asked AS MATERIALIZED (
    SELECT s.*, v.duration, v.buffer_before, v.buffer_after,
      make_interval(mins => coalesce($12::int, v.duration + v.buffer_before + v.buffer_after)
        + coalesce((SELECT max(minutes) FROM way), 0)) AS reach
    FROM service s
    LEFT JOIN moving a ON a.service_id = s.id
    CROSS JOIN LATERAL (SELECT coalesce(ceil(date_part('epoch', a.ends_at - a.starts_at) / 60)::int, s.duration_min) AS duration,
      coalesce(a.buffer_before_min, s.buffer_before_min) AS buffer_before,
      coalesce(a.buffer_after_min, s.buffer_after_min) AS buffer_after) v
    WHERE s.tenant_id = $1 AND s.id = $2
  ), offered_at AS MATERIALIZED (
    SELECT x.location_id FROM location_service x WHERE x.tenant_id = $1 AND x.service_id = $2
  ), place AS MATERIALIZED (
    SELECT l.id, l.time_zone, l.position, l.name FROM location l
    WHERE l.tenant_id = $1 AND l.archived_at IS NULL AND ($4::uuid IS NULL OR l.id = $4)
      AND (NOT EXISTS (SELECT FROM offered_at) OR l.id IN (SELECT location_id FROM offered_at))
  ), team AS MATERIALIZED (
    SELECT p.id, p.name, p.notice_min, p.horizon_days, p.max_per_day, p.max_per_week,
      (row_number() OVER (ORDER BY p.position, p.name, p.id) - 1)::int AS ordinal
    FROM staff p
    WHERE p.tenant_id = $1 AND p.archived_at IS NULL AND p.id = ANY (ARRAY(
      SELECT ss.staff_id FROM staff_service ss WHERE ss.tenant_id = $1 AND ss.service_id = $2
        AND ($3::uuid IS NULL OR ss.staff_id = $3 OR (SELECT staff_needed FROM asked) > 1)))
  ), member AS MATERIALIZED (
    SELECT * FROM team WHERE $14::int IS NULL OR (SELECT kind FROM asked) = 'class'
      OR (ordinal >= $13::int AND ordinal < $13::int + $14::int)
  ), other AS MATERIALIZED (
    SELECT id FROM team WHERE ordinal >= $13::int + $14::int AND (SELECT kind FROM asked) <> 'class'
  ), theirs AS MATERIALIZED (
    SELECT r.staff_id, r.kind, r.weekday, r.start_minute, r.end_minute, r.date_from, r.date_to
    FROM availability_rule r
    WHERE r.tenant_id = $1 AND r.staff_id = ANY (ARRAY(SELECT id FROM other)) AND r.removed_at IS NULL
      AND r.kind IN ('weekly', 'monthly', 'override')
  ), need AS MATERIALIZED (
    SELECT x.requirement, r.id, r.name, r.location_id, r.position FROM service_resource x
    LEFT JOIN resource r ON r.tenant_id = $1 AND r.id = x.resource_id AND r.archived_at IS NULL
    WHERE x.tenant_id = $1 AND x.service_id = $2
  ), unit AS MATERIALIZED (
    SELECT u.id, n.id AS resource_id, n.name, n.location_id,
      (row_number() OVER (ORDER BY n.position, n.name, n.id, u.number) - 1)::int AS ordinal
    FROM need n JOIN resource_unit u ON u.tenant_id = $1 AND u.resource_id = n.id AND u.retired_at IS NULL
  ), subject AS MATERIALIZED (
    SELECT m.id, 0 AS list, m.ordinal FROM member m UNION ALL SELECT u.id, 1, u.ordinal FROM unit u
  ), limited AS MATERIALIZED (
    SELECT m.id FROM member m WHERE m.max_per_day IS NOT NULL OR m.max_per_week IS NOT NULL
  ), ruling AS MATERIALIZED (
    SELECT r.* FROM availability_rule r WHERE r.tenant_id = $1 AND r.staff_id IS NULL AND r.removed_at IS NULL
      AND (r.service_id IS NULL OR r.service_id = $2)
      AND (r.resource_id IS NULL OR r.resource_id IN (SELECT n.id FROM need n))
    UNION ALL
    SELECT r.* FROM member m JOIN availability_rule r ON r.tenant_id = $1 AND r.staff_id = m.id
      AND r.removed_at IS NULL
  )
  SELECT
    (SELECT json_build_object('active', t.status = 'active' OR $10::uuid IS NOT NULL, 'timeZone', t.time_zone,
        'noticeMin', t.notice_min, 'horizonDays', t.horizon_days, 'fullAt', ${fullAt})
      FROM tenant t WHERE t.id = $1) AS business,
    (SELECT json_build_object('duration', s.duration, 'slotInterval', s.slot_interval_min, 'grid', s.start_grid,
        'bufferBefore', s.buffer_before, 'bufferAfter', s.buffer_after, 'kind', s.kind,
        'assignment', s.assignment, 'staffNeeded', s.staff_needed, 'noticeMin', s.notice_min,
        'horizonDays', s.horizon_days, 'maxPerDay', s.max_per_day, 'maxPerWeek', s.max_per_week,
        'online', s.online, 'archived', s.archived_at IS NOT NULL,
        'needs', (SELECT json_agg(json_build_array(n.requirement, n.id) ORDER BY n.requirement, n.position, n.name, n.id)
          FROM need n))
      FROM asked s) AS service,
    (SELECT json_agg(json_build_array(l.id, l.name, l.time_zone) ORDER BY l.position, l.name, l.id) FROM place l) AS places,
    (SELECT json_agg(json_build_array(m.id, m.name, m.notice_min, m.horizon_days, m.max_per_day, m.max_per_week,
        (SELECT ss.weight FROM staff_service ss WHERE ss.tenant_id = $1 AND ss.service_id = $2 AND ss.staff_id = m.id),
        coalesce(v.visits, 0),
        ARRAY(SELECT sl.location_id FROM staff_location sl WHERE sl.tenant_id = $1 AND sl.staff_id = m.id)) ORDER BY m.ordinal)
      FROM member m LEFT JOIN (
        SELECT a.staff_id, count(*)::int AS visits FROM appointment a
        WHERE $15::bool AND (SELECT assignment FROM asked) = 'weight'
          AND a.tenant_id = $1 AND a.service_id = $2 AND a.status <> 'cancelled'
          AND a.starts_at >= $7::timestamptz - interval '30 days' AND a.starts_at <= $7::timestamptz + interval '30 days'
          AND ($10::uuid IS NULL OR a.id <> $10)
        GROUP BY a.staff_id) v ON v.staff_id = m.id) AS staff,
    (SELECT count(*)::int FROM team) AS "staffInAll",
    (SELECT json_agg(json_build_array(r.id, r.kind, r.staff_id, r.location_id, r.service_id, r.resource_id, r.weekday,
        r.start_minute, r.end_minute, r.date_from - DATE '1970-01-01', r.date_to - DATE '1970-01-01',
        r.priority, r.every_weeks, r.anchor_date - DATE '1970-01-01', r.nth_of_month))
      FROM ruling r
      WHERE r.kind IN ('weekly', 'monthly')
        OR (r.date_from <= DATE '1970-01-01' + $6::int AND r.date_to >= DATE '1970-01-01' + $5::int)) AS rules,
    (SELECT json_agg(json_build_array(h.location_id, h.country, h.region, h.worked))
      FROM holiday_calendar h WHERE h.tenant_id = $1) AS holidays,
    (SELECT json_agg(json_build_array(w.from_location_id, w.to_location_id, w.minutes)) FROM way w
      WHERE w.from_location_id IN (SELECT l.id FROM place l) OR w.to_location_id IN (SELECT l.id FROM place l)) AS travel,
    (SELECT json_agg(json_build_array(u.resource_id, u.name, u.location_id, u.unit_ids) ORDER BY u.first)
      FROM (SELECT resource_id, name, location_id, json_agg(id ORDER BY ordinal) AS unit_ids, min(ordinal) AS first
        FROM unit GROUP BY resource_id, name, location_id) u) AS resources,
    claim.spans AS claims,
    claim.places AS "claimPlaces",
    CASE WHEN (SELECT s.max_per_day IS NOT NULL OR s.max_per_week IS NOT NULL FROM asked s) OR EXISTS (SELECT FROM limited)
      THEN json_build_object('ofService', ${visitsOfService}, 'ofStaff', ${visitsOfStaff}) END AS visits,
    (SELECT json_agg(json_build_array(c.id, c.staff_id, c.location_id, ${minutes("c.starts_at")}, ${minutes("c.ends_at")},
        c.capacity, c.seats_taken
          + coalesce((SELECT sum(h.seats) FROM hold h WHERE h.tenant_id = $1 AND h.session_id = c.id
            AND h.expires_at > clock_timestamp() AND ($11::uuid IS NULL OR h.id <> $11)), 0)
          - coalesce((SELECT a.seats FROM appointment a WHERE a.tenant_id = $1 AND a.id = $10 AND a.session_id = c.id
            AND a.status <> 'cancelled'), 0)) ORDER BY c.starts_at, c.id)
      FROM class_session c
      WHERE (SELECT kind FROM asked) = 'class' AND c.tenant_id = $1 AND c.service_id = $2 AND c.cancelled_at IS NULL
        AND c.starts_at >= $7::timestamptz - make_interval(mins => coalesce($12::int, 0))
        AND c.starts_at < $8::timestamptz + make_interval(mins => coalesce($12::int, 0))) AS sessions,
    CASE WHEN EXISTS (SELECT FROM other) THEN json_build_object(
      'weekly', (SELECT json_agg(json_build_array(r.weekday, r.start_minute, r.end_minute)) FROM (
        SELECT DISTINCT r.weekday, r.start_minute, r.end_minute FROM theirs r
        WHERE r.kind <> 'override' AND r.start_minute IS NOT NULL) r),
      'dates', (SELECT json_agg(json_build_array(r.date_from - DATE '1970-01-01', r.date_to - DATE '1970-01-01',
          r.start_minute, r.end_minute)) FROM (
        SELECT DISTINCT r.date_from, r.date_to, r.start_minute, r.end_minute FROM theirs r
        WHERE r.kind = 'override' AND r.start_minute IS NOT NULL
          AND r.date_from <= DATE '1970-01-01' + $6::int AND r.date_to >= DATE '1970-01-01' + $5::int) r),
      'followers', (SELECT count(*) FROM other)
        > (SELECT count(DISTINCT r.staff_id) FROM theirs r WHERE r.kind <> 'override')
    ) END AS others
  FROM (
    SELECT string_agg(int4send(o.count) || coalesce(o.spans, ''), '' ORDER BY s.list, s.ordinal) AS spans,
      string_agg(o.places, '' ORDER BY s.list, s.ordinal) AS places
    FROM subject s CROSS JOIN LATERAL (
      SELECT count(*)::int AS count,
        string_agg(timestamptz_send(o.starts_at), '') || string_agg(timestamptz_send(o.ends_at), '') AS spans,
        string_agg(uuid_send(coalesce(o.location_id, '00000000-0000-0000-0000-000000000000')), '')
          FILTER (WHERE (SELECT EXISTS (SELECT FROM way))) AS places
      FROM occupancy o
      WHERE o.tenant_id = $1
        AND (o.subject_id, o.ends_at) > (s.id, $7::timestamptz - (SELECT reach FROM asked))
        AND (o.subject_id, o.ends_at) < (s.id, $9::timestamptz + (SELECT reach FROM asked))
        AND o.starts_at < $8::timestamptz + (SELECT reach FROM asked)
        AND (o.expires_at IS NULL OR o.expires_at > clock_timestamp())
        AND ($10::uuid IS NULL OR o.appointment_id IS NULL OR o.appointment_id <> $10)
        AND ($11::uuid IS NULL OR o.hold_id IS NULL OR o.hold_id <> $11)
    ) o
    WHERE (SELECT kind FROM asked) = 'individual'
  ) claim`;
