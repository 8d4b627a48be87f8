import type { TenantContext } from "#database/tenant-context.ts";
import type { DomainKind, TlsStatus } from "./schema.ts";

export type DomainRow = {
  id: string;
  host: string;
  kind: DomainKind;
  status: "pending" | "verified";
  token: string;
  providerId: string | null;
  tlsStatus: TlsStatus | null;
  tlsRecords: unknown;
  problem: string | null;
  checkedAt: Date | null;
  verifiedAt: Date | null;
  askedAt: Date;
  nextCheckAt: Date | null;
};

const columns = {
  id: true,
  host: true,
  kind: true,
  status: true,
  token: true,
  providerId: true,
  tlsStatus: true,
  tlsRecords: true,
  problem: true,
  checkedAt: true,
  verifiedAt: true,
  askedAt: true,
  nextCheckAt: true,
} as const;

/** One domain of the business, or null. */
export async function findDomain(ctx: TenantContext, id: string): Promise<DomainRow | null> {
  const row = await ctx.db.domain.findFirst({ where: { id }, select: columns });
  return row as DomainRow | null;
}

/** All of them, in the order in which they were added. */
export async function findDomains(ctx: TenantContext): Promise<DomainRow[]> {
  const rows = await ctx.db.domain.findMany({
    select: columns,
    orderBy: [{ createdAt: "asc" }, { host: "asc" }],
  });
  return rows as DomainRow[];
}
