import { randomBytes } from "node:crypto";
import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { requireFeature } from "#modules/plans/require-feature.ts";
import { ownNames } from "./domain-settings.ts";
import { problemWithHost } from "./rules/host-names.ts";
import type { AddDomainInput } from "./schema.ts";
import { refuseBuilders } from "./site-of-builder.ts";

type Reason = "forbidden" | "invalid" | "inUse" | "planLimit" | "wrongState";

const mostDomains = 20;

/**
 * Notes a domain that the business wants to be found at (A4). Nothing is served there until the TXT record proves that
 * it is the business's; two may wait for the same one, and the first who proves it has it.
 */
export async function addDomain(
  ctx: TenantContext,
  { host, kind }: AddDomainInput,
): Promise<Result<{ id: string }, Reason>> {
  const refused =
    requireRight(ctx.actor, "domains.write") ??
    (kind === "custom" ? await requireFeature(ctx, "customDomain") : await refuseBuilders(ctx)) ??
    (await refuseHost(ctx, host));
  if (refused) return refused;
  const row = { tenantId: ctx.tenantId, id: newId(), host, kind, token: randomBytes(16).toString("hex") };
  const now = new Date(ctx.clock.now());
  await ctx.db.domain.create({ data: { ...row, askedAt: now, nextCheckAt: now }, select: { id: true } });
  await appendEvent(ctx, {
    type: "domain.added",
    subjectType: "domain",
    subjectId: row.id,
    payload: { host, kind },
  });
  return ok({ id: row.id });
}

async function refuseHost(ctx: TenantContext, host: string): Promise<Refused<"invalid" | "inUse"> | null> {
  const problem = problemWithHost(host, ownNames());
  if (problem) return refuse("invalid", problem, { field: "host" });
  // One after the other, so that the same host is not added twice by two who press at once.
  await ctx.sql("SELECT FROM tenant WHERE id = $1 FOR NO KEY UPDATE", [ctx.tenantId]);
  const domains = await ctx.db.domain.findMany({ select: { host: true } });
  if (domains.some((domain) => domain.host === host)) {
    return refuse("inUse", `${host} is in the list already.`, { field: "host" });
  }
  if (domains.length >= mostDomains) {
    return refuse("invalid", `A business can have ${mostDomains} domains. Remove one first.`);
  }
  const [served] = await ctx.sql<{ id: string }>("SELECT id FROM resolve_host($1)", [host]);
  return served ? refuse("inUse", `${host} is in use.`, { field: "host" }) : null;
}
