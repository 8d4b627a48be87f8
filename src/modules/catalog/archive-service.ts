import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { ArchiveServiceInput } from "./schema.ts";

/** Takes a service off the catalogue (B1); appointments that were booked for it stand and keep it. */
export async function archiveService(
  ctx: TenantContext,
  input: ArchiveServiceInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "catalog.write");
  if (refused) return refused;
  const { count } = await ctx.db.service.updateMany({
    where: { id: input.id, archivedAt: null },
    data: { archivedAt: new Date(ctx.clock.now()) },
  });
  if (count === 0) return refuse("notFound", "This service is no longer there.");
  await appendEvent(ctx, { type: "service.archived", subjectType: "service", subjectId: input.id });
  return ok({ id: input.id });
}
