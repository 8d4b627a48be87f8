import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { type DomainRow, findDomain } from "./domain-row.ts";
import type { Verdict } from "./rules/judge-answers.ts";
import { nextCheck, patienceMs } from "./rules/next-check.ts";

type Settled = {
  status: "pending" | "verified";
  problem: string | null;
  /** Nobody looks for it any more, from now on. */
  givesUp: boolean;
};

/**
 * Writes what was found about a domain: verified the first time that it is proven, unless another business was quicker.
 * One that was verified stays so although its records are gone: its customers are not turned away, its owner is told.
 */
export async function settleDomain(
  ctx: TenantContext,
  id: string,
  verdict: Verdict,
): Promise<Result<Settled, "notFound">> {
  await ctx.sql("SELECT FROM domain WHERE tenant_id = $1 AND id = $2 FOR UPDATE", [ctx.tenantId, id]);
  const domain = await findDomain(ctx, id);
  if (!domain) return refuse("notFound", "This domain is no longer in the list.");
  const now = ctx.clock.now();
  const verified = domain.status === "verified";
  const wins = verdict.proven && !verified && (await claimHost(ctx, domain));
  const lost = verdict.proven && !verified && !wins;
  const status = verified || wins ? "verified" : "pending";
  const next = nextCheck({
    status,
    kind: domain.kind,
    askedAt: domain.askedAt.getTime(),
    now,
    certificatePending: domain.tlsStatus === "pending",
  });
  const problem = lost
    ? `${domain.host} is in use by another business.`
    : problemAfter(verdict, status, next);
  await ctx.db.domain.updateMany({
    where: { id },
    data: {
      status,
      problem,
      checkedAt: new Date(now),
      nextCheckAt: next === null ? null : new Date(next),
      ...(wins && { verifiedAt: new Date(now) }),
    },
  });
  const givesUp = status === "pending" && next === null && domain.nextCheckAt !== null;
  if (wins) await note(ctx, domain, "domain.verified");
  // The key makes it one letter to each owner, for each time that it was asked for.
  const key = `${domain.host}:${domain.askedAt.getTime()}`;
  if (givesUp) await note(ctx, domain, "domain.givenUp", { key });
  return ok({ status, problem, givesUp });
}

function problemAfter({ problem }: Verdict, status: Settled["status"], next: number | null): string | null {
  if (status === "verified" || next !== null) return problem;
  const days = patienceMs / 86_400_000;
  return `We looked for ${days} days and stopped. ${problem ?? ""} Set the records, then press Check now.`;
}

async function claimHost(ctx: TenantContext, { host, kind }: DomainRow): Promise<boolean> {
  const [row] = await ctx.sql<{ claimed: boolean }>(
    "SELECT claim_host($1, $2) AS claimed",
    [host, kind],
    "claim_host",
  );
  return row?.claimed === true;
}

function note(
  ctx: TenantContext,
  { id, host, kind }: DomainRow,
  type: string,
  more: Record<string, string> = {},
): Promise<string> {
  return appendEvent(ctx, { type, subjectType: "domain", subjectId: id, payload: { host, kind, ...more } });
}
