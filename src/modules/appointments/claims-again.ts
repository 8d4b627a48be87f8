import type { TenantContext } from "#database/tenant-context.ts";
import type { ClaimOwner } from "./claims.ts";

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
  const { locationId, startsAt: start, endsAt: end } = first;
  return { owner, subjectIds: rows.map((row) => row.subjectId), locationId, start, end };
}

/** Makes them again, `shiftMs` later: all or none. False when somebody else has some of that time. */
export async function claimAgain(
  ctx: TenantContext,
  { owner, subjectIds, locationId, start, end }: FreedClaims,
  shiftMs: number,
): Promise<boolean> {
  const rows = await ctx.sql<{ won: boolean }>(
    `SELECT claim_first_free($1, $2, $3, NULL, $4, $5, ARRAY[$6::uuid], $7, $8) IS NOT NULL AS won`,
    [
      ctx.tenantId,
      owner.kind,
      owner.id,
      subjectIds,
      subjectIds.length,
      locationId,
      new Date(start.getTime() + shiftMs),
      new Date(end.getTime() + shiftMs),
    ],
    "claim_again",
  );
  return rows[0]?.won === true;
}
