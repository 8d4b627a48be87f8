import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseStrangeBuilder } from "./own-business.ts";

/** Takes a site's host away: it is free again at once (A1, A4). A domain of the business's own is its owner's to remove. */
export async function unmapSiteHost(
  ctx: TenantContext,
  { host }: { host: string },
): Promise<Result<{ host: string }, "notFound">> {
  const refused = await refuseStrangeBuilder(ctx);
  if (refused) return refused;
  const { count } = await ctx.db.domain.deleteMany({ where: { host, kind: "site" } });
  if (count === 0) return refuse("notFound", `${host} is no host of this business's site.`);
  await ctx.sql("SELECT release_host($1)", [host], "release_host");
  await appendEvent(ctx, {
    type: "domain.removed",
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { host, kind: "site" },
  });
  await noteForPlatform(ctx, "business.hostUnmapped", { host });
  return ok({ host });
}
