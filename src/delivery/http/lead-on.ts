import { installation } from "#modules/tenants/booking-address.ts";
import { type AddressFacts, canonicalAddress } from "#modules/tenants/rules/addresses.ts";
import type { Pages } from "./find-destination.ts";

/** What of a request says whether somebody arrives, or is on our pages already. */
export type Arrival = {
  method: string;
  host: string | null;
  accept: string | null;
  secFetchSite: string | null;
  referer: string | null;
};

/**
 * Whether somebody comes from elsewhere: a card, an e-mail, a search. Who is in the middle of a booking stays where they
 * are, with the hold and everything that was typed; a form's answer could not lead to another host anyway.
 */
export function isArrival({ method, host, accept, secFetchSite, referer }: Arrival): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (accept?.includes("application/vnd.slotkeeper+json")) return false;
  if (secFetchSite === "same-origin") return false;
  return !referer || URL.parse(referer)?.host !== host?.toLowerCase();
}

/**
 * Where somebody who arrives at one of a business's other addresses is led: the same page below the canonical address
 * (A3). Null when this is the canonical one, or serves as well. Never a permanent redirection: the mode and the slug can
 * be changed back, and browsers would remember both.
 */
export function leadOn(pages: Pages, host: string | null): string | null {
  const { business, way, path } = pages;
  if (!business) return null;
  const canonical = canonicalAddress(business, installation());
  const formerSlug = pages.slug !== business.slug;
  if (way === "path" && canonical.way !== "site") return formerSlug ? below(`/${business.slug}`, path) : null;
  if (way === "site" && (business.mode === "hybrid" || canonical.way === "site")) return null;
  if (way === canonical.way && !formerSlug && (way !== "custom" || isMainHost(business, host))) return null;
  // Without names for subdomains the app's own host leads to every business; a subdomain that works is as good.
  if (way === "subdomain" && canonical.way === "path" && !formerSlug) return null;
  return below(canonical.url, path);
}

function isMainHost({ customHost }: AddressFacts, host: string | null): boolean {
  return customHost === host;
}

/** A page below an address: the front page of `https://host` ends with a slash, that of `https://host/book` does not. */
export function below(address: string, path: string): string {
  const isHost = /^https?:\/\/[^/]+$/.test(address);
  return path === "/" && !isHost ? address : address + path;
}
