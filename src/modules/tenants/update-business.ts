import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readBusiness } from "./read-business.ts";
import type { ReadBusinessOutput, UpdateBusinessInput } from "./schema.ts";

/** Changes what the business says of itself and its policies (F4, B5); answers with the new profile. */
export async function updateBusiness(
  ctx: TenantContext,
  input: UpdateBusinessInput,
): Promise<Result<ReadBusinessOutput, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const { count } = await ctx.db.tenant.updateMany({ where: { status: { not: "deleted" } }, data: input });
  if (count === 0) return refuse("notFound", "This business is no longer here.");
  await appendEvent(ctx, {
    type: "business.updated",
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { changed: Object.keys(input) },
  });
  return readBusiness(ctx);
}
