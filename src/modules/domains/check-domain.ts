import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { askForCertificate } from "./ask-for-certificate.ts";
import { type DomainRow, findDomain } from "./domain-row.ts";
import { domainTarget } from "./domain-settings.ts";
import type { DomainNames, DomainServices } from "./ports.ts";
import { proofName } from "./rules/dns-records.ts";
import { type Answers, judgeAnswers } from "./rules/judge-answers.ts";
import type { CheckDomainInput } from "./schema.ts";
import { settleDomain } from "./settle-domain.ts";

type Outcome = { status: "pending" | "verified"; problem: string | null; givesUp: boolean };

/** Somebody who presses again and again asks the name servers only so often. */
const restMs = 2_000;

/**
 * Looks whether a domain is the business's, and serves it from then on (A4). The name servers and the certificate's
 * provider are asked between transactions, so that nobody waits for them with a row in hand. Asked by a member, a domain
 * that was given up is looked for again.
 */
export async function checkDomain(
  scope: TenantScope,
  { id }: CheckDomainInput,
  services: DomainServices,
): Promise<Result<Outcome, "forbidden" | "notFound">> {
  const opened = await withTenant(scope, async (ctx) => {
    const refused = requireRight(ctx.actor, "domains.write");
    if (refused) return refused;
    const domain = await findDomain(ctx, id);
    if (!domain) return refuse("notFound", "This domain is no longer in the list.");
    const now = ctx.clock.now();
    const rests = domain.checkedAt !== null && now - domain.checkedAt.getTime() < restMs;
    if (ctx.actor.kind === "member") {
      await ctx.db.domain.updateMany({ where: { id }, data: { askedAt: new Date(now) } });
    }
    return ok({ domain, rests });
  });
  if (!opened.ok) return opened;
  const { domain, rests } = opened.value;
  const { status, problem } = domain;
  if (rests) return ok({ status, problem, givesUp: false });
  const verdict = judgeAnswers(
    { ...domain, target: domainTarget() },
    await askNameServers(services.names, domain),
  );
  const settled = await withTenant(scope, (ctx) => settleDomain(ctx, id, verdict));
  if (!settled.ok) return settled;
  if (settled.value.status === "verified" && domain.kind === "custom") {
    await askForCertificate(scope, id, services.certificates);
  }
  return settled;
}

async function askNameServers(names: DomainNames, { host }: DomainRow): Promise<Answers> {
  const [proofs, alias, addresses, ourAddresses] = await Promise.all([
    names.texts(proofName(host)),
    names.alias(host),
    names.addresses(host),
    names.addresses(domainTarget()),
  ]);
  return { proofs, alias, addresses, ourAddresses };
}
