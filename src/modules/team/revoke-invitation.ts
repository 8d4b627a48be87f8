import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RevokeInvitationInput } from "./schema.ts";
import { lockTeam } from "./team-rows.ts";

/** Takes an invitation back (B3): its link says so from then on. A staff member who was made for it stays. */
export async function revokeInvitation(
  ctx: TenantContext,
  input: RevokeInvitationInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "team.write") ?? (await lockTeam(ctx));
  if (refused) return refused;
  const open = { id: input.id, acceptedAt: null, revokedAt: null };
  const found = await ctx.db.invitation.findFirst({ where: open, select: { email: true } });
  if (!found) return refuse("notFound", "This invitation is no longer open.");
  await ctx.db.invitation.updateMany({ where: open, data: { revokedAt: new Date(ctx.clock.now()) } });
  await appendEvent(ctx, {
    type: "team.invitationRevoked",
    subjectType: "invitation",
    subjectId: input.id,
    payload: { email: found.email },
  });
  return ok({ id: input.id });
}
