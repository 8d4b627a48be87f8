import { appendPlatformEvent } from "#database/platform-events.ts";
import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { refuseSuffixes } from "./refuse-suffixes.ts";
import type { ChangeBuilderInput } from "./schema.ts";
import type { Operator } from "./store-key.ts";

/** Sets the hosts that a website builder vouches for (A1); hosts that were mapped before stay mapped. */
export async function changeBuilder(
  ctx: PlatformContext,
  actor: Operator,
  { builderId, siteSuffixes }: ChangeBuilderInput,
): Promise<Result<{ siteSuffixes: string[] }, "invalid" | "notFound">> {
  const refused = await refuseSuffixes(ctx, siteSuffixes, builderId);
  if (refused) return refused;
  const { count } = await ctx.db.siteBuilder.updateMany({ where: { id: builderId }, data: { siteSuffixes } });
  if (count === 0) return refuse("notFound", "There is no such site builder.");
  await appendPlatformEvent(ctx, actor, {
    type: "builder.changed",
    subjectType: "builder",
    subjectId: builderId,
    payload: { siteSuffixes },
  });
  return ok({ siteSuffixes });
}
