import { z } from "zod";
import {
  color,
  currency,
  horizonDays,
  id,
  locale,
  noticeMinutes,
  optionalEmail,
  optionalPhone,
  optionalPictureUrl,
  optionalText,
  optionalWebsite,
  pictureUrl,
  position,
  requiredText,
  timeZone,
  wholeNumber,
} from "./fields.ts";

/** How a business uses Slotkeeper (A1–A3): changes host routing, billing and branding, never the booking rules. */
export const tenantModes = ["integrated", "standalone", "hybrid"] as const;
export const tenantStatuses = ["active", "suspended", "deleted"] as const;
/** Trades, for templates and words. */
export const businessKinds = ["salon", "clinic", "studio", "consultant", "tutor", "other"] as const;

export type TenantMode = (typeof tenantModes)[number];
export type TenantStatus = (typeof tenantStatuses)[number];

/** Exactly one of both: the slug of `/<slug>` and `<slug>.<booking domain>`, or a verified host of its own. */
export type ResolveTenantInput = { slug: string } | { host: string };

export const Location = z.object({
  id: z.string(),
  name: z.string(),
  addressLine1: z.string().nullable(),
  addressLine2: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  timeZone: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  photoUrl: z.string().nullable(),
  isPrimary: z.boolean(),
  position: z.number(),
  archived: z.boolean(),
});
export type Location = z.infer<typeof Location>;

export const ReadBusinessOutput = z.object({
  id: z.string(),
  slug: z.string(),
  mode: z.enum(tenantModes),
  status: z.enum(tenantStatuses),
  name: z.string(),
  kind: z.enum(businessKinds),
  tagline: z.string().nullable(),
  description: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  timeZone: z.string(),
  currency: z.string(),
  locale: z.string(),
  accentColor: z.string(),
  logoUrl: z.string().nullable(),
  photoUrl: z.string().nullable(),
  cancellationWindowMin: z.number(),
  policyText: z.string().nullable(),
  noticeMin: z.number(),
  horizonDays: z.number(),
  /** More pictures for the landing page (A11). */
  photoUrls: z.array(z.string()),
  /** Its own words for /privacy and /terms; null: ours, with its facts filled in (A11). */
  privacyText: z.string().nullable(),
  termsText: z.string().nullable(),
  /** Where the onboarding wizard goes on; null: finished (A10). */
  onboardingStep: z.string().nullable(),
  /** Not archived, in order, the primary one first. */
  locations: z.array(Location),
});
export type ReadBusinessOutput = z.infer<typeof ReadBusinessOutput>;

/** What is left out stays as it is. */
export const UpdateBusinessInput = z.object({
  name: requiredText("Enter the name of the business").optional(),
  kind: z.enum(businessKinds, "Choose a trade from the list").optional(),
  tagline: optionalText(160).optional(),
  description: optionalText(4000).optional(),
  email: optionalEmail.optional(),
  phone: optionalPhone.optional(),
  website: optionalWebsite.optional(),
  timeZone: timeZone.optional(),
  currency: currency.optional(),
  locale: locale.optional(),
  accentColor: color.optional(),
  logoUrl: optionalPictureUrl.optional(),
  photoUrl: optionalPictureUrl.optional(),
  /** Minutes before the start until which customers may cancel or reschedule; a year at most. */
  cancellationWindowMin: wholeNumber({ minimum: 0, maximum: 525_600, unit: "minutes" }).optional(),
  policyText: optionalText(4000).optional(),
  noticeMin: noticeMinutes.optional(),
  horizonDays: horizonDays.optional(),
  photoUrls: z.array(pictureUrl).max(12, "Use at most 12 pictures").optional(),
  privacyText: optionalText(40_000).optional(),
  termsText: optionalText(40_000).optional(),
});
export type UpdateBusinessInput = z.infer<typeof UpdateBusinessInput>;

