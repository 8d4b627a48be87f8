import type { PlatformContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { openChallenge } from "./challenges.ts";
import { type OpenSessionInput, openSession } from "./open-session.ts";
import type { Entry } from "./schema.ts";
import { needsSecondFactor, secondFactorsOf } from "./second-factors.ts";

export type BeginSessionInput = OpenSessionInput & {
  /** Where the browser goes on to once it is in. */
  next: string;
};

/**
 * What follows a first factor, whichever it was (row O): a login without a second one is in; of one that has it, the
 * second is asked for, within ten minutes, before there is any session.
 */
export async function beginSession(
  ctx: PlatformContext,
  input: BeginSessionInput,
): Promise<Result<Entry, "notFound">> {
  const { userId, next, onlyTenantId } = input;
  const user = await ctx.db.user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } });
  if (!user) return refuse("notFound", "This login does not exist any more.");
  if (!needsSecondFactor(await secondFactorsOf(ctx, userId))) return ok(await openSession(ctx, input));
  const data = { next, tries: 0, onlyTenantId };
  return ok({
    kind: "secondFactor",
    challengeToken: await openChallenge(ctx, "second_factor", { userId, data }),
  });
}
