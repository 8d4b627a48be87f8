/** What owners are told about their plan (A2) and their domains (A4): the kind of the letter by the type of the event. */
const kinds = {
  "billing.trialEnding": "trialEnding",
  "billing.trialEnded": "trialEnded",
  "billing.paymentFailed": "paymentFailed",
  "billing.paymentReminder": "paymentReminder",
  "billing.graceEnding": "graceEnding",
  "billing.suspended": "suspended",
  "billing.restored": "restored",
  "billing.ended": "planEnded",
  "domain.givenUp": "domainGivenUp",
} as const;

export type OwnerLetterKind = (typeof kinds)[keyof typeof kinds];
export type PlanLetterKind = Exclude<OwnerLetterKind, "domainGivenUp">;

export function ownerLetterOf(eventType: string): OwnerLetterKind | null {
  return Object.hasOwn(kinds, eventType) ? kinds[eventType as keyof typeof kinds] : null;
}

/** The states of a subscription in which a letter is still news; absent: in every state. */
const newsIn: Partial<Record<PlanLetterKind, readonly string[]>> = {
  trialEnding: ["trialing"],
  paymentFailed: ["past_due", "suspended"],
  paymentReminder: ["past_due"],
  graceEnding: ["past_due"],
  suspended: ["suspended"],
};

/** Nobody is asked for a payment that has been made meanwhile. */
export function isLetterOvertaken(kind: PlanLetterKind, status: string): boolean {
  return !(newsIn[kind] ?? [status]).includes(status);
}
