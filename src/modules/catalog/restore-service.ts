import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireRoom } from "#modules/plans/require-room.ts";
import type { RestoreServiceInput } from "./schema.ts";

/** Puts an archived service back on the catalogue, as it was (B1). Refused while a resource it needs is archived. */
export async function restoreService(
  ctx: TenantContext,
  input: RestoreServiceInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "inUse" | "planLimit">> {
  const refused = requireRight(ctx.actor, "catalog.write") ?? (await requireRoom(ctx, "services"));
  if (refused) return refused;
  const missing = await ctx.sql<{ name: string }>(
    `SELECT r.name FROM service_resource sr JOIN resource r ON r.tenant_id = $1 AND r.id = sr.resource_id
     WHERE sr.tenant_id = $1 AND sr.service_id = $2 AND r.archived_at IS NOT NULL ORDER BY r.name FOR SHARE OF r`,
    [ctx.tenantId, input.id],
  );
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name);
    return refuse("inUse", `It needs ${names.join(" and ")}, archived meanwhile: bring that back first.`);
  }
  const { count } = await ctx.db.service.updateMany({
    where: { id: input.id, archivedAt: { not: null } },
    data: { archivedAt: null },
  });
  if (count === 0) return refuse("notFound", "This service is not in the archive.");
  await appendEvent(ctx, { type: "service.restored", subjectType: "service", subjectId: input.id });
  return ok({ id: input.id });
}
