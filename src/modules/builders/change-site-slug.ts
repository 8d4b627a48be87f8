import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { changeSlug } from "#modules/tenants/change-slug.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import type { OwnBusiness } from "./own-business.ts";

/** Gives the business another address; the one that it had keeps leading there (A3). */
export async function changeSiteSlug(
  ctx: TenantContext,
  before: OwnBusiness,
  slug: string,
): Promise<Refused<"forbidden" | "notFound" | "inUse"> | null> {
  const changed = await changeSlug(ctx, { slug });
  if (!changed.ok) return changed;
  await noteForPlatform(ctx, "business.slugChanged", { slug, previousSlug: before.slug });
  return null;
}
