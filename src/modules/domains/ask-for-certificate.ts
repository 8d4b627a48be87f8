import { appendEvent } from "#database/events.ts";
import { type TenantContext, type TenantScope, withTenant } from "#database/tenant-context.ts";
import { type DomainRow, findDomain } from "./domain-row.ts";
import type { Certificate, CertificateProvider } from "./ports.ts";

/** A certificate that is being made, or a provider that did not answer, is asked about again after this time. */
const againMs = 5 * 60_000;

const noAnswer = "The domain is verified, but whoever makes its certificate did not answer. We ask again.";

/**
 * Gets a verified domain its certificate, or hears how far it is (A4). Where the provider does not answer, the domain
 * stays verified, says so, and is looked at again.
 */
export async function askForCertificate(
  scope: TenantScope,
  id: string,
  certificates: CertificateProvider,
): Promise<void> {
  const domain = await withTenant(scope, (ctx) => findDomain(ctx, id));
  if (!domain) return;
  const certificate = await askedFor(domain, certificates).catch(() => null);
  const kept = await withTenant(scope, (ctx) => keep(ctx, domain, certificate));
  // Removed while the provider was asked: nothing of it is left behind.
  if (!kept && certificate?.providerId) await certificates.remove(certificate.providerId);
}

async function askedFor(
  { providerId, host }: DomainRow,
  certificates: CertificateProvider,
): Promise<Certificate> {
  const known = providerId ? await certificates.read(providerId) : null;
  return known ?? certificates.create(host);
}

/** False when the domain is gone. */
async function keep(
  ctx: TenantContext,
  domain: DomainRow,
  certificate: Certificate | null,
): Promise<boolean> {
  const { id, host } = domain;
  const again = new Date(ctx.clock.now() + againMs);
  const data = certificate
    ? fieldsOf(certificate, again)
    : { problem: domain.problem ?? noAnswer, nextCheckAt: again };
  const { count } = await ctx.db.domain.updateMany({ where: { id }, data });
  if (count > 0 && certificate?.status === "active" && domain.tlsStatus !== "active") {
    await appendEvent(ctx, {
      type: "domain.certified",
      subjectType: "domain",
      subjectId: id,
      payload: { host },
    });
  }
  return count > 0;
}

function fieldsOf({ providerId, status, records, problem }: Certificate, again: Date) {
  return {
    providerId,
    tlsStatus: status,
    tlsRecords: records,
    ...(status === "pending" && { nextCheckAt: again }),
    ...(problem && { problem }),
  };
}
