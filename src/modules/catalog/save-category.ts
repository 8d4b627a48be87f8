import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { isUniqueViolation } from "#modules/tenants/rules/unique-violation.ts";
import type { SaveCategoryInput } from "./schema.ts";

/** Adds or renames a heading of the catalogue (B1), or moves it. */
export async function saveCategory(
  ctx: TenantContext,
  input: SaveCategoryInput,
): Promise<Result<{ id: string; name: string }, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "catalog.write");
  if (refused) return refused;
  try {
    const id = await writeCategory(ctx, input);
    if (!id) return refuse("notFound", "This category is no longer there.");
    await appendEvent(ctx, {
      type: input.id ? "category.changed" : "category.added",
      subjectType: "category",
      subjectId: id,
      payload: { name: input.name },
    });
    return ok({ id, name: input.name });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse("inUse", `There is already a category called "${input.name}".`);
  }
}

async function writeCategory(ctx: TenantContext, input: SaveCategoryInput): Promise<string | null> {
  const { id, ...fields } = input;
  if (id) {
    const { count } = await ctx.db.serviceCategory.updateMany({ where: { id }, data: fields });
    return count === 0 ? null : id;
  }
  const position = fields.position ?? (await ctx.db.serviceCategory.count());
  const data = { ...fields, position, tenantId: ctx.tenantId, id: newId() };
  await ctx.db.serviceCategory.create({ data, select: { id: true } });
  return data.id;
}
