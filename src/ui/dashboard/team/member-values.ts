import { type Right, rightsOf } from "#modules/accounts/rules/rights.ts";
import { allowedRights, type GivenRole, overridesFor } from "#modules/team/rules/permissions.ts";
import type { MemberView } from "#modules/team/schema.ts";

export const roleNames = { owner: "Owner", admin: "Admin", staff: "Staff" } as const;

export const roleDetails: Record<GivenRole, string> = {
  admin: "Runs the business with the owner: everything but the payment and handing it over.",
  staff: "Works here: looks at everything, changes the appointments of their own calendar.",
};

/** In the choice of a calendar: nobody's, and a staff member who is made for the login. */
export const noCalendar = "none";
export const newCalendar = "new";

/** What the forms of the team edit. */
export type MemberValues = {
  email: string;
  role: GivenRole;
  /** A staff member's id, or one of the two above. */
  calendar: string;
  newStaffName: string;
  /** Everything they may do. */
  allowed: Right[];
};

/** The form's values: those of a member, or of an invitation to begin with. */
export function memberValues(member: MemberView | null): MemberValues {
  const role = member?.role === "admin" ? "admin" : "staff";
  return {
    email: member?.email ?? "",
    role,
    calendar: member ? (member.staffId ?? noCalendar) : newCalendar,
    newStaffName: "",
    allowed: member ? allowedRights(role, member) : [...rightsOf[role]],
  };
}

/** What the verb for a change takes. */
export function changeOf({ role, calendar, allowed }: MemberValues) {
  return { role, staffId: calendar === noCalendar ? null : calendar, ...overridesFor(role, allowed) };
}

/** What the verb for an invitation takes. */
export function invitationOf({ email, role, calendar, newStaffName, allowed }: MemberValues) {
  const staffId = calendar === noCalendar || calendar === newCalendar ? {} : { staffId: calendar };
  const made = calendar === newCalendar ? { newStaffName } : {};
  return { email, role, ...staffId, ...made, ...overridesFor(role, allowed) };
}

/** "Staff, with more rights": the role and whether somebody has other rights than it gives. */
export function standingWords({ role, granted, denied }: MemberView): string {
  const differs = [granted.length > 0 ? "more" : "", denied.length > 0 ? "fewer" : ""].filter(Boolean);
  if (differs.length === 0) return roleNames[role];
  return `${roleNames[role]}, ${differs.join(" and ")} rights`;
}
