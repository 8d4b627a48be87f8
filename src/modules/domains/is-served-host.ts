import { env } from "#env.ts";
import { resolveTenant } from "#modules/tenants/resolve-tenant.ts";
import { hostFrom } from "./rules/host-names.ts";

/**
 * Whether this installation serves pages at a host of its own right (A4): its own, a business's subdomain, or a verified
 * domain. Asked by a reverse proxy before it makes a certificate, so that strangers cannot have it make them without end.
 */
export async function isServedHost(domain: string): Promise<boolean> {
  const host = hostFrom(domain);
  if (host === "") return false;
  if (host === new URL(env.APP_URL).hostname) return true;
  const parent = `.${env.BOOKING_DOMAIN}`;
  const label = host.endsWith(parent) ? host.slice(0, -parent.length) : null;
  if (label !== null && !label.includes(".")) return (await resolveTenant({ slug: label })).ok;
  const found = await resolveTenant({ host });
  return found.ok && found.value.hostKind === "custom";
}
