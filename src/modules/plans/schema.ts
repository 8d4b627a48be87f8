import type { Feature } from "./rules/features.ts";

/** Who bills a business: the website builder that it came from, or this platform. */
export const planTracks = ["integrated", "standalone"] as const;
export type PlanTrack = (typeof planTracks)[number];

/** What is counted against a plan; null in a plan means any number. */
export type PlanLimits = {
  /** Not archived ones. */
  locations: number | null;
  staff: number | null;
  services: number | null;
  /** Made in one calendar month of the business's zone. */
  bookingsPerMonth: number | null;
};

/** A plan as verbs and pages know it (A6). Money is of a month, in the currency's smallest unit. */
export type Plan = {
  id: string;
  track: PlanTrack;
  name: string;
  description: string | null;
  priceMinor: number;
  currency: string;
  position: number;
  limits: PlanLimits;
  smsPerMonth: number;
  features: Feature[];
  trialDays: number;
  stripePriceId: string | null;
  retired: boolean;
};
