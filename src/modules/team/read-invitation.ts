import { platformQuery, withTenant } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { hashSecretToken } from "#kernel/secret-token.ts";
import { type InvitationState, invitationState } from "./rules/invitation-state.ts";
import type { GivenRole } from "./rules/permissions.ts";

export type InvitationPlace = { tenantId: TenantId; id: string };

/** The business and the invitation behind a link, in whatever state it is. */
export async function findInvitation(token: string): Promise<InvitationPlace | null> {
  const [row] = await platformQuery<{ tenant_id: string; id: string }>(
    "SELECT tenant_id, id FROM invitation_of_token($1)",
    [hashSecretToken(token)],
    "invitation_of_token",
  );
  return row ? { tenantId: tenantIdFrom(row.tenant_id), id: row.id } : null;
}

/** What the page behind the link says before anything is done. */
export type InvitationToRead = {
  state: InvitationState;
  email: string;
  role: GivenRole;
  businessName: string;
  staffName: string | null;
  /** Whether there is a login with this address: it has a name already. Its owner alone has the link. */
  hasLogin: boolean;
};

/** Reads an invitation by the token of its link (B3). It is used by a button: programs open links, too. */
export async function readInvitation(
  input: { token: string },
  clock: Clock = systemClock,
): Promise<Result<InvitationToRead, "notFound">> {
  const place = await findInvitation(input.token);
  const read = place && (await readPlace(place, clock));
  return read ? ok(read) : refuse("notFound", "This link does not work. A newer one may have been sent.");
}

function readPlace({ tenantId, id }: InvitationPlace, clock: Clock): Promise<InvitationToRead | null> {
  return withTenant({ tenantId, actor: { kind: "system", job: "join" }, clock }, async (ctx) => {
    const found = await ctx.db.invitation.findFirst({
      where: { id },
      select: {
        email: true,
        role: true,
        acceptedAt: true,
        revokedAt: true,
        expiresAt: true,
        staff: { select: { name: true } },
      },
    });
    const business = await ctx.db.tenant.findFirst({
      where: { status: { not: "deleted" } },
      select: { name: true },
    });
    if (!found || !business) return null;
    const { email, role, staff } = found;
    return {
      state: invitationState(found, clock.now()),
      email,
      role: role as GivenRole,
      businessName: business.name,
      staffName: staff?.name ?? null,
      hasLogin: (await ctx.db.user.count({ where: { email } })) > 0,
    };
  });
}
