import type { Way } from "#modules/tenants/rules/addresses.ts";
import { isBusinessSlug, reservedSlugs } from "#modules/tenants/rules/reserved-slugs.ts";
import { hostName } from "./host-name.ts";

/** Where a request goes, decided from its host and path alone. */
export type Destination =
  /** The installation itself: dashboard, sign-in, API, front page. */
  | { kind: "app" }
  /** A business's booking pages; `base` is what their links start with, `path` what is asked for below it. */
  | { kind: "pages"; way: Way; slug: string; base: string; path: string }
  /** Perhaps a host that a business added: the database knows. */
  | { kind: "addedHost"; host: string; path: string }
  /** Neither a page of ours nor a business's. */
  | { kind: "nowhere" };

export type HostSettings = {
  /** Host name of APP_URL. */
  appHost: string;
  /** Parent of the businesses' subdomains (BOOKING_DOMAIN). */
  bookingDomain: string;
};

/** Files that browsers look for at the root. Everything else that is no business's page is a reserved slug. */
const rootFiles = new Set(["", "favicon.ico", "icon.svg", "robots.txt"]);

const hostPattern = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Host and path to destination (architecture, Hosts; rows A4, A5). Ports do not matter. `/sites` is where the proxy
 * sends visitors and can be asked for by nobody.
 */
export function routeHost(hostHeader: string | null, pathname: string, settings: HostSettings): Destination {
  const host = hostName(hostHeader);
  if (!host) return { kind: "nowhere" };
  if (isAppHost(host, settings.appHost)) return routeAppPath(pathname);
  const slug = subdomainOf(host, settings.bookingDomain);
  if (slug !== null && !slug.includes(".")) {
    if (!isBusinessSlug(slug)) return { kind: "nowhere" };
    return { kind: "pages", way: "subdomain", slug, base: "", path: pathname };
  }
  return hostPattern.test(host) && host.includes(".")
    ? { kind: "addedHost", host, path: pathname }
    : { kind: "nowhere" };
}

/** An installation on this machine answers to each of the machine's names for itself. */
function isAppHost(host: string, appHost: string): boolean {
  return host === appHost || (loopbackHosts.has(appHost) && loopbackHosts.has(host));
}

function subdomainOf(host: string, parent: string): string | null {
  return host.endsWith(`.${parent}`) ? host.slice(0, -parent.length - 1) : null;
}

function routeAppPath(pathname: string): Destination {
  const [, segment = "", ...rest] = pathname.split("/");
  if (segment === "sites") return { kind: "nowhere" };
  if (rootFiles.has(segment) || reservedSlugs.has(segment)) return { kind: "app" };
  if (!isBusinessSlug(segment)) return { kind: "nowhere" };
  return { kind: "pages", way: "path", slug: segment, base: `/${segment}`, path: `/${rest.join("/")}` };
}
