-- Work that every business needs now and then (a change of the time zone data, classes made weeks ahead) starts from the
-- list of them; it names nothing but their ids.
-- Locks: nothing. Way back: drop the function.

CREATE FUNCTION all_businesses() RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id FROM tenant t WHERE t.status <> 'deleted' ORDER BY t.id
$$;

REVOKE ALL ON FUNCTION all_businesses FROM PUBLIC;
GRANT EXECUTE ON FUNCTION all_businesses TO slotkeeper_app;
GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION all_businesses OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
