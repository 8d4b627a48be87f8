import type { Membership } from "../schema.ts";

/**
 * The business that a login works in: the one it chose last, when it still belongs to it, else its first that is
 * active, else its first. The choice comes from a cookie and is worth nothing without a membership.
 */
export function chooseMembership(
  memberships: readonly Membership[],
  chosenTenantId: string | undefined,
): Membership | undefined {
  return (
    memberships.find((membership) => membership.tenantId === chosenTenantId) ??
    memberships.find((membership) => membership.status === "active") ??
    memberships[0]
  );
}
