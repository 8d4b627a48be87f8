import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { bookedThisMonth } from "#modules/plans/bookings-this-month.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import type { Plan } from "#modules/plans/schema.ts";
import type { Billing } from "./ports.ts";
import { noticeOf } from "./rules/notice.ts";
import type { Usage } from "./rules/plan-fit.ts";
import { priceIdOf } from "./rules/prices.ts";
import type { BillingNotice, BillingView } from "./schema.ts";
import { readSubscription, type SubscriptionRow } from "./subscription-row.ts";

/** The plan, what is used of it, and what could be had instead (A2). */
export async function readBilling(
  ctx: TenantContext,
  seller: Billing["name"] | null,
): Promise<Result<BillingView, "forbidden">> {
  const refused = requireRight(ctx.actor, "billing.read");
  if (refused) return refused;
  const row = await readSubscription(ctx);
  const all = await listPlans(ctx);
  const plans = row && row.billedBy !== "builder" ? plansToChoose(all, row) : [];
  return ok({
    plan: all.find(({ id }) => id === row?.planId) ?? null,
    status: row?.status ?? null,
    billedBy: row?.billedBy ?? null,
    subscribed: Boolean(row?.subscriptionId),
    known: Boolean(row?.customerId),
    trialEndsAt: textOf(row?.trialEndsAt),
    periodEndsAt: textOf(row?.periodEndsAt),
    graceEndsAt: textOf(row?.graceEndsAt),
    cancelAtPeriodEnd: row?.cancelAtPeriodEnd ?? false,
    usage: await usageOf(ctx),
    plans,
    buyable: seller ? plans.filter((plan) => priceIdOf(plan, seller) !== null).map(({ id }) => id) : [],
    selling: seller && (seller === "sandbox" ? "test" : "live"),
  });
}

/** Those that are offered, and the one that the business has. */
function plansToChoose(plans: readonly Plan[], row: SubscriptionRow): Plan[] {
  return plans.filter(({ id, track, retired }) => track === "standalone" && (!retired || id === row.planId));
}

function textOf(date: Date | null | undefined): string | null {
  return date?.toISOString() ?? null;
}

const countUsage = `
  SELECT (SELECT count(*) FROM location l WHERE l.tenant_id = $1 AND l.archived_at IS NULL)::int AS locations,
    (SELECT count(*) FROM staff p WHERE p.tenant_id = $1 AND p.archived_at IS NULL)::int AS staff,
    (SELECT count(*) FROM service s WHERE s.tenant_id = $1 AND s.archived_at IS NULL)::int AS services,
    ${bookedThisMonth("t.time_zone")}::int AS "bookingsPerMonth"
  FROM tenant t WHERE t.id = $1`;

async function usageOf({ tenantId, sql }: TenantContext): Promise<Usage> {
  const [row] = await sql<Usage>(countUsage, [tenantId], "plan_usage");
  if (!row) throw new Error("A business that is asked about is not there");
  return row;
}

/** What to say above every page, to those who may read it; null when there is nothing to say. */
export async function readBillingNotice(ctx: TenantContext): Promise<BillingNotice | null> {
  if (requireRight(ctx.actor, "billing.read")) return null;
  const row = await readSubscription(ctx);
  const plan = row && (await ctx.db.plan.findFirst({ where: { id: row.planId }, select: { name: true } }));
  if (!row || !plan) return null;
  return noticeOf(
    {
      ...row,
      subscribed: row.subscriptionId !== null,
      trialEndsAt: textOf(row.trialEndsAt),
      graceEndsAt: textOf(row.graceEndsAt),
      planName: plan.name,
    },
    ctx.clock.now(),
  );
}
