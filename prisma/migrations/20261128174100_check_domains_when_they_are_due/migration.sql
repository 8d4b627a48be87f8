-- When each domain is looked at next (A4): at once when it is added, then with growing pauses until it is verified or
-- given up, and daily afterwards. A website builder's domains that it vouched for are due once, and then left alone.
-- Locks: domain, for an instant. Way back: drop domains_due, the policy and the added columns.

ALTER TABLE "domain" ADD COLUMN     "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "next_check_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "tls_records" JSONB NOT NULL DEFAULT '[]';

CREATE INDEX "domain_due_idx" ON "domain"("next_check_at");

GRANT SELECT ON domain TO slotkeeper_platform;
CREATE POLICY platform ON domain FOR SELECT TO slotkeeper_platform USING (true);

-- The domains of all businesses that are to be looked at now, the longest waiting first.
CREATE FUNCTION domains_due(p_limit integer) RETURNS TABLE (tenant_id uuid, domain_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.tenant_id, d.id FROM domain d JOIN tenant t ON t.id = d.tenant_id
  WHERE d.next_check_at <= clock_timestamp() AND t.status <> 'deleted'
  ORDER BY d.next_check_at LIMIT p_limit
$$;

REVOKE ALL ON FUNCTION domains_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION domains_due TO slotkeeper_app;
GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION domains_due OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
