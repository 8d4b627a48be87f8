/** What happened, for each type of event, as a sentence that begins with who did it: "Ana Silva · Moved an appointment". */
export const eventWords: Readonly<Record<string, string>> = {
  "appointment.booked": "Booked an appointment",
  "appointment.confirmed": "Confirmed an appointment",
  "appointment.rescheduled": "Moved an appointment",
  "appointment.rezoned": "Kept an appointment at its time under new clock rules",
  "appointment.settled": "Gave an appointment that met another one its time to itself",
  "appointment.edited": "Changed the details of an appointment",
  "appointment.cancelled": "Cancelled an appointment",
  "appointment.completed": "Marked an appointment as completed",
  "appointment.noShow": "Marked an appointment as a no-show",

  "class.schedule_saved": "Saved a class that repeats",
  "class.schedule_archived": "Ended a class that repeats",
  "class.sessions_made": "Added coming dates of a class",
  "class.session_added": "Added a date of a class",
  "class.session_changed": "Changed a date of a class",
  "class.session_cancelled": "Cancelled a date of a class",

  "customer.added": "Added a customer",
  "customer.changed": "Changed a customer's record",

  "service.added": "Added a service",
  "service.changed": "Changed a service",
  "service.archived": "Archived a service",
  "service.restored": "Brought back a service",
  "category.added": "Added a category",
  "category.changed": "Renamed a category",
  "category.removed": "Removed a category",

  "staff.added": "Added a staff member",
  "staff.changed": "Changed a staff member",
  "staff.archived": "Archived a staff member",
  "staff.restored": "Brought back a staff member",

  "schedule.hours_changed": "Changed the weekly hours",
  "schedule.plan_saved": "Saved other hours for some weeks or months",
  "schedule.plan_removed": "Removed other hours for some weeks or months",
  "schedule.override_saved": "Saved special hours",
  "schedule.override_removed": "Removed special hours",
  "schedule.time_off_added": "Added time off",
  "schedule.time_off_removed": "Removed time off",
  "schedule.holidays_saved": "Chose the public holidays",
  "schedule.holidays_removed": "Opened on public holidays again",

  "location.added": "Added a location",
  "location.changed": "Changed a location",
  "location.archived": "Archived a location",
  "resource.added": "Added a resource",
  "resource.changed": "Changed a resource",
  "resource.archived": "Archived a resource",
  "resource.restored": "Brought back a resource",

  "picture.added": "Uploaded a picture",

  "business.created": "Created the business",
  "business.provisioned": "Set the business up for a site",
  "business.updated": "Changed the settings of the business",
  "business.changed": "Changed the business for its site",
  "business.set_up": "Finished setting up",
  "business.look_changed": "Changed the look of the pages",
  "business.travel_changed": "Changed the times between locations",
  "business.modeChanged": "Changed where customers book",
  "business.slugChanged": "Changed the address of the booking page",
  "business.suspended": "Suspended the business: no new bookings",
  "business.restored": "Restored the business",
  "business.paymentsAllowed": "Allowed the business to take payments",
  "business.paymentsStopped": "Stopped the business from taking payments",
  "business.planGiven": "Gave the business a plan",
  "business.planAssigned": "Changed the plan of the business",
  "business.viewed": "Looked at the business's page",
  "business.hostMapped": "Pointed a site at the business",
  "business.hostUnmapped": "Took a site away from the business",
  "business.hoursSaved": "Saved the business's hours",
  "business.serviceSaved": "Saved a service of the business",
  "business.staffSaved": "Saved a staff member of the business",
  "business.userSaved": "Saved a user of the business",
  "business.userRemoved": "Removed a user of the business",
  "business.userSignedIn": "Signed a user of the business in",
  "question.added": "Added a question and its answer",
  "question.changed": "Changed a question or its answer",
  "question.removed": "Removed a question",
  "question.reordered": "Put the questions in another order",
  "domain.added": "Added a domain",
  "domain.verified": "Verified a domain",
  "domain.preferred": "Made a domain the main one",
  "domain.certified": "Got a certificate for a domain",
  "domain.givenUp": "Stopped looking for a domain's records",
  "domain.removed": "Removed a domain",

  "team.invited": "Invited somebody to the team",
  "team.invitationSentAgain": "Sent an invitation again",
  "team.invitationRevoked": "Withdrew an invitation",
  "team.joined": "Joined the team",
  "team.left": "Left the team",
  "team.memberChanged": "Changed what a team member may do",
  "team.memberRemoved": "Removed somebody from the team",
  "team.ownershipTransferred": "Handed the business over to a new owner",

  "subscription.changed": "Changed the plan",
  "billing.trialEnding": "Reminded the owner that the trial ends soon",
  "billing.trialEnded": "Ended the trial",
  "billing.paymentFailed": "Noted that a payment failed",
  "billing.paymentReminder": "Reminded the owner of a payment that is missing",
  "billing.graceEnding": "Reminded the owner that bookings stop soon",
  "billing.suspended": "Stopped new bookings until the plan is paid",
  "billing.restored": "Let new bookings in again after a payment",
  "billing.ended": "Ended the plan",

  "platform.actingStarted": "Began to act as the business",
  "platform.actingStopped": "Stopped acting as the business",

  "trail.viewed": "Read the audit trail of all businesses",

  "admin.granted": "Made somebody a platform admin",
  "admin.revoked": "Took the platform admin's right away",
  "login.disabled": "Disabled a login",
  "login.enabled": "Enabled a login",
  "login.signedOut": "Signed somebody out everywhere",
  "plan.added": "Added a plan",
  "plan.changed": "Changed a plan",
  "plan.retired": "Retired a plan",
  "plan.offered": "Offered a plan again",
  "job.retried": "Had a failed job tried again",
  "job.deleted": "Deleted a failed job",
  "builder.created": "Added a website builder",
  "builder.changed": "Changed a website builder",
  "builder.keyAdded": "Made a key for a website builder",
  "builder.keyRevoked": "Revoked a key of a website builder",
};

