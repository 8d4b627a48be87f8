import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { isSelf, refuseOutranked } from "./rules/team-rules.ts";
import type { RemoveMemberInput } from "./schema.ts";
import { findMember, isLastOwner, lockTeam } from "./team-rows.ts";

/**
 * Takes somebody out of the team (F5). Who belongs to a business is asked at each request, so they are out at their next
 * one; the staff member that they are stays, with the appointments.
 */
export async function removeMember(
  ctx: TenantContext,
  input: RemoveMemberInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "wrongState">> {
  const locked = requireRight(ctx.actor, "team.write") ?? (await lockTeam(ctx));
  if (locked) return locked;
  const member = await findMember(ctx, input.id);
  if (!member) return refuse("notFound", "This person is no longer in the team.");
  if (isSelf(ctx.actor, member)) {
    return refuse("wrongState", "To leave the business yourself, use “Leave this business”.");
  }
  const refused = refuseOutranked(ctx.actor, member);
  if (refused) return refused;
  if (await isLastOwner(ctx, member)) {
    return refuse("wrongState", "A business needs an owner: hand it over first.");
  }
  await ctx.db.membership.deleteMany({ where: { id: member.id } });
  const { name, email, role, staffId } = member;
  await appendEvent(ctx, {
    type: "team.memberRemoved",
    subjectType: "membership",
    subjectId: member.id,
    payload: { name, email, role, staffId },
  });
  return ok({ id: member.id });
}
