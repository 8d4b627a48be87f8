import type { ListServicesOutput, Service } from "../schema.ts";

/** A row of `selectServices`. */
export type ServiceRow = Service & { categoryPosition: number | null };

/** One round trip, whatever the number of services. `$1` is the tenant; a WHERE clause follows. */
export const selectServices = `
  SELECT s.id, s.slug, s.name, s.description, s.image_url AS "imageUrl", s.category_id AS "categoryId",
    c.name AS "categoryName", c.position AS "categoryPosition", s.position, s.kind, s.capacity,
    s.duration_min AS "durationMin", s.price_kind AS "priceKind", s.price_minor AS "priceMinor", s.buffer_before_min AS "bufferBeforeMin",
    s.buffer_after_min AS "bufferAfterMin", s.slot_interval_min AS "slotIntervalMin",
    s.start_grid AS "startGrid", s.max_per_day AS "maxPerDay", s.max_per_week AS "maxPerWeek",
    s.staff_needed AS "staffNeeded", s.assignment, s.notice_min AS "noticeMin", s.horizon_days AS "horizonDays",
    s.requires_approval AS "requiresApproval", s.online, s.archived_at IS NOT NULL AS archived,
    ARRAY(
      SELECT p.id FROM staff_service ss JOIN staff p ON p.tenant_id = ss.tenant_id AND p.id = ss.staff_id
      WHERE ss.tenant_id = $1 AND ss.service_id = s.id AND p.archived_at IS NULL
      ORDER BY p.position, p.name
    ) AS "staffIds",
    ARRAY(
      SELECT l.id FROM location_service ls JOIN location l ON l.tenant_id = ls.tenant_id AND l.id = ls.location_id
      WHERE ls.tenant_id = $1 AND ls.service_id = s.id AND l.archived_at IS NULL
      ORDER BY l.position, l.name
    ) AS "locationIds",
    (
      SELECT coalesce(jsonb_object_agg(ss.staff_id, ss.weight), '{}') FROM staff_service ss
      WHERE ss.tenant_id = $1 AND ss.service_id = s.id
    ) AS weights,
    (
      SELECT coalesce(jsonb_agg(r.ids ORDER BY r.requirement), '[]') FROM (
        SELECT sr.requirement, jsonb_agg(sr.resource_id ORDER BY u.position, u.name) AS ids
        FROM service_resource sr JOIN resource u ON u.tenant_id = sr.tenant_id AND u.id = sr.resource_id
        WHERE sr.tenant_id = $1 AND sr.service_id = s.id GROUP BY sr.requirement
      ) r
    ) AS requirements
  FROM service s LEFT JOIN service_category c ON c.tenant_id = s.tenant_id AND c.id = s.category_id
  WHERE s.tenant_id = $1`;

/** Categories by position and name, services too; those without a category come last. */
export const serviceOrder = `ORDER BY c.position NULLS LAST, c.name NULLS LAST, s.position, s.name`;

export function toService(row: ServiceRow): Service {
  const { categoryPosition: _, ...service } = row;
  return service;
}

/** Puts sorted services under their categories; the order stays. */
export function groupByCategory(services: readonly Service[]): ListServicesOutput["categories"] {
  const groups: ListServicesOutput["categories"] = [];
  for (const service of services) {
    const last = groups.at(-1);
    if (last && last.id === service.categoryId) last.services.push(service);
    else groups.push({ id: service.categoryId, name: service.categoryName, services: [service] });
  }
  return groups;
}

/** Whether a customer may book it: offered online, not archived, and somebody performs it (B1). */
export function isPublic(service: Pick<Service, "online" | "archived" | "staffIds">): boolean {
  return service.online && !service.archived && service.staffIds.length > 0;
}
