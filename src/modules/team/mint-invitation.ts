import type { TenantContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { hashSecretToken, newSecretToken } from "#kernel/secret-token.ts";
import { invitationDays, invitationState } from "./rules/invitation-state.ts";
import type { GivenRole } from "./rules/permissions.ts";

/** What the letter says. */
export type InvitationLetter = {
  email: string;
  url: string;
  days: number;
  role: GivenRole;
  invitedBy: string | null;
  business: { name: string; accentColor: string };
};

/**
 * Makes the link of an invitation (B3); called by the job `send-invitation`, which sends it. Only the token's hash is
 * stored, and a link that was made before is dead. `notFound` when the invitation is not open any more.
 */
export async function mintInvitation(
  ctx: TenantContext,
  input: { id: string },
): Promise<Result<InvitationLetter, "notFound">> {
  const found = await ctx.db.invitation.findFirst({
    where: { id: input.id },
    select: {
      email: true,
      role: true,
      invitedBy: true,
      acceptedAt: true,
      revokedAt: true,
      expiresAt: true,
    },
  });
  const business = await ctx.db.tenant.findFirst({ select: { name: true, accentColor: true } });
  if (!found || !business || invitationState(found, ctx.clock.now()) !== "open") {
    return refuse("notFound", "This invitation is no longer open.");
  }
  const token = newSecretToken();
  await ctx.db.invitation.updateMany({
    where: { id: input.id, acceptedAt: null, revokedAt: null },
    data: { tokenHash: hashSecretToken(token) },
  });
  return ok({
    email: found.email,
    url: `${env.APP_URL}/join?token=${token}`,
    days: invitationDays,
    role: found.role as GivenRole,
    invitedBy: await nameOf(ctx, found.invitedBy),
    business,
  });
}

/** The name of whoever invited; a login is named to strangers only while it belongs to the team. */
async function nameOf(ctx: TenantContext, userId: string | null): Promise<string | null> {
  if (!userId) return null;
  const member = await ctx.db.membership.findFirst({
    where: { userId },
    select: { user: { select: { name: true } } },
  });
  return member?.user.name ?? null;
}
