import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { freeBusinessSlug, mayHaveSlug } from "#modules/tenants/free-business-slug.ts";
import { slugFrom } from "#modules/tenants/rules/slugs.ts";
import type { FindAddressInput, FindAddressOutput } from "./schema.ts";

/**
 * Whether a new business can have an address, and which it could have instead (A10). In the transaction of a tenant id
 * that is new, or without one: nothing is kept, so the address is asked for again when the business is made.
 */
export async function findAddress(
  ctx: Pick<TenantContext, "sql">,
  { name, slug: typed }: FindAddressInput,
): Promise<Result<FindAddressOutput, never>> {
  const slug = slugFrom(typed.trim() || name);
  const free = await mayHaveSlug(ctx, slug);
  return ok({ slug, free, suggestion: free ? slug : await freeBusinessSlug(ctx, slug) });
}
