import type { TenantContext } from "#database/tenant-context.ts";
import type { UnitInUse } from "./rules/plan-units.ts";

const units = `
  SELECT u.id, u.number, u.retired_at IS NOT NULL AS retired, ARRAY(
    SELECT DISTINCT to_char(o.starts_at AT TIME ZONE coalesce(l.time_zone, t.time_zone), 'YYYY-MM-DD')
    FROM occupancy o LEFT JOIN location l ON l.tenant_id = o.tenant_id AND l.id = o.location_id
    WHERE o.tenant_id = $1 AND o.subject_id = u.id AND o.ends_at > $3
      AND (o.expires_at IS NULL OR o.expires_at > clock_timestamp())
  ) AS dates
  FROM resource_unit u JOIN tenant t ON t.id = u.tenant_id
  WHERE u.tenant_id = $1 AND u.resource_id = $2`;

/**
 * The units of a resource, retired ones too, and on which dates from now on they are taken. Locks them: a booking that is
 * claiming one of them is waited for, and counted.
 */
export async function claimedUnits(ctx: TenantContext, resourceId: string): Promise<UnitInUse[]> {
  await lockUnits(ctx, resourceId);
  const now = new Date(ctx.clock.now());
  return ctx.sql<UnitInUse>(units, [ctx.tenantId, resourceId, now], "claimed_units");
}

const visits = `
  SELECT count(DISTINCT coalesce(o.appointment_id, o.session_id, o.hold_id, o.id))::int AS visits
  FROM resource_unit u JOIN occupancy o ON o.tenant_id = u.tenant_id AND o.subject_id = u.id
  WHERE u.tenant_id = $1 AND u.resource_id = $2 AND o.ends_at > $3
    AND (o.expires_at IS NULL OR o.expires_at > clock_timestamp())`;

/** How many visits, sessions and live holds from now on have claimed a unit of a resource. Locks its units. */
export async function countClaims(ctx: TenantContext, resourceId: string): Promise<number> {
  await lockUnits(ctx, resourceId);
  const now = new Date(ctx.clock.now());
  const [row] = await ctx.sql<{ visits: number }>(visits, [ctx.tenantId, resourceId, now], "count_claims");
  return row?.visits ?? 0;
}

async function lockUnits(ctx: TenantContext, resourceId: string): Promise<void> {
  await ctx.sql(
    "SELECT FROM resource_unit WHERE tenant_id = $1 AND resource_id = $2 ORDER BY id FOR NO KEY UPDATE",
    [ctx.tenantId, resourceId],
  );
}
