/**
 * The steps of the wizard (A10) once the business is made, in order; `tenant.onboarding_step` holds the one to go on
 * with. Before them, trade and business are asked, which make it.
 */
export const onboardingSteps = [
  "hours",
  "services",
  "staff",
  "policies",
  "look",
  "payments",
  "share",
] as const;

/** How many steps there are in all: two before there is a business. */
export const stepCount = onboardingSteps.length + 2;

export type OnboardingStep = (typeof onboardingSteps)[number];

/** The first step after which the wizard says that bookings can come. */
const lastNeeded: OnboardingStep = "services";

/** The step that a stored word means; an unknown one (of another version) begins anew. */
export function stepFrom(stored: string): OnboardingStep {
  return onboardingSteps.find((step) => step === stored) ?? onboardingSteps[0];
}

/** What comes after a step; null after the last. */
export function stepAfter(step: OnboardingStep): OnboardingStep | null {
  return onboardingSteps[onboardingSteps.indexOf(step) + 1] ?? null;
}

/** What comes before a step; null before the first. */
export function stepBefore(step: OnboardingStep): OnboardingStep | null {
  return onboardingSteps[onboardingSteps.indexOf(step) - 1] ?? null;
}

/** Whether everything that a booking needs has been looked at: business, hours and services. */
export function isBookable(step: OnboardingStep): boolean {
  return onboardingSteps.indexOf(step) > onboardingSteps.indexOf(lastNeeded);
}

/** How far a business has come, from 0 to 1: what comes before these steps is done. */
export function progressOf(step: OnboardingStep): number {
  const before = 2;
  return (before + onboardingSteps.indexOf(step)) / (before + onboardingSteps.length);
}
