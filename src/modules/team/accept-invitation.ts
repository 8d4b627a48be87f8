import { appendEvent } from "#database/events.ts";
import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { ensureLogin } from "#modules/accounts/ensure-login.ts";
import { findInvitation, type InvitationPlace } from "./read-invitation.ts";
import type { GivenRole } from "./rules/permissions.ts";

export type AcceptInvitationInput = {
  token: string;
  /** Who is signed in in this browser, if anybody is. */
  signedIn: { userId: string; email: string } | null;
  /** What a login that is made for them is called. */
  name: string;
};

export type Joined = { tenantId: string; userId: string; email: string; name: string };

type Reason = "notFound" | "wrongState" | "forbidden";

/**
 * Joins a team by the link of an invitation (B3), once. The link has reached the mailbox, so it proves the address as a
 * sign-in link does; somebody who is signed in with another one joins by neither.
 */
export async function acceptInvitation(
  input: AcceptInvitationInput,
  clock: Clock = systemClock,
): Promise<Result<Joined, Reason>> {
  const place = await findInvitation(input.token);
  if (!place) return refuse("notFound", "This link does not work. A newer one may have been sent.");
  const scope = { tenantId: place.tenantId, actor: { kind: "system", job: "join" } as const, clock };
  return withTenant(scope, (ctx) => join(ctx, place, input));
}

/** One statement decides: of two who use the same link at once, one gets a row. */
const consume = `
  UPDATE invitation SET accepted_at = $3
  WHERE tenant_id = $1 AND id = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3
  RETURNING email, role, staff_id AS "staffId", granted_rights AS granted, denied_rights AS denied`;

type Invitation = {
  email: string;
  role: GivenRole;
  staffId: string | null;
  granted: string[];
  denied: string[];
};

async function join(
  ctx: TenantContext,
  { id }: InvitationPlace,
  { signedIn, name }: AcceptInvitationInput,
): Promise<Result<Joined, Reason>> {
  const now = new Date(ctx.clock.now());
  const [invitation] = await ctx.sql<Invitation>(consume, [ctx.tenantId, id, now]);
  if (!invitation) return refuse("wrongState", "This invitation is not open any more.");
  if (signedIn && signedIn.email !== invitation.email) {
    return refuse("forbidden", `This invitation is for ${invitation.email}. Sign in with that address.`);
  }
  const { email } = invitation;
  const { userId } = signedIn ?? (await ensureLogin(ctx, { email, name }));
  const login = await ctx.db.user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { name: true },
  });
  if (!login) return refuse("forbidden", "This login has been disabled. Ask whoever runs this installation.");
  await becomeMember({ ...ctx, actor: { kind: "member", userId, role: invitation.role } }, id, invitation);
  return ok({ tenantId: ctx.tenantId, userId, email, name: login.name });
}

/** Whoever is a member already, by another way, stays what they are. */
const insertMember = `
  INSERT INTO membership (tenant_id, id, user_id, role, staff_id, granted_rights, denied_rights)
  SELECT $1, $2, $3, $4,
    (SELECT s.id FROM staff s WHERE s.tenant_id = $1 AND s.id = $5
      AND NOT EXISTS (SELECT FROM membership o WHERE o.tenant_id = $1 AND o.staff_id = s.id)),
    $6, $7
  ON CONFLICT (tenant_id, user_id) DO NOTHING RETURNING id`;

async function becomeMember(ctx: TenantContext, invitationId: string, invitation: Invitation): Promise<void> {
  if (ctx.actor.kind !== "member") return;
  const { email, role, staffId, granted, denied } = invitation;
  const values = [ctx.tenantId, newId(), ctx.actor.userId, role, staffId, granted, denied];
  const [member] = await ctx.sql<{ id: string }>(insertMember, values);
  if (!member) return;
  await appendEvent(ctx, {
    type: "team.joined",
    subjectType: "membership",
    subjectId: member.id,
    payload: { email, role, granted, denied, staffId, invitationId },
  });
}
