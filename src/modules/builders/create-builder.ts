import { appendPlatformEvent } from "#database/platform-events.ts";
import type { PlatformContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { refuseSuffixes } from "./refuse-suffixes.ts";
import type { CreateBuilderInput, NewBuilderKey } from "./schema.ts";
import { type Operator, storeKey } from "./store-key.ts";

/** Lets a website builder in, with its first key (K4). Key and secret are in the answer and nowhere else. */
export async function createBuilder(
  ctx: PlatformContext,
  actor: Operator,
  input: CreateBuilderInput,
): Promise<Result<NewBuilderKey, "invalid">> {
  const { name, siteSuffixes } = input;
  const refused = await refuseSuffixes(ctx, siteSuffixes, null);
  if (refused) return refused;
  const builderId = newId();
  await ctx.db.siteBuilder.create({ data: { id: builderId, name, siteSuffixes }, select: { id: true } });
  await appendPlatformEvent(ctx, actor, {
    type: "builder.created",
    subjectType: "builder",
    subjectId: builderId,
    payload: { name, siteSuffixes },
  });
  return ok(await storeKey(ctx, actor, { builderId, name: "First key" }));
}
