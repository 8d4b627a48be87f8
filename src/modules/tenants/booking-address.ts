import type { TenantContext } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { type AddressFacts, canonicalAddress, type Installation } from "./rules/addresses.ts";
import type { TenantMode } from "./schema.ts";

/** What this installation's own addresses are made of. */
export function installation(): Installation {
  return { appUrl: env.APP_URL, bookingDomain: env.BOOKING_DOMAIN };
}

/** Where links to a business lead, without a slash at the end: a page's path can follow (A1–A5). */
export function bookingAddress(facts: AddressFacts): string {
  return canonicalAddress(facts, installation()).url;
}

const factsOfBusiness = `
  SELECT t.slug, t.mode, h.custom_host, h.site_host, h.site_origin
  FROM tenant t CROSS JOIN booking_hosts() h WHERE t.id = $1`;

type FactsRow = {
  slug: string;
  mode: TenantMode;
  custom_host: string | null;
  site_host: string | null;
  site_origin: string | null;
};

/** What decides where the business's pages are. */
export async function readAddressFacts(ctx: TenantContext): Promise<AddressFacts> {
  const [row] = await ctx.sql<FactsRow>(factsOfBusiness, [ctx.tenantId], "address_facts");
  if (!row) throw new Error(`There is no business ${ctx.tenantId}`);
  const { slug, mode, custom_host: customHost, site_host: siteHost, site_origin: siteOrigin } = row;
  return { slug, mode, customHost, siteHost, siteOrigin };
}

/** The same, of the transaction's business: for letters, the dashboard, and whoever else links to its pages. */
export async function readBookingAddress(ctx: TenantContext): Promise<string> {
  return bookingAddress(await readAddressFacts(ctx));
}
