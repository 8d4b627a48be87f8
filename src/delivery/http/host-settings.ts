import { env } from "#env.ts";
import { hostName } from "./host-name.ts";
import type { HostSettings } from "./route-host.ts";

/** Which hosts this installation answers to as itself, and whose subdomains are businesses'. */
export function hostSettings(): HostSettings {
  return { appHost: hostName(new URL(env.APP_URL).host) ?? "localhost", bookingDomain: env.BOOKING_DOMAIN };
}
