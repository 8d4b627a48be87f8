-- What the pages of the platform admin need to look across businesses (A8): find them, count them, act as one, read the
-- trail of all, and see, retry or delete jobs that failed for good. Who may call these is asked by the application; the
-- functions only read, but for the two about jobs, which touch nothing that has not failed.
-- Locks: nothing. Way back: drop the functions and take the grants back.

GRANT SELECT ON users, login_session, platform_admin, plan, platform_event TO slotkeeper_platform;

-- The business as which a platform admin acts in a session of their own, while that lasts.
CREATE FUNCTION acting_business(p_session uuid, p_now timestamptz)
RETURNS TABLE (id uuid, slug text, name text, status text, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.name, t.status, s.acting_until
  FROM login_session s JOIN platform_admin a ON a.user_id = s.user_id JOIN tenant t ON t.id = s.acting_as_tenant_id
  WHERE s.id = p_session AND s.only_tenant_id IS NULL AND s.acting_until > p_now AND t.status <> 'deleted'
$$;

-- Businesses by name, those after (p_after_name, p_after_id): `p_like` is a pattern for name, address or owner.
CREATE FUNCTION search_businesses(
  p_like text, p_status text, p_mode text, p_plan text, p_after_name text, p_after_id uuid, p_limit integer)
RETURNS TABLE (id uuid, slug text, name text, mode text, status text, suspended_by text, created_at timestamptz,
  plan_id text, billed_by text, subscription_status text, owner_name text, owner_email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.name, t.mode, t.status, t.suspended_by, t.created_at,
    s.plan_id, s.billed_by, s.status, o.name, o.email
  FROM tenant t
  LEFT JOIN subscription s ON s.tenant_id = t.id
  LEFT JOIN LATERAL (
    SELECT u.name, u.email FROM membership m JOIN users u ON u.id = m.user_id
    WHERE m.tenant_id = t.id AND m.role = 'owner' ORDER BY m.created_at, m.id LIMIT 1
  ) o ON true
  WHERE (p_status IS NULL AND t.status <> 'deleted' OR t.status = p_status)
    AND (p_mode IS NULL OR t.mode = p_mode)
    AND (p_plan IS NULL OR coalesce(s.plan_id, 'none') = p_plan)
    AND (p_like IS NULL OR t.name ILIKE p_like OR t.slug ILIKE p_like OR o.email ILIKE p_like)
    AND (p_after_id IS NULL OR (t.name, t.id) > (p_after_name, p_after_id))
  ORDER BY t.name, t.id LIMIT p_limit
$$;

-- The names of some businesses.
CREATE FUNCTION business_names(p_ids uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.name FROM tenant t WHERE t.id = ANY (p_ids)
$$;

-- How many businesses there are of each kind.
CREATE FUNCTION businesses_counted()
RETURNS TABLE (mode text, status text, plan_id text, billed_by text, subscription_status text, businesses integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.mode, t.status, s.plan_id, s.billed_by, s.status, count(*)::integer
  FROM tenant t LEFT JOIN subscription s ON s.tenant_id = t.id
  WHERE t.status <> 'deleted'
  GROUP BY 1, 2, 3, 4, 5
$$;

-- Businesses that came, by the Monday of their week (UTC); weeks without one are left out.
CREATE FUNCTION businesses_per_week(p_from timestamptz) RETURNS TABLE (week text, businesses integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT to_char(date_trunc('week', t.created_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD'), count(*)::integer
  FROM tenant t WHERE t.created_at >= p_from GROUP BY 1
$$;

-- Appointments that were booked, by the date on which they were (UTC); days without one are left out.
CREATE FUNCTION bookings_per_day(p_from timestamptz) RETURNS TABLE (day text, bookings integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), count(*)::integer
  FROM event e WHERE e.at >= p_from AND e.type = 'appointment.booked' GROUP BY 1
$$;

-- What happened, the newest first: of one business or of all, and of the platform itself. Of a payload only what was
-- given as the reason leaves here: the rest may name customers.
CREATE FUNCTION search_trail(
  p_business uuid, p_actor_kind text, p_actor_id text, p_nouns text[], p_from timestamptz, p_until timestamptz,
  p_before_at timestamptz, p_before_id uuid, p_limit integer)
RETURNS TABLE (id uuid, source text, type text, subject_type text, subject_id text, business_id uuid,
  business_name text, actor_kind text, actor_id text, reason text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH found AS (
    (SELECT e.id, 'business' AS source, e.type, e.subject_type, e.subject_id::text AS subject_id,
       e.tenant_id AS business_id, e.actor_kind, e.actor_id, e.payload ->> 'reason' AS reason, e.at
     FROM event e
     WHERE (p_business IS NULL OR e.tenant_id = p_business)
       AND (p_actor_kind IS NULL OR e.actor_kind = p_actor_kind) AND (p_actor_id IS NULL OR e.actor_id = p_actor_id)
       AND (p_nouns IS NULL OR split_part(e.type, '.', 1) = ANY (p_nouns))
       AND e.at >= p_from AND e.at < p_until
       AND (p_before_id IS NULL OR (e.at, e.id) < (p_before_at, p_before_id))
     ORDER BY e.at DESC, e.id DESC LIMIT p_limit)
    UNION ALL
    (SELECT e.id, 'platform', e.type, e.subject_type, e.subject_id, e.business_id, e.actor_kind, e.actor_id,
       e.payload ->> 'reason', e.at
     FROM platform_event e
     WHERE (p_business IS NULL OR e.business_id = p_business)
       AND (p_actor_kind IS NULL OR e.actor_kind = p_actor_kind) AND (p_actor_id IS NULL OR e.actor_id = p_actor_id)
       AND (p_nouns IS NULL OR split_part(e.type, '.', 1) = ANY (p_nouns))
       AND e.at >= p_from AND e.at < p_until
       AND (p_before_id IS NULL OR (e.at, e.id) < (p_before_at, p_before_id))
     ORDER BY e.at DESC, e.id DESC LIMIT p_limit)
  )
  SELECT f.id, f.source, f.type, f.subject_type, f.subject_id, f.business_id, t.name, f.actor_kind, f.actor_id, f.reason,
    f.at
  FROM found f LEFT JOIN tenant t ON t.id = f.business_id
  ORDER BY f.at DESC, f.id DESC LIMIT p_limit
$$;

REVOKE ALL ON FUNCTION acting_business, search_businesses, business_names, businesses_counted, businesses_per_week,
  bookings_per_day, search_trail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acting_business, search_businesses, business_names, businesses_counted, businesses_per_week,
  bookings_per_day, search_trail TO slotkeeper_app;

-- ── Jobs that failed for good ───────────────────────────────────────────────────────────────────────────────────────

-- The newest first, those before p_before: of one business or of all. Of a payload only ids leave here, and no e-mail
-- address of an error.
CREATE FUNCTION failed_jobs(p_business uuid, p_before bigint, p_limit integer)
RETURNS TABLE (id bigint, task text, business_id uuid, ids jsonb, attempts integer, last_error text,
  created_at timestamptz, failed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT j.id, t.identifier, nullif(j.payload ->> 'tenantId', '')::uuid,
    (SELECT coalesce(jsonb_object_agg(p.key, p.value), '{}') FROM jsonb_each(j.payload::jsonb) p
     WHERE p.key <> 'tenantId' AND p.value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
    j.attempts::integer,
    left(regexp_replace(j.last_error, '[^\s<>()"'']+@[^\s<>()"'']+', '(an e-mail address)', 'g'), 1000),
    j.created_at, j.updated_at
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.locked_at IS NULL AND j.attempts >= j.max_attempts
    AND (p_business IS NULL OR j.payload ->> 'tenantId' = p_business::text)
    AND (p_before IS NULL OR j.id < p_before)
  ORDER BY j.id DESC LIMIT p_limit
$$;

CREATE FUNCTION count_failed_jobs() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*)::integer FROM graphile_worker._private_jobs j
  WHERE j.locked_at IS NULL AND j.attempts >= j.max_attempts
$$;

-- Has a failed job tried again from its first attempt, at once. Its task and its business, or no row when it has not
-- failed or is gone.
CREATE FUNCTION retry_failed_job(p_id bigint) RETURNS TABLE (task text, business_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.identifier, nullif(r.payload ->> 'tenantId', '')::uuid
  FROM graphile_worker.reschedule_jobs(
    (SELECT coalesce(array_agg(f.id), '{}') FROM (
       SELECT j.id FROM graphile_worker._private_jobs j
       WHERE j.id = p_id AND j.locked_at IS NULL AND j.attempts >= j.max_attempts FOR UPDATE) f),
    run_at => clock_timestamp(), attempts => 0) r
  JOIN graphile_worker._private_tasks t ON t.id = r.task_id
$$;

-- Forgets a failed job for good; answers as the function above.
CREATE FUNCTION delete_failed_job(p_id bigint) RETURNS TABLE (task text, business_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.identifier, nullif(r.payload ->> 'tenantId', '')::uuid
  FROM graphile_worker.complete_jobs(
    (SELECT coalesce(array_agg(f.id), '{}') FROM (
       SELECT j.id FROM graphile_worker._private_jobs j
       WHERE j.id = p_id AND j.locked_at IS NULL AND j.attempts >= j.max_attempts FOR UPDATE) f)) r
  JOIN graphile_worker._private_tasks t ON t.id = r.task_id
$$;

REVOKE ALL ON FUNCTION failed_jobs, count_failed_jobs, retry_failed_job, delete_failed_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION failed_jobs, count_failed_jobs, retry_failed_job, delete_failed_job TO slotkeeper_app;

GRANT CREATE ON SCHEMA public TO slotkeeper_platform, slotkeeper_jobs;
ALTER FUNCTION acting_business OWNER TO slotkeeper_platform;
ALTER FUNCTION search_businesses OWNER TO slotkeeper_platform;
ALTER FUNCTION business_names OWNER TO slotkeeper_platform;
ALTER FUNCTION businesses_counted OWNER TO slotkeeper_platform;
ALTER FUNCTION businesses_per_week OWNER TO slotkeeper_platform;
ALTER FUNCTION bookings_per_day OWNER TO slotkeeper_platform;
ALTER FUNCTION search_trail OWNER TO slotkeeper_platform;
ALTER FUNCTION failed_jobs OWNER TO slotkeeper_jobs;
ALTER FUNCTION count_failed_jobs OWNER TO slotkeeper_jobs;
ALTER FUNCTION retry_failed_job OWNER TO slotkeeper_jobs;
ALTER FUNCTION delete_failed_job OWNER TO slotkeeper_jobs;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform, slotkeeper_jobs;
