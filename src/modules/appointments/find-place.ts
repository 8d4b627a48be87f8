import type { TenantContext } from "#database/tenant-context.ts";

/**
 * Where a staff member would receive the customer: the wished location when they work there, else their first one,
 * else the business's first. Null for someone who is archived or not of this business.
 */
export async function findPlace(
  ctx: TenantContext,
  wish: { staffId: string; locationId?: string | undefined },
): Promise<string | null> {
  const [row] = await ctx.sql<{ locationId: string }>(
    `SELECT l.id AS "locationId"
     FROM staff p
     JOIN location l ON l.tenant_id = p.tenant_id AND l.archived_at IS NULL
     LEFT JOIN staff_location w ON w.tenant_id = $1 AND w.staff_id = p.id AND w.location_id = l.id
     WHERE p.tenant_id = $1 AND p.id = $2 AND p.archived_at IS NULL
     ORDER BY w.location_id IS NULL, l.id = $3 DESC, l.is_primary DESC, l.position
     LIMIT 1`,
    [ctx.tenantId, wish.staffId, wish.locationId ?? null],
    "find_place",
  );
  return row?.locationId ?? null;
}
