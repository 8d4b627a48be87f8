import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RestoreServiceInput } from "./schema.ts";

/** Puts an archived service back on the catalogue, as it was (B1). */
export async function restoreService(
  ctx: TenantContext,
  input: RestoreServiceInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "catalog.write");
  if (refused) return refused;
  const { count } = await ctx.db.service.updateMany({
    where: { id: input.id, archivedAt: { not: null } },
    data: { archivedAt: null },
  });
  if (count === 0) return refuse("notFound", "This service is not in the archive.");
  await appendEvent(ctx, { type: "service.restored", subjectType: "service", subjectId: input.id });
  return ok({ id: input.id });
}
