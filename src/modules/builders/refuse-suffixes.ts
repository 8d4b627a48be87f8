import type { PlatformContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { ownHosts } from "./own-hosts.ts";
import { problemWithSuffixes } from "./rules/site-hosts.ts";

/** Null when a builder may vouch for these hosts, else the refusal for a verb to return. */
export async function refuseSuffixes(
  ctx: PlatformContext,
  suffixes: readonly string[],
  builderId: string | null,
): Promise<Refused<"invalid"> | null> {
  const others = await ctx.db.siteBuilder.findMany({
    where: builderId ? { id: { not: builderId } } : {},
    select: { siteSuffixes: true },
  });
  const taken = others.flatMap((builder) => builder.siteSuffixes);
  const problem = problemWithSuffixes(suffixes, ownHosts(), taken);
  return problem ? refuse("invalid", problem, { field: "siteSuffixes" }) : null;
}
