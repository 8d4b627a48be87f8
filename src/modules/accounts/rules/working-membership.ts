import type { Acting, Membership } from "../schema.ts";
import { chooseMembership } from "./choose-membership.ts";
import { ownersAlone } from "./rights.ts";

/**
 * What a login works as: a platform admin who acts as a business has it for theirs, with what an owner may do but for
 * what owners alone decide (A8); everybody else is the member of the business they chose.
 */
export function workingMembership(
  { acting, memberships }: { acting: Acting | null; memberships: readonly Membership[] },
  chosenTenantId: string | undefined,
): Membership | undefined {
  if (!acting) return chooseMembership(memberships, chosenTenantId);
  const { until: _until, ...business } = acting;
  return {
    ...business,
    membershipId: "",
    role: "owner",
    staffId: null,
    grantedRights: [],
    deniedRights: [...ownersAlone],
  };
}
