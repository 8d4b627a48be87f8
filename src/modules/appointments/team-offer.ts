import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Choice, Span } from "./claims.ts";
import { chooseForTeam, type TeamOptions } from "./rules/choose-for-team.ts";

/** What the team wants: the wished lead at a place, for a span with its buffers. */
export type TeamWish = {
  serviceId: string;
  staffId: string;
  locationId: string;
  span: Span;
  /** The appointment or class session that moves: its own claims are free, and kept where they can be. */
  moving?: string | undefined;
  /** People at once; the service's number when absent. */
  staffNeeded?: number | undefined;
};

/** Whether claims other than the moving visit's own touch the span. No claim is longer than 7 days, by a check on the table. */
const busy = (subject: string) => `EXISTS (SELECT FROM occupancy o
  WHERE o.tenant_id = $1 AND o.subject_id = ${subject} AND o.ends_at > $5 AND o.starts_at < $6
    AND o.ends_at < $6::timestamptz + interval '7 days'
    AND NOT (o.kind = 'hold' AND o.expires_at <= clock_timestamp())
    AND ($4::uuid IS NULL OR coalesce(o.appointment_id, o.session_id) IS DISTINCT FROM $4))`;

const kept = (subject: string) => `EXISTS (SELECT FROM occupancy o
  WHERE o.tenant_id = $1 AND o.subject_id = ${subject} AND (o.appointment_id = $4 OR o.session_id = $4))`;

const selectOptions = `
  SELECT s.staff_needed AS "staffNeeded",
    (SELECT json_build_object('id', p.id, 'name', p.name, 'busy', ${busy("p.id")}, 'kept', ${kept("p.id")})
     FROM staff p WHERE p.tenant_id = $1 AND p.id = $3) AS lead,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'busy', ${busy("p.id")},
        'kept', ${kept("p.id")}) ORDER BY p.position, p.name, p.id), '[]')
     FROM staff p WHERE s.staff_needed > 1 AND p.tenant_id = $1 AND p.id <> $3 AND p.archived_at IS NULL
       AND EXISTS (SELECT FROM staff_service x WHERE x.tenant_id = $1 AND x.service_id = $2 AND x.staff_id = p.id)
       AND EXISTS (SELECT FROM staff_location x WHERE x.tenant_id = $1 AND x.location_id = $7 AND x.staff_id = p.id)
    ) AS others,
    ARRAY(SELECT DISTINCT x.requirement FROM service_resource x WHERE x.tenant_id = $1 AND x.service_id = $2
      ORDER BY 1) AS requirements,
    (SELECT coalesce(json_agg(json_build_object('id', u.id, 'requirement', x.requirement, 'busy', ${busy("u.id")},
        'kept', ${kept("u.id")}, 'name', CASE WHEN EXISTS (SELECT FROM resource_unit n WHERE n.tenant_id = $1
          AND n.resource_id = r.id AND n.retired_at IS NULL AND n.id <> u.id) THEN r.name || ' ' || u.number ELSE r.name END)
        ORDER BY r.position, r.name, u.number), '[]')
     FROM service_resource x
     JOIN resource r ON r.tenant_id = $1 AND r.id = x.resource_id AND r.archived_at IS NULL
       AND (r.location_id IS NULL OR r.location_id = $7)
     JOIN resource_unit u ON u.tenant_id = $1 AND u.resource_id = r.id AND u.retired_at IS NULL
     WHERE x.tenant_id = $1 AND x.service_id = $2) AS units
  FROM service s WHERE s.tenant_id = $1 AND s.id = $2`;

/** What the team can take for a visit or a class session (D8); refused in words that name who or what is taken. */
export async function findTeamOffer(
  ctx: TenantContext,
  wish: TeamWish,
): Promise<Result<Choice[], "slotTaken" | "notFound">> {
  const { serviceId, staffId, locationId, span, moving } = wish;
  const [row] = await ctx.sql<TeamOptions & { lead: TeamOptions["lead"] | null }>(
    selectOptions,
    [ctx.tenantId, serviceId, staffId, moving ?? null, span.start, span.end, locationId],
    "team_options",
  );
  if (!row?.lead) return refuse("notFound", "This service or person does not exist.");
  const chosen = chooseForTeam({ ...row, staffNeeded: wish.staffNeeded ?? row.staffNeeded });
  if ("taken" in chosen) return refuse("slotTaken", chosen.taken, { because: chosen.because });
  return ok(chosen.choices.map((choice) => ({ staffId, locationId, ...choice })));
}
