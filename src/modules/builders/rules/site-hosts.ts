/** The installation's own names: those of APP_URL and BOOKING_DOMAIN, without ports. */
export type OwnHosts = { appHost: string; bookingDomain: string };

/** At least two labels, and no address: the last label begins with a letter. */
const hostPattern = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Lower case, without the dot that may end it. */
export function normalHost(host: string): string {
  return host.trim().toLowerCase().replace(/\.$/, "");
}

/** Where a site is: its host, and its origin where that is not https:// and the host. */
export type SiteAddress = { host: string; origin: string | null };

/** A site's host, or its origin with scheme and port ("http://name.builder.example:8080"). */
export function siteAddressFrom(text: string): SiteAddress {
  const url = /^https?:\/\//i.test(text.trim()) ? URL.parse(text.trim()) : null;
  if (!url) return { host: normalHost(text), origin: null };
  const host = normalHost(url.hostname);
  return { host, origin: url.origin === `https://${host}` ? null : url.origin };
}

/** Whether `host` is `parent` or a name below it. */
export function isBelow(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}

/**
 * Whether a site can be served there: a full name that is neither this installation's own nor the address that a
 * business has by its slug. Names with several labels below the booking domain are free for sites.
 */
export function isSiteHost(host: string, { appHost, bookingDomain }: OwnHosts): boolean {
  if (!hostPattern.test(host)) return false;
  if (host === appHost || host === bookingDomain) return false;
  const isBusinessAddress =
    host.endsWith(`.${bookingDomain}`) && !labelsBelow(host, bookingDomain).includes(".");
  return !isBusinessAddress;
}

function labelsBelow(host: string, parent: string): string {
  return host.slice(0, -parent.length - 1);
}

/** A builder's word counts for hosts below its own suffixes; for all others DNS decides (A1, A4). */
export function isVouchedFor(host: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => isBelow(host, suffix));
}

/**
 * What is wrong with the suffixes of a builder, or null. One that held this installation's own hosts, or hosts of
 * another builder, would let a builder answer for sites that are not its own.
 */
export function problemWithSuffixes(
  suffixes: readonly string[],
  own: OwnHosts,
  ofOthers: readonly string[],
): string | null {
  for (const suffix of suffixes) {
    if (!hostPattern.test(suffix)) return `${suffix} is not a host name like sites.example.com.`;
    if (isBelow(own.appHost, suffix) || isBelow(own.bookingDomain, suffix)) {
      return `${suffix} holds hosts of this installation.`;
    }
    const other = ofOthers.find((taken) => isBelow(taken, suffix) || isBelow(suffix, taken));
    if (other) return `${suffix} overlaps with ${other}, which another site builder has.`;
  }
  return null;
}
