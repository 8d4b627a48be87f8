import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { invitationDays, invitationExpiry } from "./rules/invitation-state.ts";
import type { ResendInvitationInput } from "./schema.ts";
import { lockTeam } from "./team-rows.ts";

/** Seconds between two letters to the same person. */
const pauseSeconds = 60;

/** Sends an invitation anew (B3), for another seven days. The link of the letter before is dead at once. */
export async function resendInvitation(
  ctx: TenantContext,
  input: ResendInvitationInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "rateLimited">> {
  const refused = requireRight(ctx.actor, "team.write") ?? (await lockTeam(ctx));
  if (refused) return refused;
  const open = { id: input.id, acceptedAt: null, revokedAt: null };
  const found = await ctx.db.invitation.findFirst({
    where: open,
    select: { email: true, expiresAt: true },
  });
  if (!found) return refuse("notFound", "This invitation is no longer open.");
  const now = ctx.clock.now();
  const sentAt = found.expiresAt.getTime() - invitationDays * 86_400_000;
  if (now - sentAt < pauseSeconds * 1000) {
    return refuse("rateLimited", "It was sent less than a minute ago. Give it a moment to arrive.");
  }
  await ctx.db.invitation.updateMany({
    where: open,
    data: { tokenHash: null, expiresAt: invitationExpiry(now) },
  });
  await ctx.sql("SELECT enqueue('send-invitation', jsonb_build_object('invitationId', $1::text))", [
    input.id,
  ]);
  await appendEvent(ctx, {
    type: "team.invitationSentAgain",
    subjectType: "invitation",
    subjectId: input.id,
    payload: { email: found.email },
  });
  return ok({ id: input.id });
}
