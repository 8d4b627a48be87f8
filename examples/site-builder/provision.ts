import { settings } from "./settings.ts";
import type { Site } from "./sites.ts";

/**
 * Makes the site's business, or brings it up to date. Each call says what should be so, so all of it can be repeated: at
 * each start, after a failure, or when the site changes.
 */
export async function provision(site: Site): Promise<void> {
  const business = `businesses/${encodeURIComponent(site.reference)}`;
  await put(business, {
    name: site.name,
    slug: site.reference,
    trade: site.trade,
    timezone: site.timezone,
    currency: site.currency,
    contact: { email: site.owner.email },
    address: site.address,
    plan: site.plan,
    // With scheme and port, because this is no https://.
    site_hosts: [`http://${site.host}:${settings.port}`],
  });
  for (const { email, name, title } of site.staff) {
    await put(`${business}/staff/${encodeURIComponent(email)}`, { name, title });
  }
  for (const { slug, name, description, minutes, cents } of site.services) {
    const body = { name, description, duration_minutes: minutes, price_cents: cents };
    await put(`${business}/services/${slug}`, body);
  }
  const day = [{ opens: site.opens, closes: site.closes }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day };
  await put(`${business}/hours`, week);
  const { email, name } = site.owner;
  await put(`${business}/users/${encodeURIComponent(email)}`, { role: "owner", name });
}

async function put(path: string, body: object): Promise<void> {
  const response = await fetch(`${settings.platformUrl}/api/platform/v1/${path}`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${settings.key}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`PUT ${path}: ${response.status} ${await response.text()}`);
}
