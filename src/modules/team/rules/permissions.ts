import { type Right, rights, rightsOf } from "#modules/accounts/rules/rights.ts";

/** What can be allowed or forbidden to a member beyond the role (F5), in words for people. */
export type Permission = { key: string; words: string; detail?: string; rights: readonly Right[] };

export const permissions: readonly Permission[] = [
  {
    key: "calendars",
    words: "See and change everybody’s appointments",
    detail: "Without it: those of their own calendar only.",
    rights: ["calendar.all"],
  },
  {
    key: "appointments",
    words: "Book, move and cancel appointments",
    detail: "Without it: they can look, and change nothing.",
    rights: ["appointments.write"],
  },
  { key: "customers", words: "See customers", rights: ["customers.read"] },
  { key: "editCustomers", words: "Add and change customers", rights: ["customers.write"] },
  { key: "visitHistory", words: "See who changed an appointment", rights: ["history.read"] },
  { key: "schedules", words: "Change hours, time off and classes", rights: ["schedule.write"] },
  { key: "services", words: "Change services and resources", rights: ["catalog.write"] },
  { key: "staff", words: "Add and change staff members", rights: ["staff.write"] },
  {
    key: "business",
    words: "Change the business and its booking page",
    detail: "Name, contact, locations, policies and rules of booking.",
    rights: ["business.write"],
  },
  { key: "addresses", words: "Change web addresses", rights: ["domains.write"] },
  {
    key: "team",
    words: "Invite people and change what they may do",
    detail: "Never more than they may do themselves.",
    rights: ["team.read", "team.write"],
  },
  { key: "trail", words: "Read the history of all changes", rights: ["audit.read"] },
  { key: "plan", words: "See the plan and the invoices", rights: ["billing.read"] },
  { key: "payment", words: "Change the plan and how it is paid", rights: ["billing.write"] },
];

/** Rights that can be granted or denied one by one. The others come with belonging to the business, or owning it. */
export const overridableRights: readonly Right[] = rights.filter((right) =>
  permissions.some((permission) => permission.rights.includes(right)),
);

export type Overrides = { granted: Right[]; denied: Right[] };

/** The roles that somebody can be given; a business's owner is made by handing it over. */
export const givenRoles = ["admin", "staff"] as const;
export type GivenRole = (typeof givenRoles)[number];

/** How the rights in `allowed` differ from those of the role: only that is kept. */
export function overridesFor(role: GivenRole, allowed: readonly Right[]): Overrides {
  const byRole = rightsOf[role];
  return {
    granted: overridableRights.filter((right) => allowed.includes(right) && !byRole.includes(right)),
    denied: overridableRights.filter((right) => !allowed.includes(right) && byRole.includes(right)),
  };
}

/** The rights of a role with what was granted and denied beyond it. */
export function allowedRights(
  role: "owner" | GivenRole,
  { granted, denied }: { granted: readonly string[]; denied: readonly string[] },
): Right[] {
  return rights.filter(
    (right) => !denied.includes(right) && (granted.includes(right) || rightsOf[role].includes(right)),
  );
}
