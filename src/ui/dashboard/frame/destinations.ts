import type { Right } from "#modules/accounts/rules/rights.ts";
import type { IconName } from "#ui/dashboard/parts/icons.tsx";

export type Destination = {
  href: string;
  label: string;
  icon: IconName;
  /** Left out for those who have not this right. */
  right?: Right;
};

export const destinations: readonly Destination[] = [
  { href: "/dashboard", label: "Calendar", icon: "calendar" },
  { href: "/dashboard/appointments", label: "Appointments", icon: "list" },
  { href: "/dashboard/customers", label: "Customers", icon: "people", right: "customers.read" },
  { href: "/dashboard/classes", label: "Classes", icon: "seats" },
  { href: "/dashboard/services", label: "Services", icon: "tag" },
  { href: "/dashboard/staff", label: "Staff", icon: "badge" },
  { href: "/dashboard/resources", label: "Resources", icon: "room" },
  { href: "/dashboard/locations", label: "Locations", icon: "pin" },
  { href: "/dashboard/settings", label: "Settings", icon: "settings" },
];

/** The tabs of a phone; the rest is behind "More". */
export const tabCount = 3;

/** Those that somebody with these rights is led to. */
export function destinationsFor(rights: readonly Right[]): Destination[] {
  return destinations.filter(({ right }) => right === undefined || rights.includes(right));
}

/** The destination that an address belongs to; the first is at its own address only, the others begin with it. */
export function destinationOf(
  pathname: string,
  among: readonly Destination[] = destinations,
): Destination | undefined {
  return among.find(({ href }, index) => pathname === href || (index > 0 && pathname.startsWith(`${href}/`)));
}
