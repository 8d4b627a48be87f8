-- A host says what it is for (A1, A4): custom, the business's own, where the pages are at the root; or site, a website
-- builder's, where only /book is ours. Of several hosts one is the main one, which links lead to. Resolving a slug or a
-- host tells the main hosts too, so that the proxy knows the business's canonical address without asking again.
-- Locks: host, for an instant. Way back: restore resolve_slug, resolve_host and claim_host of the migrations before
-- this one, drop main_hosts, booking_hosts, prefer_host and the added columns.

ALTER TABLE "host" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'custom',
ADD COLUMN     "origin" TEXT,
ADD COLUMN     "preferred_at" TIMESTAMPTZ(3),
ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE INDEX "host_by_business_idx" ON "host"("business_id", "kind");

ALTER TABLE host ADD CONSTRAINT host_kind_ck CHECK (kind IN ('custom', 'site'));

GRANT UPDATE (kind, origin, preferred_at) ON host TO slotkeeper_platform;

-- The hosts that links of a business lead to: the one it prefers, else its first. Readable for the functions below only.
CREATE FUNCTION main_hosts(p_business uuid)
RETURNS TABLE (custom_host text, site_host text, site_origin text)
LANGUAGE sql STABLE AS $$
  SELECT c.name, s.name, s.origin
  FROM (SELECT 1) AS one
  LEFT JOIN LATERAL (
    SELECT h.name FROM host h WHERE h.business_id = p_business AND h.kind = 'custom'
    ORDER BY h.preferred_at DESC NULLS LAST, h.since, h.name LIMIT 1) c ON true
  LEFT JOIN LATERAL (
    SELECT h.name, h.origin FROM host h WHERE h.business_id = p_business AND h.kind = 'site'
    ORDER BY h.preferred_at DESC NULLS LAST, h.since, h.name LIMIT 1) s ON true
$$;

DROP FUNCTION resolve_slug(text);

-- The business behind /<slug> and <slug>.<booking domain>, also by an address that it had before (A3): the answer's slug
-- is then another one than was asked for.
CREATE FUNCTION resolve_slug(p_slug text)
RETURNS TABLE (id uuid, slug text, mode text, status text, time_zone text,
  custom_host text, site_host text, site_origin text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone, m.custom_host, m.site_host, m.site_origin
  FROM tenant t CROSS JOIN LATERAL main_hosts(t.id) m WHERE t.slug = p_slug
  UNION ALL
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone, m.custom_host, m.site_host, m.site_origin
  FROM former_slug f JOIN tenant t ON t.id = f.business_id CROSS JOIN LATERAL main_hosts(t.id) m
  WHERE f.slug = p_slug AND NOT EXISTS (SELECT FROM tenant n WHERE n.slug = p_slug)
$$;

DROP FUNCTION resolve_host(text);

-- The business that a verified host serves, and what the host is for.
CREATE FUNCTION resolve_host(p_host text)
RETURNS TABLE (id uuid, slug text, mode text, status text, time_zone text,
  custom_host text, site_host text, site_origin text, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone, m.custom_host, m.site_host, m.site_origin, h.kind
  FROM host h JOIN tenant t ON t.id = h.business_id CROSS JOIN LATERAL main_hosts(t.id) m
  WHERE h.name = p_host
$$;

-- The main hosts of the transaction's business, for links in letters and pages.
CREATE FUNCTION booking_hosts() RETURNS TABLE (custom_host text, site_host text, site_origin text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.custom_host, m.site_host, m.site_origin FROM main_hosts(app_tenant_id()) m
$$;

DROP FUNCTION claim_host(text);

-- Serves a host for the transaction's business; false when another business has it (A4). `p_origin` is what comes before
-- /book where that is not https:// and the host's name.
CREATE FUNCTION claim_host(p_host text, p_kind text DEFAULT 'custom', p_origin text DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO host AS h (name, business_id, kind, origin) VALUES (p_host, app_tenant_id(), p_kind, p_origin)
  ON CONFLICT (name) DO UPDATE SET kind = EXCLUDED.kind, origin = EXCLUDED.origin
    WHERE h.business_id = EXCLUDED.business_id;
  RETURN EXISTS (SELECT FROM host h WHERE h.name = p_host AND h.business_id = app_tenant_id());
END
$$;

-- Makes a host of the transaction's business the main one of its kind; false when it has no such host.
CREATE FUNCTION prefer_host(p_host text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE host h SET preferred_at = clock_timestamp() WHERE h.name = p_host AND h.business_id = app_tenant_id();
  RETURN FOUND;
END
$$;

REVOKE ALL ON FUNCTION main_hosts, resolve_slug, resolve_host, booking_hosts, claim_host, prefer_host FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_slug, resolve_host, booking_hosts, claim_host, prefer_host TO slotkeeper_app;
GRANT EXECUTE ON FUNCTION main_hosts TO slotkeeper_platform;
GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION resolve_slug OWNER TO slotkeeper_platform;
ALTER FUNCTION resolve_host OWNER TO slotkeeper_platform;
ALTER FUNCTION booking_hosts OWNER TO slotkeeper_platform;
ALTER FUNCTION claim_host OWNER TO slotkeeper_platform;
ALTER FUNCTION prefer_host OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
