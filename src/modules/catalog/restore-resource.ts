import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RestoreResourceInput } from "./schema.ts";

/** Brings an archived resource back with its number and hours (B4). */
export async function restoreResource(
  ctx: TenantContext,
  input: RestoreResourceInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "catalog.write");
  if (refused) return refused;
  const { count } = await ctx.db.resource.updateMany({
    where: { id: input.id, archivedAt: { not: null } },
    data: { archivedAt: null },
  });
  if (count === 0) return refuse("notFound", "This resource is not in the archive.");
  await appendEvent(ctx, { type: "resource.restored", subjectType: "resource", subjectId: input.id });
  return ok({ id: input.id });
}
