import type { businessKinds } from "#modules/tenants/schema.ts";

/** Hours of the same kind on several ISO weekdays, as wall times `HH:MM`. */
export type DemoHours = { days: readonly number[]; intervals: readonly (readonly [string, string])[] };

export type DemoLocation = {
  key: string;
  name: string;
  addressLine1: string;
  addressLine2?: string;
  city: string;
  region?: string;
  postalCode: string;
  country: string;
  latitude: number;
  longitude: number;
  phone: string;
  hours: readonly DemoHours[];
};

export type DemoService = {
  name: string;
  description: string;
  durationMin: number;
  /** In the currency's smallest unit. */
  priceMinor: number;
  bufferBeforeMin?: number;
  bufferAfterMin?: number;
  slotIntervalMin?: number;
  requiresApproval?: boolean;
  /** Keys of the staff who perform it; everybody when left out. */
  staff?: readonly string[];
  /** Keys of the locations that offer it; all when left out. */
  locations?: readonly string[];
  /** How often it is booked, against the others' 1. */
  popularity?: number;
};

export type DemoTimeOff = {
  /** First day, counted from today; moved on to the next working weekday. */
  inDays: number;
  /** How many days in a row. */
  days: number;
  reason: string;
  /** Part of the day only, wall times. */
  hours?: readonly [string, string];
};

export type DemoStaff = {
  key: string;
  name: string;
  title: string;
  bio: string;
  color: string;
  hours: readonly (DemoHours & { location: string })[];
  timeOff?: readonly DemoTimeOff[];
  noticeMin?: number;
};

export type DemoBusiness = {
  slug: string;
  name: string;
  kind: (typeof businessKinds)[number];
  tagline: string;
  description: string;
  phone: string;
  timeZone: string;
  currency: string;
  locale: string;
  accentColor: string;
  cancellationWindowMin: number;
  noticeMin: number;
  horizonDays: number;
  policyText: string;
  owner: string;
  locations: readonly DemoLocation[];
  categories: readonly { name: string; services: readonly DemoService[] }[];
  staff: readonly DemoStaff[];
  customers: {
    count: number;
    /** Days between two visits of the same person, at least. */
    daysBetweenVisits: number;
    /** A phone number of a range that is kept free for fiction; `n` runs from 0. */
    phone: (n: number) => string;
    firstNames: readonly string[];
    lastNames: readonly string[];
    notes: readonly string[];
  };
};

/** Where the pictures of a business are, drawn for it: `demoPicture("harlow-and-vine", "logo")`. */
export function demoPicture(slug: string, name: string): string {
  return `/demo/${slug}/${name}.svg`;
}
