import { z } from "zod";
import { holdsNul } from "#kernel/holds-nul.ts";
import {
  BuilderServiceInput,
  BuilderStaffInput,
  BuilderUserInput,
  OpeningHoursInput,
  ProvisionInput,
  SiteAddressInput,
  siteHost,
} from "#modules/builders/schema.ts";
import { email, slug } from "#modules/tenants/fields.ts";

/** What the platform API takes: snake_case, and nothing that it does not know, so that a slip is noticed. */

const fields = ProvisionInput.shape;
const address = SiteAddressInput.shape;

export const BusinessBody = z
  .strictObject({
    name: fields.name,
    slug: fields.slug,
    trade: fields.kind,
    timezone: fields.timeZone,
    currency: fields.currency,
    locale: fields.locale,
    contact: z.strictObject({ email: fields.email, phone: fields.phone, website: fields.website }).optional(),
    address: z
      .strictObject({
        line1: address.addressLine1,
        line2: address.addressLine2,
        city: address.city,
        region: address.region,
        postal_code: address.postalCode,
        country: address.country,
      })
      .transform(({ line1, line2, postal_code, ...rest }) => ({
        ...rest,
        addressLine1: line1,
        addressLine2: line2,
        postalCode: postal_code,
      }))
      .optional(),
    mode: fields.mode,
    plan: fields.planId,
    site_hosts: fields.siteHosts,
  })
  .transform(({ trade, timezone, contact, plan, site_hosts, ...rest }) => ({
    ...rest,
    ...contact,
    kind: trade,
    timeZone: timezone,
    planId: plan,
    siteHosts: site_hosts,
  }));

export const PlanBody = z.strictObject({ plan: z.string("Name the plan").min(1, "Name the plan").max(60) });

export const UserBody = z.strictObject(BuilderUserInput.omit({ email: true }).shape);

export const ServiceBody = z
  .strictObject({
    name: BuilderServiceInput.shape.name,
    description: BuilderServiceInput.shape.description,
    duration_minutes: BuilderServiceInput.shape.durationMin,
    price_cents: BuilderServiceInput.shape.priceMinor,
  })
  .transform(({ duration_minutes, price_cents, ...rest }) => ({
    ...rest,
    durationMin: duration_minutes,
    priceMinor: price_cents,
  }));

export const StaffBody = z.strictObject(BuilderStaffInput.omit({ email: true }).shape);

export const HoursBody = z.strictObject(OpeningHoursInput.shape);

/** Parts of paths. */
export const EmailPart = z.object({ email });
export const SlugPart = z.object({ slug });
export const HostPart = z.object({ host: siteHost });

/** Where the site's addresses do not begin with https:// and the host. */
export const HostBody = z.strictObject({
  origin: z
    .url({ protocol: /^https?$/, error: "Use an origin like http://name.builder.example:8080" })
    .nullish(),
});

export const PageQuery = z.object({
  /** From an earlier answer; opaque to the caller. */
  cursor: z
    .string()
    .max(1000)
    .default("")
    .transform(decodeCursor)
    .refine((reference) => !holdsNul(reference), "Send it as it came"),
  limit: z.coerce.number("Use a number").int().min(1, "At least 1").max(100, "At most 100").default(20),
});

export function encodeCursor(reference: string): string {
  return Buffer.from(reference, "utf8").toString("base64url");
}

function decodeCursor(cursor: string): string {
  return Buffer.from(cursor, "base64url").toString("utf8");
}
