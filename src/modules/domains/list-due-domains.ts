import type { PlatformContext } from "#database/tenant-context.ts";

const mostAtOnce = 200;

/** The domains of all businesses that are to be looked at now. */
export async function listDueDomains({
  sql,
}: PlatformContext): Promise<{ tenantId: string; domainId: string }[]> {
  const rows = await sql<{ tenant_id: string; domain_id: string }>("SELECT * FROM domains_due($1)", [
    mostAtOnce,
  ]);
  return rows.map(({ tenant_id: tenantId, domain_id: domainId }) => ({ tenantId, domainId }));
}
