import { z } from "zod";
import { roles } from "#modules/accounts/schema.ts";
import {
  currency,
  email,
  locale,
  optionalEmail,
  optionalPhone,
  optionalText,
  optionalWebsite,
  requiredText,
  slug,
  timeZone,
  wholeNumber,
} from "#modules/tenants/fields.ts";
import { businessKinds, SaveLocationInput } from "#modules/tenants/schema.ts";
import { normalHost, siteAddressFrom } from "./rules/site-hosts.ts";

/** A host, in lower case; whether it may be a site's is asked by the verbs. */
export const siteHost = z
  .string("Enter a host name")
  .max(254, "This host name is too long")
  .transform(normalHost);

export const CreateBuilderInput = z.object({
  name: requiredText("Enter the name of the site builder"),
  /** Hosts whose sites are the builder's own, with everything below them. */
  siteSuffixes: z.array(siteHost).max(50, "Enter at most 50 hosts").default([]),
});
export type CreateBuilderInput = z.infer<typeof CreateBuilderInput>;

export const ChangeBuilderInput = z.object({ builderId: z.uuid("This is not a valid id") }).extend({
  siteSuffixes: CreateBuilderInput.shape.siteSuffixes,
});
export type ChangeBuilderInput = z.infer<typeof ChangeBuilderInput>;

export const AddBuilderKeyInput = z.object({
  builderId: z.uuid("This is not a valid id"),
  /** What it is for, to tell keys apart. */
  name: requiredText("Enter what the key is for", 60),
});
export type AddBuilderKeyInput = z.infer<typeof AddBuilderKeyInput>;

export const RevokeBuilderKeyInput = z.object({
  hint: z.string().trim().toLowerCase().length(8, "Enter the last 8 characters of the key"),
});
export type RevokeBuilderKeyInput = z.infer<typeof RevokeBuilderKeyInput>;

/** A key as it is shown once: only its hash is kept, and the secret sealed. */
export type NewBuilderKey = { builderId: string; name: string; key: string; hint: string; secret: string };

/** A website builder and its keys, as the platform's pages and the command list them. */
export type BuilderView = {
  id: string;
  name: string;
  siteSuffixes: string[];
  disabled: boolean;
  keys: { id: string; name: string; hint: string; createdAt: string; revokedAt: string | null }[];
};

/** A site by its host, or by its origin where that is not https:// and the host. */
export const siteAddress = z
  .string("Enter the host of the site")
  .max(300, "This address is too long")
  .transform(siteAddressFrom);

/** The builder behind a key that is in use. */
export type IdentifiedBuilder = { builderId: string; name: string; siteSuffixes: string[] };

/** The builder's own word for a business: anything that fits into a path. */
export const businessReference = z
  .string()
  .min(1, "Name the business by your own reference")
  .max(200, "A reference has at most 200 characters");

/** A standalone business has no builder: its owner leaves in the dashboard (A3). */
export const builderModes = ["integrated", "hybrid"] as const;

/** Where customers come to; what is left out stays. */
export const SiteAddressInput = SaveLocationInput.pick({
  addressLine1: true,
  addressLine2: true,
  city: true,
  region: true,
  postalCode: true,
  country: true,
});
export type SiteAddressInput = z.infer<typeof SiteAddressInput>;

/** What is left out stays as it is; a new business needs a name, a time zone and a currency. */
export const ProvisionInput = z.object({
  name: requiredText("Enter the name of the business").optional(),
  slug: slug.optional(),
  kind: z.enum(businessKinds, "Choose a trade from the list").optional(),
  timeZone: timeZone.optional(),
  currency: currency.optional(),
  locale: locale.optional(),
  email: optionalEmail.optional(),
  phone: optionalPhone.optional(),
  website: optionalWebsite.optional(),
  mode: z.enum(builderModes, "Choose integrated or hybrid").optional(),
  planId: z.string().max(60).optional(),
  address: SiteAddressInput.optional(),
  /** All hosts of the site: others that it had are taken away. */
  siteHosts: z.array(siteAddress).max(20, "Enter at most 20 hosts").optional(),
});
export type ProvisionInput = z.infer<typeof ProvisionInput>;

export const BuilderUserInput = z.object({
  email,
  role: z.enum(roles, "Choose owner, admin or staff"),
  /** For a login that is new; an existing one keeps its own. */
  name: requiredText("Enter a name").optional(),
});
export type BuilderUserInput = z.infer<typeof BuilderUserInput>;

export const BuilderServiceInput = z.object({
  slug,
  name: requiredText("Enter a name"),
  description: optionalText(2000).optional(),
  durationMin: wholeNumber({ minimum: 5, maximum: 1440, unit: "minutes" }),
  priceMinor: wholeNumber({ minimum: 0, maximum: 100_000_000, unit: "" }),
});
export type BuilderServiceInput = z.infer<typeof BuilderServiceInput>;

export const BuilderStaffInput = z.object({
  email,
  name: requiredText("Enter a name"),
  title: optionalText(120).optional(),
});
export type BuilderStaffInput = z.infer<typeof BuilderStaffInput>;

const opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time like 09:30");
/** Midnight at the end of the day is 24:00. */
const closes = z.union([z.literal("24:00"), opens], "Use a time like 17:30");
const periods = z.array(z.object({ opens, closes })).max(12, "Use at most 12 periods a day").optional();

/** The week in which the business takes appointments; days that are left out are closed. */
export const OpeningHoursInput = z.object({
  monday: periods,
  tuesday: periods,
  wednesday: periods,
  thursday: periods,
  friday: periods,
  saturday: periods,
  sunday: periods,
});
export type OpeningHoursInput = z.infer<typeof OpeningHoursInput>;

/** A host of the business's site, and what is missing until it is served. */
export type SiteHostView = {
  host: string;
  status: "pending" | "verified";
  /** The TXT record that proves the host, while it is pending. */
  record: { type: "TXT"; name: string; value: string } | null;
};

type Address = { [Field in keyof Required<SiteAddressInput>]: string | null };

/** A business as its builder sees it. Instants are ISO 8601. */
export type BuilderBusiness = {
  reference: string;
  id: string;
  slug: string;
  name: string;
  kind: string;
  mode: string;
  status: string;
  /** Who suspended it, while it is suspended. */
  suspendedBy: string | null;
  timeZone: string;
  currency: string;
  locale: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  address: Address;
  /** Where links to its booking pages lead. */
  bookingUrl: string;
  plan: { id: string; status: string } | null;
  siteHosts: SiteHostView[];
  users: { email: string; role: string }[];
  createdAt: string;
};
