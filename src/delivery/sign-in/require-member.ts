import { cookies } from "next/headers";
import { cache } from "react";
import type { Actor } from "#database/tenant-context.ts";
import { type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { type IdentifiedLogin, identifyLogin } from "#modules/accounts/identify-login.ts";
import { workingMembership } from "#modules/accounts/rules/working-membership.ts";
import type { Acting, Login, Membership } from "#modules/accounts/schema.ts";
import { businessCookie, sessionCookie, sessionIdOf } from "./session-cookie.ts";

/** A signed-in member of a business, with everything that `withTenant` needs. */
export type Member = {
  user: Login;
  sessionId: string;
  membership: Membership;
  /** All businesses of the login, for the switcher. */
  memberships: Membership[];
  tenantId: TenantId;
  actor: Extract<Actor, { kind: "member" }>;
  isPlatformAdmin: boolean;
  /** Whether a website builder opened the session (A1). */
  isFromSite: boolean;
  /** Set while a platform admin acts as the business (A8). */
  acting: Acting | null;
};

/** Who asks, by the session cookie; looked up in the database once per rendered page. */
export const currentLogin = cache(async (): Promise<IdentifiedLogin | null> => {
  const sessionId = await sessionIdOf((await cookies()).get(sessionCookie.name)?.value);
  return sessionId ? identifyLogin(sessionId) : null;
});

/**
 * The member who asks and the business they work in, for server components and route handlers; null when nobody is
 * signed in or the login belongs to no business.
 */
export async function requireMember(): Promise<Member | null> {
  const identified = await currentLogin();
  if (!identified) return null;
  const chosen = (await cookies()).get(businessCookie)?.value;
  return memberOf(identified, chosen);
}

/** The member that a login is in the business it has chosen. */
export function memberOf(identified: IdentifiedLogin, chosenTenantId: string | undefined): Member | null {
  const { login, sessionId, isPlatformAdmin, isFromSite, acting } = identified;
  const membership = workingMembership(identified, chosenTenantId);
  if (!membership) return null;
  const { role, staffId, grantedRights: granted, deniedRights: denied } = membership;
  const actor: Member["actor"] = { kind: "member", userId: login.userId, role, granted, denied };
  if (staffId) actor.staffId = staffId;
  if (acting) actor.isPlatformAdmin = true;
  return {
    user: login,
    sessionId,
    membership,
    memberships: acting ? [membership] : identified.memberships,
    isPlatformAdmin,
    isFromSite,
    acting,
    tenantId: tenantIdFrom(membership.tenantId),
    actor,
  };
}

/** The login of a platform admin, for `/platform`; null for everybody else (A8). */
export async function requirePlatformAdmin(): Promise<IdentifiedLogin | null> {
  const identified = await currentLogin();
  return identified?.isPlatformAdmin ? identified : null;
}