/** An event in words; one of a later version by its type. */
export function wordsOf(type: string): string {
  return eventWords[type] ?? type;
}

type EventKind = { value: string; label: string; nouns: readonly string[] };

/** How a history is narrowed down: by what an event is about, the noun before its dot. */
export const eventKinds: readonly EventKind[] = [
  { value: "appointments", label: "Appointments", nouns: ["appointment"] },
  { value: "classes", label: "Classes", nouns: ["class"] },
  { value: "customers", label: "Customers", nouns: ["customer"] },
  { value: "services", label: "Services", nouns: ["service", "category"] },
  { value: "staff", label: "Staff", nouns: ["staff"] },
  { value: "hours", label: "Hours and time off", nouns: ["schedule"] },
  { value: "places", label: "Locations and resources", nouns: ["location", "resource"] },
  { value: "business", label: "Business and pages", nouns: ["business", "question", "domain", "picture"] },
  { value: "team", label: "Team", nouns: ["team"] },
  { value: "plan", label: "Plan and billing", nouns: ["subscription", "billing"] },
  { value: "platform", label: "Access by the platform", nouns: ["platform", "trail"] },
];

/** What happens to the platform itself. */
export const platformKinds: readonly EventKind[] = [
  ...eventKinds,
  { value: "logins", label: "Logins and admins", nouns: ["login", "admin"] },
  { value: "plans", label: "Plans on offer", nouns: ["plan"] },
  { value: "jobs", label: "Jobs", nouns: ["job"] },
  { value: "builders", label: "Website builders", nouns: ["builder"] },
];

/** The nouns of a kind; null: every one. */
export function nounsOf(kind: string | undefined): readonly string[] | null {
  return platformKinds.find(({ value }) => value === kind)?.nouns ?? null;
}
