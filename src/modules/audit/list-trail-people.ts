import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { TrailPerson } from "./schema.ts";

/** Whose doings can be asked for: the team as it is now, by name (F4). */
export async function listTrailPeople(ctx: TenantContext): Promise<Result<TrailPerson[], "forbidden">> {
  const refused = requireRight(ctx.actor, "audit.read");
  if (refused) return refused;
  const people = await ctx.sql<TrailPerson>(
    `SELECT u.id AS "userId", u.name FROM membership m JOIN users u ON u.id = m.user_id
     WHERE m.tenant_id = $1 ORDER BY u.name, u.id`,
    [ctx.tenantId],
    "list_trail_people",
  );
  return ok(people);
}
