import type { BusinessCase, CaseRule } from "#modules/availability/business-case.ts";

/**
 * A case without one of its features. Where the engine's answer changes by it, the feature mattered: counting such
 * cases shows that random cases do meet the rules they are meant to test.
 */
export const variations: Record<string, (asked: BusinessCase) => BusinessCase> = {
  overrides: without((rule) => rule.kind === "override"),
  holidays: without((rule) => rule.kind === "holiday"),
  "time off": without((rule) => rule.kind === "timeOff"),
  "time off of resources": without((rule) => rule.kind === "timeOff" && rule.resourceId !== undefined),
  "monthly rules": without((rule) => rule.kind === "monthly"),
  "service hours": without((rule) => rule.kind !== "holiday" && rule.serviceId !== undefined),
  "resource hours": without((rule) => rule.kind === "weekly" && rule.resourceId !== undefined),
  "staff hours": without((rule) => rule.kind === "weekly" && rule.staffId !== undefined),
  "every so many weeks": changed((rule) => (rule.kind === "weekly" ? { ...rule, everyWeeks: 1 } : rule)),
  priority: changed((rule) => ("priority" in rule ? { ...rule, priority: 0 } : rule)),
  "dates of recurring rules": changed((rule) =>
    rule.kind === "weekly" || rule.kind === "monthly" ? { ...rule, from: undefined, to: undefined } : rule,
  ),
  "overnight hours": changed((rule) =>
    rule.kind === "holiday" ? rule : { ...rule, hours: rule.hours.filter(([from, to]) => to > from) },
  ),
  "bookings of staff": (asked) => ({
    ...asked,
    bookings: asked.bookings.filter(({ staffId }) => staffId === undefined),
  }),
  "bookings of units": (asked) => ({
    ...asked,
    bookings: asked.bookings.filter(({ unitId }) => unitId === undefined),
  }),
  resources: (asked) => ({ ...asked, service: { ...asked.service, requirements: [] } }),
  travel: (asked) => ({ ...asked, travel: [] }),
  "limits of the service": (asked) => ({ ...asked, service: { ...asked.service, ...unlimited } }),
  "limits of staff": (asked) => ({
    ...asked,
    staff: asked.staff.map((member) => ({ ...member, ...unlimited })),
  }),
  "several staff": (asked) => ({ ...asked, service: { ...asked.service, staffNeeded: 1 } }),
  "a chosen member of staff": (asked) => ({ ...asked, staffId: undefined }),
  "the clock grid": (asked) => ({ ...asked, service: { ...asked.service, grid: "hours" } }),
  buffers: (asked) => ({ ...asked, service: { ...asked.service, bufferBeforeMin: 0, bufferAfterMin: 0 } }),
  "notice and horizon": (asked) => ({
    ...asked,
    business: { ...asked.business, noticeMin: 0, horizonDays: 60 },
    service: { ...asked.service, noticeMin: null, horizonDays: null },
    staff: asked.staff.map((member) => ({ ...member, noticeMin: null, horizonDays: null })),
  }),
  "the audience": (asked) => ({ ...asked, audience: "customer" }),
  seats: (asked) => ({ ...asked, seats: 1 }),
  "the zone": (asked) => ({ ...asked, business: { ...asked.business, timezone: "UTC" } }),
};

const unlimited = { maxPerDay: null, maxPerWeek: null };

function without(dropped: (rule: CaseRule) => boolean) {
  return changed((rule) => (dropped(rule) ? [] : rule));
}

function changed(change: (rule: CaseRule) => CaseRule | CaseRule[]) {
  return (asked: BusinessCase): BusinessCase => ({ ...asked, rules: asked.rules.flatMap(change) });
}
