import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readBookingAddress } from "./booking-address.ts";
import { mayHaveSlug } from "./free-business-slug.ts";
import { isBusinessSlug } from "./rules/reserved-slugs.ts";
import type { ChangeSlugInput } from "./schema.ts";

/**
 * Gives the business another address (A3, A5). The one that it had stays its own and leads to the new one for ever, so
 * that links printed on cards still work; it may be taken back.
 */
export async function changeSlug(
  ctx: TenantContext,
  { slug }: ChangeSlugInput,
): Promise<Result<{ slug: string; address: string }, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const [before] = await ctx.sql<{ slug: string }>(
    "SELECT slug FROM tenant WHERE id = $1 AND status <> 'deleted' FOR UPDATE",
    [ctx.tenantId],
  );
  if (!before) return refuse("notFound", "This business is no longer here.");
  if (before.slug !== slug) {
    if (!isBusinessSlug(slug))
      return refuse("inUse", `“${slug}” is kept for our own pages.`, { field: "slug" });
    if (!(await mayHaveSlug(ctx, slug))) {
      return refuse("inUse", "This address is taken. Choose another one.", { field: "slug" });
    }
    await ctx.sql("SELECT keep_former_slug($1)", [before.slug], "keep_former_slug");
    await ctx.db.tenant.updateMany({ data: { slug } });
    await appendEvent(ctx, {
      type: "business.slugChanged",
      subjectType: "business",
      subjectId: ctx.tenantId,
      payload: { slug, previousSlug: before.slug },
    });
  }
  return ok({ slug, address: await readBookingAddress(ctx) });
}
