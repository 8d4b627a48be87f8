import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AddBuilderKeyInput, NewBuilderKey } from "./schema.ts";
import { type Operator, storeKey } from "./store-key.ts";

/** Another key for a website builder, such as the next one before the old one is revoked (K4). */
export async function addBuilderKey(
  ctx: PlatformContext,
  actor: Operator,
  input: AddBuilderKeyInput,
): Promise<Result<NewBuilderKey, "notFound">> {
  const builder = await ctx.db.siteBuilder.findFirst({
    where: { id: input.builderId, disabledAt: null },
    select: { id: true },
  });
  if (!builder) return refuse("notFound", "There is no such site builder.");
  return ok(await storeKey(ctx, actor, input));
}
