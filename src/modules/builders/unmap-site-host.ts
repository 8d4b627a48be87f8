import type { TenantContext } from "#database/tenant-context.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { removeDomain } from "#modules/domains/remove-domain.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseStrangeBuilder } from "./own-business.ts";

/** Takes a site's host away: it is free again at once (A1, A4). A domain of the business's own is its owner's to remove. */
export async function unmapSiteHost(
  ctx: TenantContext,
  { host }: { host: string },
): Promise<Result<{ host: string }, "notFound" | "forbidden" | "wrongState">> {
  const refused = await refuseStrangeBuilder(ctx);
  if (refused) return refused;
  const domain = await ctx.db.domain.findFirst({ where: { host, kind: "site" }, select: { id: true } });
  if (!domain) return refuse("notFound", `${host} is no host of this business's site.`);
  const removed = await removeDomain(ctx, { id: domain.id });
  if (removed.ok) await noteForPlatform(ctx, "business.hostUnmapped", { host });
  return removed;
}
