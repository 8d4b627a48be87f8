import type { Destination } from "#ui/dashboard/frame/destinations.ts";

export const platformDestinations: readonly Destination[] = [
  { href: "/platform", label: "Overview", icon: "list" },
  { href: "/platform/businesses", label: "Businesses", icon: "shop" },
  { href: "/platform/users", label: "Users", icon: "people" },
  { href: "/platform/plans", label: "Plans", icon: "tag" },
  { href: "/platform/builders", label: "Website builders", icon: "link" },
  { href: "/platform/jobs", label: "Failed jobs", icon: "warning" },
  { href: "/platform/trail", label: "Audit trail", icon: "note" },
];
