import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isLastOwner, lockTeam, readMembers } from "./team-rows.ts";

/** Leaves the business that one works in (F5); nobody needs a right for that. The last owner hands it over first. */
export async function leaveBusiness(
  ctx: TenantContext,
): Promise<Result<{ left: true }, "forbidden" | "wrongState">> {
  const { actor } = ctx;
  if (actor.kind !== "member" || actor.isPlatformAdmin) {
    return refuse("forbidden", "Only somebody of the team can leave it.");
  }
  const locked = await lockTeam(ctx);
  if (locked) return locked;
  const member = (await readMembers(ctx)).find(({ userId }) => userId === actor.userId);
  if (!member) return refuse("forbidden", "You are no longer in the team.");
  if (await isLastOwner(ctx, member)) {
    return refuse("wrongState", "You are the only owner. Hand the business over before you leave it.");
  }
  await ctx.db.membership.deleteMany({ where: { id: member.id } });
  const { name, email, role, staffId } = member;
  await appendEvent(ctx, {
    type: "team.left",
    subjectType: "membership",
    subjectId: member.id,
    payload: { name, email, role, staffId },
  });
  return ok({ left: true });
}
