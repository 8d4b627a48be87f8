/** The page of the dashboard on which a kind of thing is kept. */
const pages: Readonly<Record<string, string>> = {
  service: "/dashboard/services",
  category: "/dashboard/services",
  staff: "/dashboard/staff",
  location: "/dashboard/locations",
  resource: "/dashboard/resources",
  classSession: "/dashboard/classes",
  classSchedule: "/dashboard/classes",
  membership: "/dashboard/settings?section=team",
  invitation: "/dashboard/settings?section=team",
};

/** Where a thing of the history is found; undefined when it has no page. */
export function pageOf(subjectType: string): string | undefined {
  return pages[subjectType];
}
