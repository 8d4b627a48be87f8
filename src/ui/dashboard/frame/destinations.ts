import type { IconName } from "#ui/dashboard/parts/icons.tsx";

export type Destination = { href: string; label: string; icon: IconName };

export const destinations: readonly Destination[] = [
  { href: "/dashboard", label: "Calendar", icon: "calendar" },
  { href: "/dashboard/appointments", label: "Appointments", icon: "list" },
  { href: "/dashboard/customers", label: "Customers", icon: "people" },
  { href: "/dashboard/classes", label: "Classes", icon: "seats" },
  { href: "/dashboard/services", label: "Services", icon: "tag" },
  { href: "/dashboard/staff", label: "Staff", icon: "badge" },
  { href: "/dashboard/resources", label: "Resources", icon: "room" },
  { href: "/dashboard/locations", label: "Locations", icon: "pin" },
  { href: "/dashboard/settings", label: "Settings", icon: "settings" },
];

/** The tabs of a phone; the rest is behind "More". */
export const tabCount = 3;

/** The destination that an address belongs to; the calendar is the dashboard's own address only. */
export function destinationOf(pathname: string): Destination | undefined {
  return destinations.find(({ href }) =>
    href === "/dashboard" ? pathname === href : pathname === href || pathname.startsWith(`${href}/`),
  );
}