/** A business that is to be made (A1, A2): by its owner, or by a website builder. */
export const CreateBusinessInput = z.object({
  name: requiredText("Enter the name of the business"),
  /** Without it, one is made from the name. */
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "Use letters, digits and hyphens")
    .optional(),
  mode: z.enum(tenantModes, "Choose a mode from the list"),
  kind: z.enum(businessKinds, "Choose a trade from the list").default("other"),
  timeZone,
  currency,
  locale: locale.default("en-US"),
  email: optionalEmail.optional(),
  phone: optionalPhone.optional(),
  website: optionalWebsite.optional(),
  /** The first location's name; without it, the business's. */
  locationName: requiredText("Enter a name").optional(),
  ownerUserId: id.optional(),
  /** Where the onboarding wizard goes on. */
  onboardingStep: z.string().max(40).optional(),
  builderId: id.optional(),
  builderReference: z.string().trim().min(1).max(200).optional(),
});
export type CreateBusinessInput = z.infer<typeof CreateBusinessInput>;

export const ChangeSlugInput = z.object({
  slug: z
    .string("Enter an address")
    .trim()
    .toLowerCase()
    .max(63, "Use at most 63 characters")
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "Use letters, digits and hyphens, like salon-mitte"),
});
export type ChangeSlugInput = z.infer<typeof ChangeSlugInput>;

export const ChangeModeInput = z.object({ mode: z.enum(tenantModes, "Choose a mode from the list") });
export type ChangeModeInput = z.infer<typeof ChangeModeInput>;

/** What a change of the mode does. */
export type ModePreview = {
  mode: TenantMode;
  /** Where links lead now, and after. */
  addressNow: string;
  addressNext: string;
  /** Names of plans; null: none, nothing is limited. */
  planNow: string | null;
  planNext: string | null;
  /** Days that the next plan can be tried. */
  trialDays: number | null;
  /** What the business has more of than the next plan allows: it stays, and no more can be added. */
  beyondPlan: { what: "locations" | "staff" | "services"; has: number; allowed: number }[];
  /** Why it cannot be done yet. */
  problem: string | null;
};

export const ListLocationsInput = z.object({
  /** Members see archived ones too when they ask for them. */
  includeArchived: z.boolean().default(false),
});
export type ListLocationsInput = z.infer<typeof ListLocationsInput>;

const degrees = (limit: number, message: string) =>
  z.number(message).min(-limit, message).max(limit, message).nullable();

/** With `id`: changes that location, and what is left out stays. Without: adds one. */
export const SaveLocationInput = z.object({
  id: id.optional(),
  name: requiredText("Enter a name"),
  addressLine1: optionalText().optional(),
  addressLine2: optionalText().optional(),
  city: optionalText(120).optional(),
  region: optionalText(120).optional(),
  postalCode: optionalText(20).optional(),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .transform((code) => (code === "" ? null : code))
    .nullable()
    .refine((code) => code === null || /^[A-Z]{2}$/.test(code), "Choose a country from the list")
    .optional(),
  latitude: degrees(90, "Must be between -90 and 90 degrees").optional(),
  longitude: degrees(180, "Must be between -180 and 180 degrees").optional(),
  /** A new location without one takes the business's. */
  timeZone: timeZone.optional(),
  phone: optionalPhone.optional(),
  email: optionalEmail.optional(),
  photoUrl: optionalPictureUrl.optional(),
  /** Only one is: choosing this one takes the mark from the others. */
  isPrimary: z.boolean().optional(),
  position: position.optional(),
});
export type SaveLocationInput = z.infer<typeof SaveLocationInput>;

export const ArchiveLocationInput = z.object({ id });
export type ArchiveLocationInput = z.infer<typeof ArchiveLocationInput>;

/** How long somebody needs from one location to another. */
export const TravelTime = z.object({
  fromLocationId: id,
  toLocationId: id,
  minutes: wholeNumber({ minimum: 0, maximum: 720, unit: "minutes" }),
});
export type TravelTime = z.infer<typeof TravelTime>;

/** All of them, each way by itself: what is left out takes no time. */
export const SaveTravelTimesInput = z.object({ times: z.array(TravelTime).max(1000, "Enter at most 1000") });
export type SaveTravelTimesInput = z.infer<typeof SaveTravelTimesInput>;
