import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { removeMember } from "#modules/team/remove-member.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";

/** Takes somebody out of the business; the login stays theirs (A1). */
export async function removeBuilderUser(
  ctx: TenantContext,
  { email }: { email: string },
): Promise<Result<{ email: string }, "notFound" | "forbidden" | "wrongState">> {
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  const member = await ctx.db.membership.findFirst({
    where: { user: { email } },
    select: { id: true, userId: true },
  });
  if (!member) return refuse("notFound", "Nobody with this address is in the business.");
  const removed = await removeMember(ctx, { id: member.id });
  if (!removed.ok) return removed;
  await noteForPlatform(ctx, "business.userRemoved", { userId: member.userId });
  return ok({ email });
}
