import type { ExplainedReason } from "#modules/availability/explain-schema.ts";
import type { IconName } from "#ui/dashboard/parts/icons.tsx";

/** A drawing for each kind of reason; the words beside it say the same. */
export const iconOf: Readonly<Record<ExplainedReason["code"], IconName>> = {
  suspended: "warning",
  monthFull: "warning",
  notOnline: "phone",
  nobodyPerforms: "people",
  passed: "clock",
  tooSoon: "clock",
  tooFar: "calendar",
  gap: "clock",
  closed: "shop",
  holiday: "star",
  serviceHours: "tag",
  notWorking: "clock",
  timeOff: "sun",
  endsTooLate: "clock",
  offGrid: "list",
  taken: "calendar",
  buffer: "minus",
  travel: "pin",
  dayLimit: "warning",
  weekLimit: "warning",
  resourceClosed: "room",
  resourceTaken: "room",
  notEnoughStaff: "people",
  noSession: "seats",
  noSeats: "seats",
};

/** What a reason's link opens: a record over the page, or another page. */
export type ReasonTarget =
  | {
      open: "appointment" | "session" | "staff" | "service" | "location" | "resource";
      id: string;
      part: string;
    }
  | { open: "page"; href: string };

export type ReasonLink = { label: string; target: ReasonTarget };

type Owned = NonNullable<ExplainedReason["ownedBy"]>;

/** Where the rule, the booking or the setting behind a reason is; null when there is nothing to open. */
export function linkOf(reason: ExplainedReason): ReasonLink | null {
  const { about, ownedBy } = reason;
  if (!about) return null;
  if (about.kind === "appointment") return recordLink("Open the appointment", "appointment", about.id);
  if (about.kind === "session") return recordLink("Open this date of the class", "session", about.id);
  if (about.kind === "hold" || about.kind === "block") return null;
  const owner = about.kind === "rule" || about.kind === "holiday" ? ownedBy : about;
  return owner ? ownerLink(owner, reason) : null;
}

function ownerLink({ kind, id }: Owned, { code, part }: ExplainedReason): ReasonLink | null {
  if (kind === "business") return businessLink(id);
  if (kind === "service" && code === "noSession") return pageLink("Open classes", "/dashboard/classes");
  if (kind !== "staff" && kind !== "service" && kind !== "location" && kind !== "resource") return null;
  return recordLink(labels[kind][part ?? "none"], kind, id, part === null ? "" : tabs[part]);
}

/** Names of the tabs in the records' drawers. */
const tabs = { hours: "hours", dates: "days" } as const;

const labels = {
  staff: { hours: "Open working hours", dates: "Open time off and dates", none: "Open profile" },
  service: { hours: "Open the service’s hours", dates: "Open the service’s dates", none: "Open the service" },
  location: { hours: "Open opening hours", dates: "Open closures and dates", none: "Open the location" },
  resource: { hours: "Open its hours", dates: "Open when it is not available", none: "Open the resource" },
} as const;

function businessLink(section: string): ReasonLink {
  if (section === "plan") return pageLink("Open your plan", "/dashboard/settings?section=plan");
  if (section === "booking") return pageLink("Open booking rules", "/dashboard/settings?section=booking");
  if (section === "hours")
    return pageLink("Open the hours of the business", "/dashboard/settings?section=hours");
  return pageLink("Open settings", "/dashboard/settings?section=business");
}

function recordLink(
  label: string,
  open: Extract<ReasonTarget, { id: string }>["open"],
  id: string,
  part = "",
): ReasonLink {
  return { label, target: { open, id, part } };
}

function pageLink(label: string, href: string): ReasonLink {
  return { label, target: { open: "page", href } };
}

/** Reasons of everybody first, then of each person, in the order they came in. */
export function byPerson(reasons: readonly ExplainedReason[]): [staffId: string | null, ExplainedReason[]][] {
  return [...Map.groupBy(reasons, ({ staffId }) => staffId)];
}
