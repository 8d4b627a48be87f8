import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { ReadPictureInput, ReadPictureOutput } from "./schema.ts";

/** A picture as it is shown. Whoever may see the business's pages may see it: another business's is not there. */
export async function readPicture(
  ctx: TenantContext,
  { id }: ReadPictureInput,
): Promise<Result<ReadPictureOutput, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "business.read");
  if (refused) return refused;
  const [row] = await ctx.sql<ReadPictureOutput>(
    `SELECT bytes, media_type AS "mediaType" FROM picture WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, id],
    "read_picture",
  );
  return row ? ok(row) : refuse("notFound", "There is no picture at this address.");
}
