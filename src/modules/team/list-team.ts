import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { hasRight, requireRight } from "#modules/accounts/rules/rights.ts";
import { invitationDays } from "./rules/invitation-state.ts";
import { isSelf, refuseOutranked } from "./rules/team-rules.ts";
import type { InvitationView, ListTeamOutput, MemberView } from "./schema.ts";
import { type MemberRow, readMembers } from "./team-rows.ts";

/** Who belongs to the business, and who was asked to (F5). */
export async function listTeam(ctx: TenantContext): Promise<Result<ListTeamOutput, "forbidden">> {
  const refused = requireRight(ctx.actor, "team.read");
  if (refused) return refused;
  const members = await readMembers(ctx);
  return ok({
    members: members.map((member) => memberView(ctx, member)),
    invitations: await openInvitations(ctx),
  });
}

function memberView({ actor }: TenantContext, member: MemberRow): MemberView {
  const { userId: _userId, since, ...view } = member;
  const self = isSelf(actor, member);
  const changeable = !self && hasRight(actor, "team.write") && refuseOutranked(actor, member) === null;
  return { ...view, since: since.toISOString(), self, changeable };
}

async function openInvitations(ctx: TenantContext): Promise<InvitationView[]> {
  const rows = await ctx.db.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: 200,
    select: { id: true, email: true, role: true, expiresAt: true, staff: { select: { name: true } } },
  });
  const now = ctx.clock.now();
  return rows.map(({ id, email, role, expiresAt, staff }) => ({
    id,
    email,
    role: role === "admin" ? "admin" : "staff",
    staffName: staff?.name ?? null,
    sentAt: new Date(expiresAt.getTime() - invitationDays * 86_400_000).toISOString(),
    expiresAt: expiresAt.toISOString(),
    expired: expiresAt.getTime() <= now,
  }));
}
