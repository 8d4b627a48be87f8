import { z } from "zod";
import { currency, locale, requiredText, slug, timeZone } from "#modules/tenants/fields.ts";
import { businessKinds } from "#modules/tenants/schema.ts";
import { onboardingSteps } from "./rules/steps.ts";

/** What the wizard asks before there is a business (A10): everything else comes from the template. */
export const StartBusinessInput = z.object({
  trade: z.enum(businessKinds, "Choose what comes closest"),
  name: requiredText("Enter the name of your business"),
  slug,
  /** ISO 3166-1 alpha-2; null: not known. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Choose a country from the list")
    .nullable(),
  timeZone,
  currency,
  locale,
});
export type StartBusinessInput = z.infer<typeof StartBusinessInput>;

export const StartedBusiness = z.object({ tenantId: z.string(), slug: z.string() });
export type StartedBusiness = z.infer<typeof StartedBusiness>;

/** `slug`: what was typed, or empty to have one made from the name. */
export const FindAddressInput = z.object({ name: z.string().max(200), slug: z.string().max(100) });
export type FindAddressInput = z.infer<typeof FindAddressInput>;

export const FindAddressOutput = z.object({
  /** What was asked for, as an address. */
  slug: z.string(),
  /** Whether it can be had. */
  free: z.boolean(),
  /** One that can be had: itself when it is free. */
  suggestion: z.string(),
});
export type FindAddressOutput = z.infer<typeof FindAddressOutput>;

/** Null: the wizard is done, or put away. */
export const SaveProgressInput = z.object({ step: z.enum(onboardingSteps).nullable() });
export type SaveProgressInput = z.infer<typeof SaveProgressInput>;
