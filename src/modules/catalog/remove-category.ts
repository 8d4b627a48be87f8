import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RemoveCategoryInput } from "./schema.ts";

/** Removes a heading that no service is under, archived services included (B1). */
export async function removeCategory(
  ctx: TenantContext,
  input: RemoveCategoryInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "catalog.write");
  if (refused) return refused;
  const count = await ctx.db.service.count({ where: { categoryId: input.id } });
  if (count > 0) {
    const services = count === 1 ? "1 service is" : `${count} services are`;
    return refuse("inUse", `${services} in this category: move them to another first.`, { services: count });
  }
  const removed = await ctx.db.serviceCategory.deleteMany({ where: { id: input.id } });
  if (removed.count === 0) return refuse("notFound", "This category is no longer there.");
  await appendEvent(ctx, { type: "category.removed", subjectType: "category", subjectId: input.id });
  return ok({ id: input.id });
}
