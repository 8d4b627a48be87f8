import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { pictureIdPattern } from "./rules/picture-address.ts";

/** Ids of the uploaded pictures that something shows; every column that holds a picture's address is here. `$1`: business. */
const shownPictures = `
  SELECT substring(shown.url FROM $2::text)::uuid AS id FROM (
    SELECT unnest(ARRAY[logo_url, photo_url] || photo_urls) AS url FROM tenant WHERE id = $1
    UNION ALL SELECT photo_url FROM location WHERE tenant_id = $1
    UNION ALL SELECT image_url FROM service WHERE tenant_id = $1
    UNION ALL SELECT photo_url FROM staff WHERE tenant_id = $1
  ) shown WHERE shown.url ~ $2`;

/** What is shown again is marked no longer; what is shown no more is marked with the time. */
const mark = `
  UPDATE picture p SET unused_since = CASE WHEN p.unused_since IS NULL THEN $3::timestamptz END
  WHERE p.tenant_id = $1 AND (p.unused_since IS NULL) <> (p.id IN (${shownPictures}))`;

const remove = `
  DELETE FROM picture p
  WHERE p.tenant_id = $1 AND p.unused_since <= $3::timestamptz - interval '1 day' AND p.id NOT IN (${shownPictures})`;

/**
 * Removes pictures that nothing has shown for a day: until then a page that is still open, a letter or somebody who takes
 * the change back finds them. Says whether some wait for their day to pass.
 */
export async function removeUnusedPictures(
  ctx: TenantContext,
): Promise<Result<{ someWait: boolean }, "forbidden">> {
  const refused = requireRight(ctx.actor, "business.write");
  if (refused) return refused;
  const values = [ctx.tenantId, pictureIdPattern, new Date(ctx.clock.now())];
  await ctx.sql(mark, values);
  await ctx.sql(remove, values);
  const [row] = await ctx.sql<{ waiting: boolean }>(
    "SELECT EXISTS (SELECT FROM picture WHERE tenant_id = $1 AND unused_since IS NOT NULL) AS waiting",
    [ctx.tenantId],
  );
  return ok({ someWait: row?.waiting ?? false });
}
