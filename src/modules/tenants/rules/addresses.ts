import type { TenantMode } from "../schema.ts";

/** Below which path a website builder's site has the booking pages: only it reaches us (A1). */
export const siteBase = "/book";

/** What decides where a business's pages are. */
export type AddressFacts = {
  slug: string;
  mode: TenantMode;
  /** Its own verified domain; of several the main one. */
  customHost: string | null;
  /** The host of its site at a website builder, and what comes before /book there. */
  siteHost: string | null;
  siteOrigin: string | null;
};

export type Installation = {
  /** APP_URL: without a slash at the end. */
  appUrl: string;
  /** Parent of the businesses' subdomains. */
  bookingDomain: string;
};

/** The four ways in: the address of the app, a subdomain of ours, the business's domain, or its site. */
export type Way = "path" | "subdomain" | "custom" | "site";

/** Addresses have no slash at the end, so that a page's path can follow. */
export type Address = { way: Way; url: string };

/** `<app>/<slug>`, which needs no name server (A5). */
export function pathAddress(slug: string, { appUrl }: Installation): string {
  return `${appUrl}/${slug}`;
}

/** `<slug>.<booking domain>`; null where an installation has an address of its own but no domain for its businesses. */
export function subdomainAddress(slug: string, installation: Installation): string | null {
  const { bookingDomain, appUrl } = installation;
  const { hostname } = new URL(appUrl);
  const local = hostname === "localhost" || hostname.endsWith(".localhost");
  if (bookingDomain === "localhost" && !local) return null;
  return hostAddress(`${slug}.${bookingDomain}`, installation);
}

/** The root of a host that is served like the app itself: with its scheme and its port. */
export function hostAddress(host: string, { appUrl }: Installation): string {
  const { protocol, port } = new URL(appUrl);
  return `${protocol}//${host}${port ? `:${port}` : ""}`;
}

/** `/book` of a site. Sites are other people's servers: https, unless their builder says otherwise. */
export function siteAddress(host: string, origin: string | null): string {
  return `${origin ?? `https://${host}`}${siteBase}`;
}

/** Where a business is found by itself: its domain, else its subdomain, else by path (A2, A4, A5). */
function ownAddress(facts: AddressFacts, installation: Installation): Address {
  if (facts.customHost) return { way: "custom", url: hostAddress(facts.customHost, installation) };
  const url = subdomainAddress(facts.slug, installation);
  return url ? { way: "subdomain", url } : { way: "path", url: pathAddress(facts.slug, installation) };
}

/**
 * Where links to a business lead, by its mode (A1–A3): an integrated one's to its site, if it has one; every other's to
 * its own address. All its other addresses keep working.
 */
export function canonicalAddress(facts: AddressFacts, installation: Installation): Address {
  if (facts.mode === "integrated" && facts.siteHost) {
    return { way: "site", url: siteAddress(facts.siteHost, facts.siteOrigin) };
  }
  return ownAddress(facts, installation);
}
