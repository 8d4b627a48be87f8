import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { mapSiteHost } from "./map-site-host.ts";
import type { IdentifiedBuilder } from "./schema.ts";
import { unmapSiteHost } from "./unmap-site-host.ts";

/** Maps all hosts of a site, in one order for everybody, and takes away those that it has no longer. */
export async function replaceSiteHosts(
  ctx: TenantContext,
  builder: IdentifiedBuilder,
  hosts: readonly string[],
): Promise<Refused<"notFound" | "invalid" | "inUse"> | null> {
  const before = await ctx.db.domain.findMany({ where: { kind: "site" }, select: { host: true } });
  for (const { host } of before.filter((one) => !hosts.includes(one.host))) {
    const removed = await unmapSiteHost(ctx, { host });
    if (!removed.ok) return removed;
  }
  for (const host of [...new Set(hosts)].sort()) {
    const mapped = await mapSiteHost(ctx, builder, { host });
    if (!mapped.ok) return mapped;
  }
  return null;
}
