import type { TenantContext } from "#database/tenant-context.ts";
import type { ClaimOwner, Span } from "./claims.ts";

/** Claims that were given up and can be made again at another time: one owner's subjects, all from and to the same moment. */
export type FreedClaims = {
  owner: ClaimOwner;
  subjectIds: string[];
  locationId: string | null;
  start: Date;
  end: Date;
};

type ClaimRow = { subjectId: string; locationId: string | null; startsAt: Date; endsAt: Date };

/** Gives up the claims of an appointment or a class session; null when it has none. */
export async function freeClaims(ctx: TenantContext, owner: ClaimOwner): Promise<FreedClaims | null> {
  const rows = await ctx.sql<ClaimRow>(
    `DELETE FROM occupancy
     WHERE tenant_id = $1 AND CASE $2 WHEN 'session' THEN session_id = $3 ELSE appointment_id = $3 END
     RETURNING subject_id AS "subjectId", location_id AS "locationId", starts_at AS "startsAt", ends_at AS "endsAt"`,
    [ctx.tenantId, owner.kind, owner.id],
    "free_claims",
  );
  const [first] = rows;
  if (!first) return null;
  const subjectIds = [...new Set(rows.map((row) => row.subjectId))];
  const start = new Date(Math.min(...rows.map((row) => row.startsAt.getTime())));
  const end = new Date(Math.max(...rows.map((row) => row.endsAt.getTime())));
  return { owner, subjectIds, locationId: first.locationId, start, end };
}

/** Makes them again: all or none. False when somebody else has some of that time. */
export async function claimAgain(
  ctx: TenantContext,
  { owner, subjectIds, locationId, start, end }: FreedClaims,
): Promise<boolean> {
  const rows = await ctx.sql<{ won: boolean }>(
    `SELECT claim_first_free($1, $2, $3, NULL, $4, $5, ARRAY[$6::uuid], $7, $8) IS NOT NULL AS won`,
    [ctx.tenantId, owner.kind, owner.id, subjectIds, subjectIds.length, locationId, start, end],
    "claim_again",
  );
  return rows[0]?.won === true;
}

/** Claims of each subject what nobody else has of the span, in pieces: what is left of it is nobody's to take. */
export async function claimWhatIsFree(
  ctx: TenantContext,
  { owner, subjectIds, locationId, start, end }: FreedClaims,
): Promise<void> {
  await ctx.sql(
    `SELECT claim_time($1, $2, $3, NULL, $4, ARRAY[s.id], lower(free.span), upper(free.span))
     FROM unnest($5::uuid[]) AS s(id)
     CROSS JOIN LATERAL unnest(tstzmultirange(tstzrange($6, $7)) - coalesce((
       SELECT range_agg(tstzrange(o.starts_at, o.ends_at)) FROM occupancy o
       WHERE o.tenant_id = $1 AND o.subject_id = s.id AND o.starts_at < $7 AND o.ends_at > $6), '{}')) AS free(span)
     ORDER BY s.id`,
    [ctx.tenantId, owner.kind, owner.id, locationId, subjectIds, start, end],
    "claim_what_is_free",
  );
}

/** The same claims later or earlier, and over a whole visit where they were only pieces of it. */
export function shifted(claims: FreedClaims, { start, end }: Span, shiftMs: number): FreedClaims {
  return {
    ...claims,
    start: new Date(Math.min(claims.start.getTime(), start.getTime()) + shiftMs),
    end: new Date(Math.max(claims.end.getTime(), end.getTime()) + shiftMs),
  };
}
