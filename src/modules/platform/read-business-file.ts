import { ok, type Result, refuse } from "#kernel/result.ts";
import { instantOf } from "#modules/customers/rules/instant-of.ts";
import { noteLooking } from "./note-looking.ts";
import type { AdminOfBusinessContext } from "./platform-context.ts";
import type { BusinessFile, BusinessId } from "./schema.ts";

const counts = `
  SELECT
    (SELECT count(*)::int FROM location WHERE tenant_id = $1 AND archived_at IS NULL) AS locations,
    (SELECT count(*)::int FROM staff WHERE tenant_id = $1 AND archived_at IS NULL) AS staff,
    (SELECT count(*)::int FROM service WHERE tenant_id = $1 AND archived_at IS NULL) AS services,
    (SELECT count(*)::int FROM appointment WHERE tenant_id = $1) AS appointments,
    (SELECT e.payload ->> 'reason' FROM event e
     WHERE e.tenant_id = $1 AND e.subject_id = $1 AND e.type = 'business.suspended'
     ORDER BY e.at DESC, e.id DESC LIMIT 1) AS "suspensionReason"`;

type Counts = BusinessFile["counts"] & { suspensionReason: string | null };

/** What the platform looks after of one business (A8). Whoever opens it is written down. */
export async function readBusinessFile(
  ctx: AdminOfBusinessContext,
  _input: BusinessId,
): Promise<Result<BusinessFile, "notFound">> {
  const profile = await profileOf(ctx);
  if (!profile) return refuse("notFound", "There is no such business.");
  const { builderId, createdAt, ...known } = profile;
  const [row] = await ctx.sql<Counts>(counts, [ctx.tenantId], "business_counts");
  if (!row) throw new Error("Counting answers with one row");
  const { suspensionReason, ...counted } = row;
  await noteLooking(ctx, ctx.tenantId);
  return ok({
    ...known,
    createdAt: instantOf(createdAt),
    suspensionReason: known.status === "suspended" ? suspensionReason : null,
    builderName: builderId ? await builderNameOf(ctx, builderId) : null,
    plan: await planOf(ctx),
    team: await teamOf(ctx),
    domains: await ctx.db.domain.findMany({
      where: {},
      orderBy: { createdAt: "asc" },
      select: { host: true, kind: true, status: true },
    }),
    counts: counted,
  });
}

async function profileOf(ctx: AdminOfBusinessContext) {
  const fields = {
    ...{ id: true, slug: true, name: true, mode: true, status: true, suspendedBy: true, createdAt: true },
    ...{ kind: true, email: true, phone: true, website: true, timeZone: true, currency: true },
    ...{ paymentsAllowed: true, builderId: true, builderReference: true },
  } as const;
  const row = await ctx.db.tenant.findFirst({ select: fields });
  return row as
    | (Omit<typeof row, "mode" | "status"> & Pick<BusinessFile, "mode" | "status"> & Profile)
    | null;
}

type Profile = NonNullable<
  Pick<
    BusinessFile,
    | "id"
    | "slug"
    | "name"
    | "suspendedBy"
    | "kind"
    | "email"
    | "phone"
    | "website"
    | "timeZone"
    | "currency"
    | "paymentsAllowed"
    | "builderReference"
  > & { builderId: string | null; createdAt: Date }
>;

async function builderNameOf(ctx: AdminOfBusinessContext, id: string): Promise<string | null> {
  const builder = await ctx.db.siteBuilder.findFirst({ where: { id }, select: { name: true } });
  return builder?.name ?? null;
}

async function planOf(ctx: AdminOfBusinessContext): Promise<BusinessFile["plan"]> {
  const row = await ctx.db.subscription.findFirst({
    select: {
      ...{ billedBy: true, status: true, trialEndsAt: true, periodEndsAt: true, graceEndsAt: true },
      plan: { select: { id: true, name: true } },
    },
  });
  if (!row) return null;
  const instant = (date: Date | null) => date && instantOf(date);
  return {
    ...row.plan,
    billedBy: row.billedBy,
    status: row.status,
    trialEndsAt: instant(row.trialEndsAt),
    periodEndsAt: instant(row.periodEndsAt),
    graceEndsAt: instant(row.graceEndsAt),
  };
}

function teamOf(ctx: AdminOfBusinessContext): Promise<BusinessFile["team"]> {
  return ctx.sql(
    `SELECT u.id AS "userId", u.name, u.email, m.role FROM membership m JOIN users u ON u.id = m.user_id
     WHERE m.tenant_id = $1 ORDER BY array_position(ARRAY['owner', 'admin', 'staff'], m.role), u.name, u.id`,
    [ctx.tenantId],
    "business_team",
  );
}
