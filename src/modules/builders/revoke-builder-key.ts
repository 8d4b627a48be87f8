import { appendPlatformEvent } from "#database/platform-events.ts";
import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { RevokeBuilderKeyInput } from "./schema.ts";
import type { Operator } from "./store-key.ts";

/** Ends a key at its next use, for the API and for signing in alike (K4). */
export async function revokeBuilderKey(
  ctx: PlatformContext,
  actor: Operator,
  { hint }: RevokeBuilderKeyInput,
): Promise<Result<{ revoked: number }, "notFound">> {
  const keys = await ctx.db.siteBuilderKey.findMany({
    where: { hint, revokedAt: null },
    select: { id: true, builderId: true },
  });
  if (keys.length === 0) return refuse("notFound", "No key in use ends with these characters.");
  const revokedAt = new Date(ctx.clock.now());
  const { count } = await ctx.db.siteBuilderKey.updateMany({
    where: { id: { in: keys.map((key) => key.id) }, revokedAt: null },
    data: { revokedAt },
  });
  for (const { builderId } of keys) {
    await appendPlatformEvent(ctx, actor, {
      type: "builder.keyRevoked",
      subjectType: "builder",
      subjectId: builderId,
      payload: { hint },
    });
  }
  return ok({ revoked: count });
}
