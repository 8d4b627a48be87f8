import type { TenantContext } from "#database/tenant-context.ts";
import type { Refused } from "#kernel/result.ts";
import { lockCurrentPlan } from "./current-plan.ts";
import { listPlans } from "./list-plans.ts";
import { refuseLimit } from "./rules/plan-refusal.ts";

/**
 * An expression of SQL: how many bookings business $1 has made in the present calendar month of `zone`, by the database's
 * clock, which also says when each was made. Cancelled ones do not count, seats that are booked together are one (A2).
 */
export const bookedThisMonth = (zone: string): string => `(
  SELECT count(*) FROM appointment a
  WHERE a.tenant_id = $1 AND a.status <> 'cancelled' AND a.created_at >= date_trunc('month', now(), ${zone}))`;

/** An expression of SQL: how many bookings business $1 is about to get, without the hold `ignored` (a parameter). */
export const heldNow = (ignored: string): string => `(
  SELECT count(*) FROM hold h
  WHERE h.tenant_id = $1 AND h.expires_at > clock_timestamp() AND (${ignored}::uuid IS NULL OR h.id <> ${ignored}))`;

const countBookings = `SELECT ${bookedThisMonth("t.time_zone")}::int AS count FROM tenant t WHERE t.id = $1`;

export async function bookingsThisMonth({ tenantId, sql }: TenantContext): Promise<number> {
  const [row] = await sql<{ count: number }>(countBookings, [tenantId], "bookings_this_month");
  return row?.count ?? 0;
}

const selectFull = `
  SELECT FROM subscription u
  JOIN plan p ON p.id = u.plan_id AND p.max_bookings_per_month IS NOT NULL
  JOIN tenant t ON t.id = $1
  WHERE u.tenant_id = $1 AND u.status <> 'cancelled' AND p.max_bookings_per_month <= ${bookedThisMonth("t.time_zone")}
    + ${heldNow("$2")}`;

/** Whether every booking of the plan's month is made or being made: customers are offered nothing then. */
export async function isMonthFull({ tenantId, sql }: TenantContext, ignoreHoldId?: string): Promise<boolean> {
  return (await sql(selectFull, [tenantId, ignoreHoldId ?? null], "is_month_full")).length > 0;
}

const lockLimitedPlan = `
  SELECT 1 FROM subscription u WHERE u.tenant_id = $1 AND u.status <> 'cancelled'
    AND EXISTS (SELECT FROM plan p WHERE p.id = u.plan_id AND p.max_bookings_per_month IS NOT NULL)
  FOR NO KEY UPDATE OF u`;

/**
 * Rivals for the last booking of a month meet at no time and no person: they queue at the business's subscription, and
 * what is counted after this stays true until the transaction ends. Locks nothing where the plan has no such limit.
 */
export async function queueForMonth({ tenantId, sql }: TenantContext): Promise<void> {
  await sql(lockLimitedPlan, [tenantId], "queue_for_month");
}

/** Null when the plan has room for one more booking this month, else the refusal for the team (A6); queues as well. */
export async function requireBooking(ctx: TenantContext): Promise<Refused<"planLimit"> | null> {
  const plan = await lockCurrentPlan(ctx);
  const allowed = plan?.limits.bookingsPerMonth ?? null;
  if (plan === null || allowed === null || (await bookingsThisMonth(ctx)) < allowed) return null;
  return refuseLimit(plan, await listPlans(ctx), "bookingsPerMonth");
}
