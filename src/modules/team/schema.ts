import { z } from "zod";
import type { Right } from "#modules/accounts/rules/rights.ts";
import type { Role } from "#modules/accounts/schema.ts";
import { email, id, requiredText } from "#modules/tenants/fields.ts";
import { givenRoles, overridableRights } from "./rules/permissions.ts";

const overrides = z.array(z.enum(overridableRights as [Right, ...Right[]])).max(50);

/** What a member may do: the role, and what differs from it (F5). */
const standing = {
  role: z.enum(givenRoles),
  granted: overrides.default([]),
  denied: overrides.default([]),
};

export const InviteMemberInput = z.object({
  email,
  ...standing,
  /** The staff member whose calendar is theirs. */
  staffId: id.optional(),
  /** Instead of `staffId`: the name of a staff member to be made for them. */
  newStaffName: requiredText("Enter a name").optional(),
});
export type InviteMemberInput = z.infer<typeof InviteMemberInput>;

export const ResendInvitationInput = z.object({ id });
export type ResendInvitationInput = z.infer<typeof ResendInvitationInput>;

export const RevokeInvitationInput = z.object({ id });
export type RevokeInvitationInput = z.infer<typeof RevokeInvitationInput>;

export const ChangeMemberInput = z.object({
  id,
  ...standing,
  /** Null: no calendar of their own. */
  staffId: id.nullable(),
});
export type ChangeMemberInput = z.infer<typeof ChangeMemberInput>;

export const ChooseOwnCalendarInput = z.object({ staffId: id.nullable() });
export type ChooseOwnCalendarInput = z.infer<typeof ChooseOwnCalendarInput>;

export const RemoveMemberInput = z.object({ id });
export type RemoveMemberInput = z.infer<typeof RemoveMemberInput>;

export const TransferOwnershipInput = z.object({
  /** The member who owns the business from then on. */
  id,
  /** Not needed in the first minutes after signing in. */
  currentPassword: z.string().max(1000).optional(),
});
export type TransferOwnershipInput = z.infer<typeof TransferOwnershipInput>;

/** The token of a link, as it stands in the letter. */
export const invitationToken = z.string().regex(/^[\w-]{20,100}$/);

/** A member, as the team sees one. */
export type MemberView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  granted: string[];
  denied: string[];
  staffId: string | null;
  staffName: string | null;
  /** Instant, ISO 8601. */
  since: string;
  /** Whether it is the one who asks. */
  self: boolean;
  /** Whether the one who asks may change or remove them. */
  changeable: boolean;
};

/** Somebody who was asked to join and has not yet. */
export type InvitationView = {
  id: string;
  email: string;
  role: "admin" | "staff";
  staffName: string | null;
  /** Instants, ISO 8601. */
  sentAt: string;
  expiresAt: string;
  expired: boolean;
};

export type ListTeamOutput = { members: MemberView[]; invitations: InvitationView[] };
