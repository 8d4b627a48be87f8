import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RemoveDomainInput } from "./schema.ts";
import { refuseBuilders } from "./site-of-builder.ts";

/** Takes a domain away (A4): nothing is served there from now on, and it is free for whoever proves it next. */
export async function removeDomain(
  ctx: TenantContext,
  { id }: RemoveDomainInput,
): Promise<Result<{ host: string }, "forbidden" | "notFound" | "wrongState">> {
  const refused = requireRight(ctx.actor, "domains.write");
  if (refused) return refused;
  const [domain] = await ctx.sql<{ host: string; kind: string; provider_id: string | null }>(
    "SELECT host, kind, provider_id FROM domain WHERE tenant_id = $1 AND id = $2 FOR UPDATE",
    [ctx.tenantId, id],
  );
  if (!domain) return refuse("notFound", "This domain is no longer in the list.");
  const builders = domain.kind === "site" ? await refuseBuilders(ctx) : null;
  if (builders) return builders;
  const { host, provider_id: providerId } = domain;
  await ctx.sql("SELECT release_host($1)", [host], "release_host");
  await ctx.db.domain.deleteMany({ where: { id } });
  if (providerId) {
    const job = { certificateId: providerId };
    await ctx.sql("SELECT enqueue('remove-certificate', $1, $2)", [job, `remove-certificate:${providerId}`]);
  }
  await appendEvent(ctx, {
    type: "domain.removed",
    subjectType: "domain",
    subjectId: id,
    payload: { host, kind: domain.kind },
  });
  return ok({ host });
}
