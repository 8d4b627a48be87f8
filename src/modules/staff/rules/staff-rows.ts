/** One round trip, whatever the number of people; rows are `StaffMember`. `$1` is the tenant; a WHERE clause follows. */
export const selectStaff = `
  SELECT p.id, p.name, p.title, p.bio, p.photo_url AS "photoUrl", p.color, p.position, p.email, p.phone,
    p.notice_min AS "noticeMin", p.horizon_days AS "horizonDays",
    p.max_per_day AS "maxPerDay", p.max_per_week AS "maxPerWeek", p.archived_at IS NOT NULL AS archived,
    ARRAY(
      SELECT s.id FROM staff_service ss JOIN service s ON s.tenant_id = ss.tenant_id AND s.id = ss.service_id
      WHERE ss.tenant_id = $1 AND ss.staff_id = p.id AND s.archived_at IS NULL
      ORDER BY s.position, s.name
    ) AS "serviceIds",
    ARRAY(
      SELECT l.id FROM staff_location sl JOIN location l ON l.tenant_id = sl.tenant_id AND l.id = sl.location_id
      WHERE sl.tenant_id = $1 AND sl.staff_id = p.id AND l.archived_at IS NULL
      ORDER BY l.position, l.name
    ) AS "locationIds"
  FROM staff p
  WHERE p.tenant_id = $1`;

export const staffOrder = "ORDER BY p.position, p.name";
