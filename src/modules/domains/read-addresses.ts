import { z } from "zod";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { installation, readAddressFacts } from "#modules/tenants/booking-address.ts";
import {
  type AddressFacts,
  canonicalAddress,
  hostAddress,
  pathAddress,
  siteAddress,
  subdomainAddress,
} from "#modules/tenants/rules/addresses.ts";
import { type DomainRow, findDomains } from "./domain-row.ts";
import { domainTarget } from "./domain-settings.ts";
import { recordsFor } from "./rules/dns-records.ts";
import { type AddressesView, DnsRecord, type DomainView } from "./schema.ts";

/** Everything about where the business is found, for those who may change it (A3–A5). */
export async function readAddresses(
  ctx: TenantContext,
): Promise<Result<AddressesView, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "domains.write");
  if (refused) return refused;
  const tenant = await ctx.db.tenant.findFirst({
    where: { status: { not: "deleted" } },
    select: { builderId: true },
  });
  if (!tenant) return refuse("notFound", "This business is no longer here.");
  const facts = await readAddressFacts(ctx);
  const here = installation();
  const subdomainUrl = subdomainAddress(facts.slug, here);
  const [before = "", after = ""] = (subdomainUrl ?? pathAddress(facts.slug, here)).split(
    subdomainUrl ? `//${facts.slug}` : `/${facts.slug}`,
  );
  return ok({
    slug: facts.slug,
    mode: facts.mode,
    canonical: canonicalAddress(facts, here),
    pathUrl: pathAddress(facts.slug, here),
    subdomainUrl,
    slugFrame: { before: subdomainUrl ? `${before}//` : `${before}/`, after },
    builtByBuilder: tenant.builderId !== null,
    domains: (await findDomains(ctx)).map((row) => viewOf(row, facts)),
  });
}

function viewOf(row: DomainRow, facts: AddressFacts): DomainView {
  const { id, host, kind, status, tlsStatus, problem } = row;
  const site = kind === "site";
  return {
    ...{ id, host, kind, status, tlsStatus, problem },
    givenUp: status === "pending" && row.nextCheckAt === null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    main: host === (site ? facts.siteHost : facts.customHost),
    address: site
      ? siteAddress(host, host === facts.siteHost ? facts.siteOrigin : null)
      : hostAddress(host, installation()),
    records: [...recordsFor(row, domainTarget()), ...certificateRecords(row.tlsRecords)],
  };
}

const TlsRecords = z.array(DnsRecord.omit({ purpose: true }));

function certificateRecords(stored: unknown): DnsRecord[] {
  const parsed = TlsRecords.safeParse(stored);
  return (parsed.success ? parsed.data : []).map((record) => ({ ...record, purpose: "certificate" }));
}
