import { env } from "#env.ts";
import { type HostSettings, hostName } from "./route-host.ts";

/** Which hosts this installation answers to as itself, and whose subdomains are businesses'. */
export function hostSettings(): HostSettings {
  return { appHost: hostName(new URL(env.APP_URL).host) ?? "localhost", bookingDomain: env.BOOKING_DOMAIN };
}
