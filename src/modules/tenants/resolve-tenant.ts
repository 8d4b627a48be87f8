import { platformQuery } from "#database/tenant-context.ts";
import { type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isBusinessSlug } from "./rules/reserved-slugs.ts";
import type { ResolveTenantInput, TenantMode, TenantStatus } from "./schema.ts";

/** Suspended businesses are found too: the caller says what still works for them. */
export type ResolvedTenant = {
  tenantId: TenantId;
  slug: string;
  mode: TenantMode;
  status: TenantStatus;
  /** The business's own zone: the one in which dates are meant when nobody says another. */
  timeZone: string;
  /** Its main verified hosts: `bookingAddress` makes of them where links lead. */
  customHost: string | null;
  siteHost: string | null;
  siteOrigin: string | null;
  /** What the host that was asked for is for: the business's own domain, or its site at a website builder. */
  hostKind: HostKind | null;
};

export type HostKind = "custom" | "site";

type TenantRow = {
  id: string;
  slug: string;
  mode: TenantMode;
  status: TenantStatus;
  time_zone: string;
  custom_host: string | null;
  site_host: string | null;
  site_origin: string | null;
  kind?: HostKind;
};

/** Which business a slug or a verified host (with or without port) belongs to (A4, A5). */
export async function resolveTenant(by: ResolveTenantInput): Promise<Result<ResolvedTenant, "notFound">> {
  const row = "slug" in by ? await rowOfSlug(by.slug) : await rowOfHost(by.host);
  if (!row || row.status === "deleted") return refuse("notFound", "There is no business at this address.");
  const { id, slug, mode, status, time_zone: timeZone } = row;
  const { custom_host: customHost, site_host: siteHost, site_origin: siteOrigin, kind = null } = row;
  const hosts = { customHost, siteHost, siteOrigin, hostKind: kind };
  return ok({ tenantId: tenantIdFrom(id), slug, mode, status, timeZone, ...hosts });
}

async function rowOfSlug(slug: string): Promise<TenantRow | undefined> {
  const wanted = slug.toLowerCase();
  if (!isBusinessSlug(wanted)) return undefined;
  const rows = await platformQuery<TenantRow>("SELECT * FROM resolve_slug($1)", [wanted], "resolve_slug");
  return rows[0];
}

async function rowOfHost(host: string): Promise<TenantRow | undefined> {
  const wanted = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  if (wanted === "" || wanted.length > 253) return undefined;
  const rows = await platformQuery<TenantRow>("SELECT * FROM resolve_host($1)", [wanted], "resolve_host");
  return rows[0];
}
