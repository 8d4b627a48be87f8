import { isFeature } from "./rules/features.ts";
import type { Plan, PlanTrack } from "./schema.ts";

/** A row of `plan`, as `SELECT *` gives it. */
export type PlanRow = {
  id: string;
  track: PlanTrack;
  name: string;
  description: string | null;
  price_minor: number;
  currency: string;
  position: number;
  max_locations: number | null;
  max_staff: number | null;
  max_services: number | null;
  max_bookings_per_month: number | null;
  sms_per_month: number;
  features: string[];
  trial_days: number;
  stripe_price_id: string | null;
  retired_at: Date | null;
};

export function planOf(row: PlanRow): Plan {
  const { id, track, name, description, currency, position } = row;
  return {
    ...{ id, track, name, description, currency, position },
    priceMinor: row.price_minor,
    limits: {
      locations: row.max_locations,
      staff: row.max_staff,
      services: row.max_services,
      bookingsPerMonth: row.max_bookings_per_month,
    },
    smsPerMonth: row.sms_per_month,
    features: row.features.filter(isFeature),
    trialDays: row.trial_days,
    stripePriceId: row.stripe_price_id,
    retired: row.retired_at !== null,
  };
}
