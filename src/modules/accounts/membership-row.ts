import type { Membership, Role } from "./schema.ts";

/** A row of the function `businesses_of`. */
export type MembershipRow = {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended";
  membership_id: string;
  role: Role;
  staff_id: string | null;
  granted_rights: string[];
  denied_rights: string[];
};

export function membershipOf(row: MembershipRow): Membership {
  return {
    membershipId: row.membership_id,
    tenantId: row.id,
    slug: row.slug,
    businessName: row.name,
    status: row.status,
    role: row.role,
    staffId: row.staff_id,
    grantedRights: row.granted_rights,
    deniedRights: row.denied_rights,
  };
}
