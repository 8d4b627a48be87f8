import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { PreferDomainInput } from "./schema.ts";

/** Makes a verified domain the main one of its kind: links lead there, and the others lead on to it (A4). */
export async function preferDomain(
  ctx: TenantContext,
  { id }: PreferDomainInput,
): Promise<Result<{ host: string }, "forbidden" | "notFound" | "wrongState">> {
  const refused = requireRight(ctx.actor, "domains.write");
  if (refused) return refused;
  const domain = await ctx.db.domain.findFirst({ where: { id }, select: { host: true } });
  if (!domain) return refuse("notFound", "This domain is no longer in the list.");
  const { host } = domain;
  const [row] = await ctx.sql<{ preferred: boolean }>("SELECT prefer_host($1) AS preferred", [host]);
  if (!row?.preferred) return refuse("wrongState", `${host} is not verified yet.`);
  await appendEvent(ctx, {
    type: "domain.preferred",
    subjectType: "domain",
    subjectId: id,
    payload: { host },
  });
  return ok({ host });
}
