-- What the database guards, whatever the code does: one claim per subject and moment, rows of one business invisible
-- to another, an append-only event log, values within their bounds.
-- Locks: nothing, on an empty database. Way back: drop the database.
--
-- Roles (made by the migrator before this runs): slotkeeper_owner owns the tables, slotkeeper_app is the application,
-- slotkeeper_jobs owns the job queue, slotkeeper_platform owns the few functions that look across businesses.

CREATE EXTENSION IF NOT EXISTS btree_gist;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO slotkeeper_app, slotkeeper_jobs, slotkeeper_platform;

-- ── The tenant of the transaction ───────────────────────────────────────────────────────────────────────────────────

-- A statement of its own inside an explicit BEGIN. SET LOCAL (not set_config) is passed on to other nodes by Citus, and
-- ends with the transaction, so a pooled connection never carries it over.
CREATE FUNCTION use_tenant(p_tenant uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.tenant_id = %L', p_tenant);
END
$$;

CREATE FUNCTION app_tenant_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NULLIF(current_setting('app.tenant_id', true), '')::uuid
$$;

-- ── Row-level security: enabled and forced on every table with a tenant ─────────────────────────────────────────────

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON tenant USING (id = app_tenant_id()) WITH CHECK (id = app_tenant_id());

ALTER TABLE domain ENABLE ROW LEVEL SECURITY;
ALTER TABLE domain FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON domain USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON membership USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE location ENABLE ROW LEVEL SECURITY;
ALTER TABLE location FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON location USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE service_category ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_category FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON service_category USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE service ENABLE ROW LEVEL SECURITY;
ALTER TABLE service FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON service USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE location_service ENABLE ROW LEVEL SECURITY;
ALTER TABLE location_service FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON location_service USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON staff USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE staff_service ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_service FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON staff_service USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE staff_location ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_location FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON staff_location USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE availability_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE availability_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON availability_rule USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE occupancy ENABLE ROW LEVEL SECURITY;
ALTER TABLE occupancy FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON occupancy USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE hold FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON hold USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON customer USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON appointment USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE manage_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE manage_link FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON manage_link USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotency_key USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON event USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE event_dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_dispatch FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON event_dispatch USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON notification USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON
  tenant, domain, users, user_credential, login_session, login_token, throttle, membership, location, service_category,
  service, location_service, staff, staff_service, staff_location, availability_rule, occupancy, hold, customer,
  appointment, manage_link, idempotency_key, notification, sandbox_mail, worker_heartbeat
  TO slotkeeper_app;

-- Append-only: what happened cannot be rewritten by the application.
GRANT SELECT, INSERT ON event, event_dispatch TO slotkeeper_app;

-- ── No double booking, ever ─────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE occupancy ADD CONSTRAINT occupancy_no_overlap
  EXCLUDE USING gist (tenant_id WITH =, subject_id WITH =, tstzrange(starts_at, ends_at) WITH &&);

-- The claim is written before the row it belongs to: a loser then waits for nothing but the winner.
ALTER TABLE occupancy ALTER CONSTRAINT occupancy_appointment_fk DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE occupancy ALTER CONSTRAINT occupancy_hold_fk DEFERRABLE INITIALLY DEFERRED;

-- Without it, looking for expired holds slows every booking down as the table grows.
CREATE INDEX occupancy_expired_hold_idx ON occupancy (tenant_id, subject_id, expires_at) WHERE kind = 'hold';

-- The only writer of claims. All of the given times or none: true when all are won. One by one, sorted by subject and
-- start, reading the row count each time: unsorted claims deadlock, and INSERT … SELECT would report rows selected.
CREATE FUNCTION claim_time(
  p_tenant uuid, p_kind text, p_owner uuid, p_expires_at timestamptz,
  p_subjects uuid[], p_starts timestamptz[], p_ends timestamptz[]
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  claim record;
  claim_id uuid;
  written uuid[] := '{}';
  inserted int;
BEGIN
  FOR claim IN
    SELECT c.subject_id, c.starts_at, c.ends_at
    FROM unnest(p_subjects, p_starts, p_ends) AS c(subject_id, starts_at, ends_at)
    ORDER BY c.subject_id, c.starts_at
  LOOP
    DELETE FROM occupancy o
    WHERE o.tenant_id = p_tenant AND o.subject_id = claim.subject_id AND o.kind = 'hold'
      AND o.expires_at <= clock_timestamp()
      AND o.starts_at < claim.ends_at AND o.ends_at > claim.starts_at;

    claim_id := gen_random_uuid();
    INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind, appointment_id, hold_id, expires_at)
    VALUES (p_tenant, claim_id, claim.subject_id, claim.starts_at, claim.ends_at, p_kind,
      CASE WHEN p_kind = 'appointment' THEN p_owner END, CASE WHEN p_kind = 'hold' THEN p_owner END, p_expires_at)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;

    IF inserted = 0 THEN
      DELETE FROM occupancy o WHERE o.tenant_id = p_tenant AND o.id = ANY (written);
      RETURN false;
    END IF;
    written := written || claim_id;
  END LOOP;
  RETURN true;
END
$$;

-- "First available": the first of the subjects whose time could be claimed, or null when all are taken.
CREATE FUNCTION claim_first_free(
  p_tenant uuid, p_kind text, p_owner uuid, p_expires_at timestamptz,
  p_subjects uuid[], p_start timestamptz, p_end timestamptz
) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  candidate uuid;
BEGIN
  FOREACH candidate IN ARRAY p_subjects LOOP
    IF claim_time(p_tenant, p_kind, p_owner, p_expires_at, ARRAY[candidate], ARRAY[p_start], ARRAY[p_end]) THEN
      RETURN candidate;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- ── Values within their bounds ──────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE tenant
  ADD CONSTRAINT tenant_mode_ck CHECK (mode IN ('integrated', 'standalone', 'hybrid')),
  ADD CONSTRAINT tenant_status_ck CHECK (status IN ('active', 'suspended', 'deleted')),
  ADD CONSTRAINT tenant_kind_ck CHECK (kind IN ('salon', 'clinic', 'studio', 'consultant', 'tutor', 'other')),
  ADD CONSTRAINT tenant_slug_ck CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT tenant_currency_ck CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT tenant_colour_ck CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT tenant_bounds_ck CHECK (cancellation_window_min >= 0 AND notice_min >= 0 AND horizon_days BETWEEN 1 AND 730);

ALTER TABLE domain
  ADD CONSTRAINT domain_kind_ck CHECK (kind IN ('custom', 'site')),
  ADD CONSTRAINT domain_host_ck CHECK (host = lower(host));

ALTER TABLE users ADD CONSTRAINT users_email_ck CHECK (email = lower(email));
ALTER TABLE membership ADD CONSTRAINT membership_role_ck CHECK (role IN ('owner', 'admin', 'staff'));
ALTER TABLE customer ADD CONSTRAINT customer_email_ck CHECK (email = lower(email));
ALTER TABLE staff
  ADD CONSTRAINT staff_colour_ck CHECK (color ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT staff_bounds_ck CHECK (notice_min >= 0 AND horizon_days BETWEEN 1 AND 730);

ALTER TABLE service
  ADD CONSTRAINT service_slug_ck CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT service_price_kind_ck CHECK (price_kind IN ('fixed', 'per_hour', 'per_person')),
  ADD CONSTRAINT service_bounds_ck CHECK (
    duration_min BETWEEN 5 AND 1440 AND price_minor >= 0
    AND buffer_before_min BETWEEN 0 AND 720 AND buffer_after_min BETWEEN 0 AND 720
    AND slot_interval_min BETWEEN 5 AND 1440 AND notice_min >= 0 AND horizon_days BETWEEN 1 AND 730);

ALTER TABLE availability_rule
  ADD CONSTRAINT availability_rule_kind_ck CHECK (kind IN ('weekly', 'override', 'time_off')),
  ADD CONSTRAINT availability_rule_shape_ck CHECK (
    CASE kind
      WHEN 'weekly' THEN weekday BETWEEN 1 AND 7 AND start_minute IS NOT NULL AND date_from IS NULL
      ELSE weekday IS NULL AND date_from IS NOT NULL AND date_to IS NOT NULL
    END),
  ADD CONSTRAINT availability_rule_minutes_ck CHECK (
    (start_minute IS NULL AND end_minute IS NULL)
    OR (start_minute BETWEEN 0 AND 1439 AND end_minute > start_minute AND end_minute <= start_minute + 1440)),
  ADD CONSTRAINT availability_rule_dates_ck CHECK (date_to >= date_from);

-- A claim spans at most a week, so that "which claims touch this window" is a bounded range of the index.
ALTER TABLE occupancy
  ADD CONSTRAINT occupancy_kind_ck CHECK (kind IN ('appointment', 'hold', 'block')),
  ADD CONSTRAINT occupancy_owner_ck CHECK (
    (kind = 'appointment') = (appointment_id IS NOT NULL)
    AND (kind = 'hold') = (hold_id IS NOT NULL)
    AND (kind = 'hold') = (expires_at IS NOT NULL)),
  ADD CONSTRAINT occupancy_span_ck CHECK (ends_at > starts_at AND extract(epoch FROM ends_at - starts_at) <= 604800);

ALTER TABLE hold ADD CONSTRAINT hold_span_ck CHECK (ends_at > starts_at);

ALTER TABLE appointment
  ADD CONSTRAINT appointment_code_ck CHECK (code ~ '^[A-Z0-9]{8}$'),
  ADD CONSTRAINT appointment_status_ck CHECK (status IN ('pending', 'confirmed', 'completed', 'cancelled', 'no_show')),
  ADD CONSTRAINT appointment_source_ck CHECK (source IN ('page', 'widget', 'dashboard', 'api', 'assistant', 'import')),
  ADD CONSTRAINT appointment_span_ck CHECK (ends_at > starts_at),
  ADD CONSTRAINT appointment_price_ck CHECK (price_minor >= 0),
  ADD CONSTRAINT appointment_buffers_ck CHECK (buffer_before_min >= 0 AND buffer_after_min >= 0),
  ADD CONSTRAINT appointment_cancelled_ck CHECK (
    (status = 'cancelled') = (cancelled_at IS NOT NULL)
    AND cancelled_by IN ('customer', 'member', 'system'));

ALTER TABLE event ADD CONSTRAINT event_actor_ck CHECK (
  actor_kind IN ('member', 'customer', 'apiKey', 'assistant', 'platformAdmin', 'system'));

ALTER TABLE notification
  ADD CONSTRAINT notification_status_ck CHECK (status IN ('pending', 'sent', 'failed')),
  ADD CONSTRAINT notification_channel_ck CHECK (channel IN ('email')),
  ADD CONSTRAINT notification_audience_ck CHECK (audience IN ('customer', 'staff'));

-- ── Looking across businesses: few, named, read-only ────────────────────────────────────────────────────────────────

GRANT SELECT ON tenant, membership, host, event, event_dispatch TO slotkeeper_platform;
CREATE POLICY platform ON tenant FOR SELECT TO slotkeeper_platform USING (true);
CREATE POLICY platform ON membership FOR SELECT TO slotkeeper_platform USING (true);
CREATE POLICY platform ON event FOR SELECT TO slotkeeper_platform USING (true);
CREATE POLICY platform ON event_dispatch FOR SELECT TO slotkeeper_platform USING (true);

-- The business behind /<slug> and <slug>.<booking domain>.
CREATE FUNCTION resolve_slug(p_slug text) RETURNS TABLE (id uuid, slug text, mode text, status text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status FROM tenant t WHERE t.slug = p_slug
$$;

-- The business behind a verified host of its own.
CREATE FUNCTION resolve_host(p_host text) RETURNS TABLE (id uuid, slug text, mode text, status text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status FROM host h JOIN tenant t ON t.id = h.business_id WHERE h.name = p_host
$$;

-- The businesses a login belongs to.
CREATE FUNCTION businesses_of(p_user uuid)
RETURNS TABLE (id uuid, slug text, name text, status text, membership_id uuid, role text, staff_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.name, t.status, m.id, m.role, m.staff_id
  FROM membership m JOIN tenant t ON t.id = m.tenant_id
  WHERE m.user_id = p_user AND t.status <> 'deleted'
  ORDER BY t.name
$$;

-- The businesses of this installation, for its front page in demo mode.
CREATE FUNCTION list_businesses() RETURNS TABLE (slug text, name text, kind text, tagline text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.slug, t.name, t.kind, t.tagline, t.time_zone FROM tenant t WHERE t.status = 'active' ORDER BY t.created_at, t.slug LIMIT 50
$$;

-- Events whose wake-up job was lost: older than `p_age`, not yet marked as dispatched, of the last week.
CREATE FUNCTION undispatched_events(p_age interval, p_limit int) RETURNS TABLE (tenant_id uuid, event_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.tenant_id, e.id FROM event e
  WHERE e.at < clock_timestamp() - p_age AND e.at > clock_timestamp() - interval '7 days'
    AND NOT EXISTS (SELECT 1 FROM event_dispatch d WHERE d.tenant_id = e.tenant_id AND d.event_id = e.id)
  ORDER BY e.at LIMIT p_limit
$$;

-- ── Jobs, in the caller's transaction ───────────────────────────────────────────────────────────────────────────────

-- The application may add jobs and nothing else; the tenant is stamped here, never taken from the payload.
CREATE FUNCTION enqueue(p_task text, p_payload jsonb, p_key text DEFAULT NULL, p_run_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT graphile_worker.add_job(
    p_task, (p_payload || jsonb_build_object('tenantId', app_tenant_id()))::json, run_at => p_run_at, job_key => p_key)
$$;

REVOKE ALL ON FUNCTION resolve_slug, resolve_host, businesses_of, list_businesses, undispatched_events, enqueue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_slug, resolve_host, businesses_of, list_businesses, undispatched_events, enqueue TO slotkeeper_app;

-- A function's new owner needs CREATE on its schema at the moment it is handed over.
GRANT CREATE ON SCHEMA public TO slotkeeper_platform, slotkeeper_jobs;
ALTER FUNCTION resolve_slug OWNER TO slotkeeper_platform;
ALTER FUNCTION resolve_host OWNER TO slotkeeper_platform;
ALTER FUNCTION businesses_of OWNER TO slotkeeper_platform;
ALTER FUNCTION list_businesses OWNER TO slotkeeper_platform;
ALTER FUNCTION undispatched_events OWNER TO slotkeeper_platform;
ALTER FUNCTION enqueue OWNER TO slotkeeper_jobs;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform, slotkeeper_jobs;
