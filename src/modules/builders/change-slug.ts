import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { mayHaveSlug } from "#modules/tenants/free-business-slug.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import type { OwnBusiness } from "./own-business.ts";

/** Gives the business another address; the one that it had keeps leading there (A3). */
export async function changeSlug(
  ctx: TenantContext,
  before: OwnBusiness,
  slug: string,
): Promise<Refused<"inUse"> | null> {
  if (!(await mayHaveSlug(ctx, slug))) {
    return refuse("inUse", "This address is taken. Choose another one.", { field: "slug" });
  }
  await ctx.sql("SELECT keep_former_slug($1)", [before.slug], "keep_former_slug");
  await ctx.db.tenant.updateMany({ data: { slug } });
  const payload = { slug, previousSlug: before.slug };
  const about = { subjectType: "business", subjectId: ctx.tenantId, payload };
  await appendEvent(ctx, { type: "business.slugChanged", ...about });
  await noteForPlatform(ctx, "business.slugChanged", payload);
  return null;
}
