import type { AddJobFunction } from "graphile-worker";
import { connectDomainServices } from "#compose.ts";
import { type TenantScope, withPlatform } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { checkDomain } from "#modules/domains/check-domain.ts";
import { listDueDomains } from "#modules/domains/list-due-domains.ts";

/** Every minute: adds a job for each domain that is to be looked at (A4). */
export async function planDomains(addJob: AddJobFunction): Promise<void> {
  for (const { tenantId, domainId } of await withPlatform(listDueDomains)) {
    await addJob(
      "check-domain",
      { tenantId, domainId },
      { jobKey: `check-domain:${domainId}`, maxAttempts: 3 },
    );
  }
}

/** Looks at one; of one that was removed meanwhile nothing is left to do. */
export async function lookAtDomain(scope: TenantScope, domainId: string): Promise<void> {
  const outcome = await checkDomain(scope, { id: domainId }, await connectDomainServices());
  if (outcome.ok && outcome.value.givesUp) {
    logger().warn({ tenantId: scope.tenantId, domainId }, "a domain's records never came");
  }
}

/** Gives back the certificate of a domain that was removed. */
export async function removeCertificate(certificateId: string): Promise<void> {
  const { certificates } = await connectDomainServices();
  await certificates.remove(certificateId);
}
