import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { mapSiteHost } from "./map-site-host.ts";
import type { SiteAddress } from "./rules/site-hosts.ts";
import type { IdentifiedBuilder } from "./schema.ts";
import { unmapSiteHost } from "./unmap-site-host.ts";

/** Maps all hosts of a site, in one order for everybody, and takes away those that it has no longer. */
export async function replaceSiteHosts(
  ctx: TenantContext,
  builder: IdentifiedBuilder,
  sites: readonly SiteAddress[],
): Promise<Refused<"notFound" | "forbidden" | "invalid" | "inUse" | "planLimit" | "wrongState"> | null> {
  const before = await ctx.db.domain.findMany({ where: { kind: "site" }, select: { host: true } });
  const hosts = new Map(sites.map((site) => [site.host, site]));
  for (const { host } of before.filter((one) => !hosts.has(one.host))) {
    const removed = await unmapSiteHost(ctx, { host });
    if (!removed.ok) return removed;
  }
  for (const host of [...hosts.keys()].sort()) {
    const mapped = await mapSiteHost(ctx, builder, hosts.get(host) ?? { host, origin: null });
    if (!mapped.ok) return mapped;
  }
  return null;
}
