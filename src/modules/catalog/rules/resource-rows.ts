/** One round trip, whatever the number of resources; rows are `Resource`. `$1` is the tenant; a WHERE clause follows. */
export const selectResources = `
  SELECT r.id, r.name, r.kind, r.location_id AS "locationId", r.position, r.archived_at IS NOT NULL AS archived,
    (
      SELECT count(*)::int FROM resource_unit u
      WHERE u.tenant_id = $1 AND u.resource_id = r.id AND u.retired_at IS NULL
    ) AS units,
    ARRAY(
      SELECT s.id FROM service_resource sr JOIN service s ON s.tenant_id = sr.tenant_id AND s.id = sr.service_id
      WHERE sr.tenant_id = $1 AND sr.resource_id = r.id AND s.archived_at IS NULL
      ORDER BY s.position, s.name
    ) AS "serviceIds"
  FROM resource r
  WHERE r.tenant_id = $1`;

export const resourceOrder = "ORDER BY r.position, r.name";
