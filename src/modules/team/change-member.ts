import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { allowedRights, overridesFor } from "./rules/permissions.ts";
import { isSelf, refuseGiving, refuseOutranked } from "./rules/team-rules.ts";
import type { ChangeMemberInput } from "./schema.ts";
import { findMember, isLastOwner, lockTeam, type MemberRow, refuseCalendar } from "./team-rows.ts";

type Reason = "forbidden" | "notFound" | "inUse" | "wrongState";

/** Changes what somebody of the team may do, and which calendar is theirs (F5). It counts from their next request on. */
export async function changeMember(
  ctx: TenantContext,
  input: ChangeMemberInput,
): Promise<Result<{ id: string }, Reason>> {
  const locked = requireRight(ctx.actor, "team.write") ?? (await lockTeam(ctx));
  if (locked) return locked;
  const member = await findMember(ctx, input.id);
  if (!member) return refuse("notFound", "This person is no longer in the team.");
  const refused = await refuseChange(ctx, member, input);
  if (refused) return refused;

  const { role, staffId } = input;
  const { granted, denied } = overridesFor(role, allowedRights(role, input));
  await ctx.db.membership.updateMany({
    where: { id: member.id },
    data: { role, staffId, grantedRights: granted, deniedRights: denied },
  });
  const before = { granted: member.granted, denied: member.denied, staffId: member.staffId };
  await appendEvent(ctx, {
    type: "team.memberChanged",
    subjectType: "membership",
    subjectId: member.id,
    payload: {
      ...{ name: member.name, email: member.email, previousRole: member.role },
      ...{ role, granted, denied, staffId, before },
    },
  });
  return ok({ id: member.id });
}

async function refuseChange(
  ctx: TenantContext,
  member: MemberRow,
  input: ChangeMemberInput,
): Promise<Refused<Reason> | null> {
  if (isSelf(ctx.actor, member)) {
    return refuse("forbidden", "Nobody changes what they may do themselves. Ask an owner or another admin.");
  }
  const refused = refuseOutranked(ctx.actor, member) ?? refuseGiving(ctx.actor, input, member);
  if (refused) return refused;
  if (await isLastOwner(ctx, member)) {
    return refuse("wrongState", "A business needs an owner: hand it over first.");
  }
  const keeps = input.staffId === null || input.staffId === member.staffId;
  return keeps ? null : refuseCalendar(ctx, input.staffId ?? "", member.id);
}
