-- Queries that name the tenant are planned once per connection instead of at every call: for a small business the plan of
-- the availability query costs more than the query. The lock timeout moves here too, so that a transaction begins with
-- one statement less. Both end with the transaction (true: local), also behind PgBouncer.
-- resolve_slug tells the business's zone as well, which most questions about dates need.
-- Locks: nothing. Way back: restore the functions of 20261120090100.

CREATE OR REPLACE FUNCTION use_tenant(p_tenant uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.tenant_id = %L', p_tenant);
  PERFORM set_config('lock_timeout', '3s', true), set_config('plan_cache_mode', 'force_generic_plan', true);
END
$$;

DROP FUNCTION resolve_slug(text);

CREATE FUNCTION resolve_slug(p_slug text) RETURNS TABLE (id uuid, slug text, mode text, status text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone FROM tenant t WHERE t.slug = p_slug
$$;

DROP FUNCTION resolve_host(text);

CREATE FUNCTION resolve_host(p_host text) RETURNS TABLE (id uuid, slug text, mode text, status text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone FROM host h JOIN tenant t ON t.id = h.business_id WHERE h.name = p_host
$$;

REVOKE ALL ON FUNCTION resolve_slug, resolve_host FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_slug, resolve_host TO slotkeeper_app;
GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION resolve_slug OWNER TO slotkeeper_platform;
ALTER FUNCTION resolve_host OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
