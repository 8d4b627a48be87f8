import type { Inputs } from "#ui/dashboard/data/trpc.ts";

export const tabs = [
  {
    value: "upcoming",
    label: "Upcoming",
    none: "No appointments ahead. Book one for a caller, or share the booking page.",
  },
  { value: "past", label: "Past", none: "No visits yet. They appear here once their time has come." },
  { value: "cancelled", label: "Cancelled", none: "Nothing has been cancelled." },
] as const;

export type Tab = (typeof tabs)[number]["value"];

/** What each tab asks the server for: upcoming from now on, past backwards, cancelled by time, the newest first. */
export function listedAppointments(tab: Tab, now: string): Inputs["appointments"]["list"] {
  if (tab === "upcoming") return { from: now, order: "asc", statuses: ["pending", "confirmed"] };
  if (tab === "past")
    return { to: now, order: "desc", statuses: ["pending", "confirmed", "completed", "no_show"] };
  return { order: "desc", statuses: ["cancelled"] };
}
