import { env } from "#env.ts";
import type { OwnNames } from "./rules/host-names.ts";

/** The name that a business's own domain is made another word for. */
export function domainTarget(): string {
  if (env.CUSTOM_DOMAIN_TARGET) return env.CUSTOM_DOMAIN_TARGET;
  return env.BOOKING_DOMAIN === "localhost" ? new URL(env.APP_URL).hostname : env.BOOKING_DOMAIN;
}

/** Names that no business can add. */
export function ownNames(): OwnNames {
  const appHost = new URL(env.APP_URL).hostname;
  return { appHost, bookingDomain: env.BOOKING_DOMAIN, target: domainTarget() };
}
