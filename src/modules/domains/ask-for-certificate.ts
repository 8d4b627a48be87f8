import { appendEvent } from "#database/events.ts";
import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import { findDomain } from "./domain-row.ts";
import type { Certificate, CertificateProvider } from "./ports.ts";

/**
 * Gets a verified domain its certificate, or hears how far it is (A4). A provider that does not answer changes nothing:
 * the domain is looked at again.
 */
export async function askForCertificate(
  scope: TenantScope,
  id: string,
  certificates: CertificateProvider,
): Promise<void> {
  const domain = await withTenant(scope, (ctx) => findDomain(ctx, id));
  if (!domain) return;
  const known = domain.providerId ? await certificates.read(domain.providerId) : null;
  const certificate = known ?? (await certificates.create(domain.host));
  const kept = await withTenant(scope, async (ctx) => {
    const now = ctx.clock.now();
    const { count } = await ctx.db.domain.updateMany({
      where: { id },
      data: {
        ...fieldsOf(certificate),
        ...(certificate.status === "pending" && { nextCheckAt: new Date(now + 5 * 60_000) }),
        ...(certificate.problem && { problem: certificate.problem }),
      },
    });
    if (count > 0 && certificate.status === "active" && domain.tlsStatus !== "active") {
      const payload = { host: domain.host };
      await appendEvent(ctx, { type: "domain.certified", subjectType: "domain", subjectId: id, payload });
    }
    return count > 0;
  });
  // Removed while the provider was asked: nothing of it is left behind.
  if (!kept && certificate.providerId) await certificates.remove(certificate.providerId);
}

function fieldsOf({ providerId, status, records }: Certificate) {
  return { providerId, tlsStatus: status, tlsRecords: records };
}
