-- What website builders need besides a key: hosts that they vouch for, businesses that they suspend themselves, a list of
-- their businesses, and sessions that work in one business only. A builder names its users by their e-mail address, so
-- what it opens must not reach the other businesses of that login.
-- Locks: the altered tables, for an instant. Way back: drop what is added, restore the check of 20261128163000.

ALTER TABLE "site_builder" ADD COLUMN "site_suffixes" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "login_session" ADD COLUMN "only_tenant_id" UUID;

ALTER TABLE tenant
  DROP CONSTRAINT tenant_suspended_by_ck,
  ADD CONSTRAINT tenant_suspended_by_ck CHECK (suspended_by IN ('billing', 'platform', 'builder'));

-- The businesses that a website builder provisioned, by its own references, from the one after `p_after` on.
CREATE FUNCTION businesses_of_builder(p_builder uuid, p_after text, p_limit integer)
RETURNS TABLE (id uuid, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.builder_reference FROM tenant t
  WHERE t.builder_id = p_builder AND t.builder_reference > p_after AND t.status <> 'deleted'
  ORDER BY t.builder_reference LIMIT p_limit
$$;

REVOKE ALL ON FUNCTION businesses_of_builder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION businesses_of_builder TO slotkeeper_app;

GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION businesses_of_builder OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
