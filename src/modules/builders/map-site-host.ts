import { randomBytes } from "node:crypto";
import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { addDomain } from "#modules/domains/add-domain.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";
import { ownHosts } from "./own-hosts.ts";
import { siteHostView } from "./rules/site-host-view.ts";
import { isSiteHost, isVouchedFor, type SiteAddress } from "./rules/site-hosts.ts";
import type { IdentifiedBuilder, SiteHostView } from "./schema.ts";

type Reason = "notFound" | "forbidden" | "invalid" | "inUse" | "planLimit" | "wrongState";

/**
 * Says that a site is served at `host`, whose `/book` is the business's (A1). Below a suffix that the operator has
 * registered for the builder, its word is enough and the host is served at once; any other host waits for the TXT record
 * that proves it, as a domain of the business's own does (A4).
 */
export async function mapSiteHost(
  ctx: TenantContext,
  builder: IdentifiedBuilder,
  site: SiteAddress,
): Promise<Result<SiteHostView, Reason>> {
  const { host } = site;
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  if (!isSiteHost(host, ownHosts())) {
    return refuse("invalid", `${host} cannot be the host of a site.`, { field: "host" });
  }
  const known = await ctx.db.domain.findFirst({ where: { host }, select: { kind: true, status: true } });
  if (known?.kind === "custom") {
    return refuse("inUse", `${host} is the address of the business's own booking page.`);
  }
  const vouched = known?.status === "verified" || isVouchedFor(host, builder.siteSuffixes);
  const problem = vouched ? await serve(ctx, site, known?.status) : await wait(ctx, host, known !== null);
  if (problem) return problem;
  if (known?.status !== (vouched ? "verified" : "pending")) {
    await noteForPlatform(ctx, "business.hostMapped", { host, verified: vouched });
  }
  const row = await ctx.db.domain.findFirst({
    where: { host },
    select: { host: true, status: true, token: true },
  });
  return row ? ok(siteHostView(row)) : refuse("notFound", `${host} is no host of this business's site.`);
}

/** Serves the host from now on, and says where it begins; of two businesses that want it, one has it. */
async function serve(
  ctx: TenantContext,
  { host, origin }: SiteAddress,
  statusBefore: string | undefined,
): Promise<Refused<"inUse"> | null> {
  const [row] = await ctx.sql<{ claimed: boolean }>(
    "SELECT claim_host($1, 'site', $2) AS claimed",
    [host, origin],
    "claim_site_host",
  );
  if (row?.claimed !== true) return refuse("inUse", `Another business has ${host}.`);
  if (statusBefore === "verified") return null;
  const verified = {
    status: "verified",
    verifiedAt: new Date(ctx.clock.now()),
    nextCheckAt: null,
    problem: null,
  };
  const changed = await ctx.db.domain.updateMany({ where: { host }, data: verified });
  if (changed.count === 0) {
    const token = randomBytes(16).toString("hex");
    const data = { tenantId: ctx.tenantId, id: newId(), host, kind: "site", token, ...verified };
    await ctx.db.domain.create({ data, select: { id: true } });
  }
  const domain = await ctx.db.domain.findFirst({ where: { host }, select: { id: true } });
  await appendEvent(ctx, {
    type: "domain.verified",
    subjectType: "domain",
    subjectId: domain?.id ?? ctx.tenantId,
    payload: { host, kind: "site" },
  });
  return null;
}

/** Has the name servers asked for the proof: soon, and again whenever the builder asks. */
async function wait(
  ctx: TenantContext,
  host: string,
  isKnown: boolean,
): Promise<Refused<"forbidden" | "invalid" | "inUse" | "planLimit" | "wrongState"> | null> {
  if (!isKnown) {
    const added = await addDomain(ctx, { host, kind: "site" });
    return added.ok ? null : added;
  }
  const now = new Date(ctx.clock.now());
  await ctx.db.domain.updateMany({ where: { host }, data: { askedAt: now, nextCheckAt: now } });
  return null;
}
