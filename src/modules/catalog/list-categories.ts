import type { TenantContext } from "#database/tenant-context.ts";
import { type Ok, ok } from "#kernel/result.ts";
import type { Category } from "./schema.ts";

const categories = `
  SELECT c.id, c.name, c.position, (
    SELECT count(*)::int FROM service s
    WHERE s.tenant_id = $1 AND s.category_id = c.id AND s.archived_at IS NULL
  ) AS "serviceCount"
  FROM service_category c WHERE c.tenant_id = $1 ORDER BY c.position, c.name`;

/** The headings under which services are listed (B1), in order, empty ones too. */
export async function listCategories(ctx: TenantContext): Promise<Ok<{ categories: Category[] }>> {
  return ok({ categories: await ctx.sql<Category>(categories, [ctx.tenantId], "list_categories") });
}
