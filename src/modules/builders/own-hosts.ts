import { env } from "#env.ts";
import type { OwnHosts } from "./rules/site-hosts.ts";

/** The names by which this installation itself is reached. */
export function ownHosts(): OwnHosts {
  return { appHost: new URL(env.APP_URL).hostname, bookingDomain: env.BOOKING_DOMAIN };
}
