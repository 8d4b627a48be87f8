import { randomBytes } from "node:crypto";
import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseStrangeBuilder } from "./own-business.ts";
import { ownHosts } from "./own-hosts.ts";
import { siteHostView } from "./rules/site-host-view.ts";
import { isSiteHost, isVouchedFor } from "./rules/site-hosts.ts";
import type { IdentifiedBuilder, SiteHostView } from "./schema.ts";

/**
 * Says that a site is served at `host`, whose `/book` is the business's (A1). Below a suffix that the operator has
 * registered for the builder, its word is enough and the host is served at once; any other host waits for the TXT record
 * that proves it, as a domain of the business's own does (A4).
 */
export async function mapSiteHost(
  ctx: TenantContext,
  builder: IdentifiedBuilder,
  { host }: { host: string },
): Promise<Result<SiteHostView, "notFound" | "invalid" | "inUse">> {
  const refused = await refuseStrangeBuilder(ctx);
  if (refused) return refused;
  if (!isSiteHost(host, ownHosts())) {
    return refuse("invalid", `${host} cannot be the host of a site.`, { field: "host" });
  }
  const known = await ctx.db.domain.findFirst({
    where: { host },
    select: { id: true, kind: true, status: true, token: true },
  });
  if (known?.kind === "custom") {
    return refuse("inUse", `${host} is the address of the business's own booking page.`);
  }
  const token = known?.token ?? newToken();
  if (known?.status === "verified") return ok(siteHostView({ host, token, status: "verified" }));
  const vouched = isVouchedFor(host, builder.siteSuffixes);
  if (vouched && !(await claimHost(ctx, host))) return refuse("inUse", `Another business has ${host}.`);
  const status = vouched ? "verified" : "pending";
  const verifiedAt = vouched ? new Date(ctx.clock.now()) : null;
  if (known) await ctx.db.domain.updateMany({ where: { id: known.id }, data: { status, verifiedAt } });
  else {
    const row = { tenantId: ctx.tenantId, id: newId(), host, kind: "site", token };
    await ctx.db.domain.create({ data: { ...row, status, verifiedAt }, select: { id: true } });
  }
  if (!known || vouched) await noteMapping(ctx, { host, status });
  return ok(siteHostView({ host, token, status }));
}

async function claimHost(ctx: TenantContext, host: string): Promise<boolean> {
  const [row] = await ctx.sql<{ claimed: boolean }>(
    "SELECT claim_host($1, 'site') AS claimed",
    [host],
    "claim_site_host",
  );
  return row?.claimed === true;
}

function newToken(): string {
  return randomBytes(16).toString("hex");
}

async function noteMapping(ctx: TenantContext, payload: { host: string; status: string }): Promise<void> {
  await appendEvent(ctx, {
    type: "domain.added",
    subjectType: "business",
    subjectId: ctx.tenantId,
    payload: { ...payload, kind: "site" },
  });
  await noteForPlatform(ctx, "business.hostMapped", payload);
}
