import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** What a class needs to know about its service, its teacher and its place. */
export type ClassTerms = {
  serviceId: string;
  staffId: string;
  locationId: string;
  durationMin: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  /** Seats, unless a schedule or session says otherwise. */
  capacity: number;
  horizonDays: number;
  staffName: string;
  locationName: string;
  timeZone: string;
};

type Row = ClassTerms & { serviceName: string; isClass: boolean; performs: boolean; offeredHere: boolean };

/** Loads the terms, or says in words why this service cannot be given by this person at this place. */
export async function loadClassTerms(
  ctx: TenantContext,
  what: { serviceId: string; staffId: string; locationId: string },
): Promise<Result<ClassTerms, "notFound" | "invalid">> {
  const [row] = await ctx.sql<Row>(
    `SELECT s.id AS "serviceId", p.id AS "staffId", l.id AS "locationId", s.duration_min AS "durationMin",
       s.buffer_before_min AS "bufferBeforeMin", s.buffer_after_min AS "bufferAfterMin", s.capacity,
       coalesce(s.horizon_days, t.horizon_days) AS "horizonDays", p.name AS "staffName", l.name AS "locationName",
       l.time_zone AS "timeZone", s.name AS "serviceName", s.kind = 'class' AS "isClass",
       EXISTS (SELECT FROM staff_service x WHERE x.tenant_id = $1 AND x.service_id = s.id AND x.staff_id = p.id) AS performs,
       (NOT EXISTS (SELECT FROM location_service x WHERE x.tenant_id = $1 AND x.service_id = s.id)
         OR EXISTS (SELECT FROM location_service x WHERE x.tenant_id = $1 AND x.service_id = s.id AND x.location_id = l.id)
       ) AS "offeredHere"
     FROM service s
     JOIN tenant t ON t.id = s.tenant_id
     JOIN staff p ON p.tenant_id = $1 AND p.id = $3 AND p.archived_at IS NULL
     JOIN location l ON l.tenant_id = $1 AND l.id = $4 AND l.archived_at IS NULL
     WHERE s.tenant_id = $1 AND s.id = $2 AND s.archived_at IS NULL
     FOR KEY SHARE OF s, p, l`,
    [ctx.tenantId, what.serviceId, what.staffId, what.locationId],
    "class_terms",
  );
  if (!row) return refuse("notFound", "This service, person or location is no longer there.");
  if (!row.isClass) return refuse("invalid", `${row.serviceName} is not a class: change its kind first.`);
  if (!row.performs) {
    return refuse(
      "invalid",
      `${row.staffName} does not give ${row.serviceName}: add it to their services first.`,
    );
  }
  if (!row.offeredHere) return refuse("invalid", `${row.serviceName} is not offered at ${row.locationName}.`);
  return ok(row);
}
