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
  startGrid?: "clock";
  requiresApproval?: boolean;
  kind?: "class";
  /** Seats; classes only. */
  capacity?: number;
  staffNeeded?: number;
  assignment?: "order" | "weight";
  /** Shares by key of the staff, where it is assigned by weight; 1 for those left out. */
  weights?: Readonly<Record<string, number>>;
  /** Keys of resources: one of each list. */
  needs?: readonly (readonly string[])[];
  /** Keys of the staff who perform it; everybody when left out. */
  staff?: readonly string[];
  /** Keys of the locations that offer it; all when left out. */
  locations?: readonly string[];
  /** How often it is booked, against the others' 1; 0: not yet. */
  popularity?: number;
};

export type DemoResource = {
  key: string;
  name: string;
  kind: "room" | "chair" | "equipment" | "other";
  /** Key of the location; anywhere when left out. */
  location?: string;
  units: number;
};

/** A class that repeats. */
export type DemoClass = {
  /** Name of the service. */
  service: string;
  /** Keys of who gives it and where. */
  staff: string;
  location: string;
  weekday: number;
  /** Wall time `HH:MM`. */
  at: string;
  everyWeeks?: number;
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
  /** Every week, or in every so many weeks, or on the nth such weekday of a month. */
  hours: readonly (DemoHours & { location: string; everyWeeks?: number; nthOfMonth?: number })[];
  /** Most visits on one date. */
  maxPerDay?: number;
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
  resources?: readonly DemoResource[];
  classes?: readonly DemoClass[];
  /** Keys of locations, and the minutes between them, both ways. */
  travel?: readonly (readonly [string, string, number])[];
  /** Public holidays on which it is closed. */
  holidays?: { country: string; region: string };
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
