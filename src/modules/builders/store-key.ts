import { appendPlatformEvent } from "#database/platform-events.ts";
import type { Actor, PlatformContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { newId } from "#kernel/ids.ts";
import { sealText } from "#kernel/sealed-text.ts";
import { newBuilderKey } from "./rules/builder-key.ts";
import type { AddBuilderKeyInput, NewBuilderKey } from "./schema.ts";

/** Who lets website builders in and out: a platform admin, or a command on the server. */
export type Operator = Extract<Actor, { kind: "platformAdmin" | "system" }>;

/** Makes a key for a builder that exists, and keeps its hash and its sealed secret. */
export async function storeKey(
  ctx: PlatformContext,
  actor: Operator,
  { builderId, name }: AddBuilderKeyInput,
): Promise<NewBuilderKey> {
  const { key, keyHash, hint, secret } = newBuilderKey();
  const sealed = sealText(secret, env.ENCRYPTION_KEYS);
  const row = { id: newId(), builderId, name, keyHash, hint, secret: sealed };
  await ctx.db.siteBuilderKey.create({ data: row, select: { id: true } });
  await appendPlatformEvent(ctx, actor, {
    type: "builder.keyAdded",
    subjectType: "builder",
    subjectId: builderId,
    payload: { name, hint },
  });
  return { builderId, name, key, hint, secret };
}
