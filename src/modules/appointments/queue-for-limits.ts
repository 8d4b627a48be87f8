import type { TenantContext } from "#database/tenant-context.ts";

/**
 * Limits per day and week and travel between places (C2) are no claims: rivals at different times never meet at the
 * exclusion constraint. So whoever books under one of them queues at the rows that have it, the service first, then
 * people by id, and asks availability after that: it sees what those before have booked. Rivals of other services are
 * not held up.
 */
export async function queueForLimits(
  ctx: TenantContext,
  { serviceId, staffId }: { serviceId: string; staffId?: string | undefined },
): Promise<void> {
  await Promise.all([
    ctx.sql(
      `SELECT 1 FROM service WHERE tenant_id = $1 AND id = $2 AND (max_per_day IS NOT NULL OR max_per_week IS NOT NULL)
       FOR NO KEY UPDATE`,
      [ctx.tenantId, serviceId],
      "queue_at_service",
    ),
    ctx.sql(
      `SELECT 1 FROM staff p
       WHERE p.tenant_id = $1
         AND p.id IN (SELECT x.staff_id FROM staff_service x WHERE x.tenant_id = $1 AND x.service_id = $2)
         AND ($3::uuid IS NULL OR p.id = $3
           OR EXISTS (SELECT FROM service s WHERE s.tenant_id = $1 AND s.id = $2 AND s.staff_needed > 1))
         AND (p.max_per_day IS NOT NULL OR p.max_per_week IS NOT NULL
           OR EXISTS (SELECT FROM travel_time v WHERE v.tenant_id = $1))
       ORDER BY p.id FOR NO KEY UPDATE OF p`,
      [ctx.tenantId, serviceId, staffId ?? null],
      "queue_at_staff",
    ),
  ]);
}
