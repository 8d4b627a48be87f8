import type { SiteHostView } from "../schema.ts";

/** A host of a site as its builder sees it: until it is verified, with the TXT record that proves it. */
export function siteHostView({
  host,
  token,
  status,
}: {
  host: string;
  token: string;
  status: string;
}): SiteHostView {
  if (status === "verified") return { host, status: "verified", record: null };
  return { host, status: "pending", record: { type: "TXT", name: `_slotkeeper.${host}`, value: token } };
}
