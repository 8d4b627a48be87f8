import { ok, type Result } from "#kernel/result.ts";
import { listPlans } from "#modules/plans/list-plans.ts";
import { type CountedBusinesses, countBusinesses } from "./count-businesses.ts";
import type { AdminContext } from "./platform-context.ts";
import { monthlyRevenue } from "./rules/monthly-revenue.ts";
import { datesUpTo, mondayOf, withoutGaps } from "./rules/time-line.ts";
import type { Counted, Figures } from "./schema.ts";

/** How far back the time lines reach. */
const weeks = 8;

type Dated = { date: string; count: number };

/** How the whole platform stands (A8): counts only, nothing of any one business. */
export async function readFigures(ctx: AdminContext): Promise<Result<Figures, never>> {
  const counted = await countBusinesses(ctx);
  const plans = await listPlans(ctx);
  const planNames = new Map(plans.map(({ id, name, track }) => [id, `${name} (${track})`]));
  const [state] = await ctx.sql<{ failedJobs: number; hasSecondFactor: boolean }>(
    `SELECT count_failed_jobs() AS "failedJobs",
       EXISTS (SELECT FROM totp_secret WHERE user_id = $1 AND confirmed_at IS NOT NULL)
         OR EXISTS (SELECT FROM passkey WHERE user_id = $1) AS "hasSecondFactor"`,
    [ctx.actor.userId],
    "platform_state",
  );
  return ok({
    businesses: sumOf(counted),
    byMode: tally(counted, ({ mode }) => mode),
    byStatus: tally(counted, ({ status }) => status),
    byPlan: tally(counted, ({ planId }) => planNames.get(planId ?? "") ?? "No plan, no limits"),
    pastDue: sumOf(counted.filter(({ subscriptionStatus }) => subscriptionStatus === "past_due")),
    failedJobs: state?.failedJobs ?? 0,
    revenue: monthlyRevenue(counted, plans),
    ...(await timeLines(ctx)),
    hasSecondFactor: state?.hasSecondFactor ?? false,
  });
}

async function timeLines(ctx: AdminContext): Promise<Pick<Figures, "newPerWeek" | "bookingsPerDay">> {
  const now = ctx.clock.now();
  const mondays = datesUpTo(mondayOf(now), weeks, 7);
  const days = datesUpTo(now, weeks * 7, 1);
  const came = await ctx.sql<Dated>(
    "SELECT week AS date, businesses AS count FROM businesses_per_week($1)",
    [`${mondays[0]}T00:00:00Z`],
    "businesses_per_week",
  );
  const booked = await ctx.sql<Dated>(
    "SELECT day AS date, bookings AS count FROM bookings_per_day($1)",
    [`${days[0]}T00:00:00Z`],
    "bookings_per_day",
  );
  return { newPerWeek: withoutGaps(mondays, came), bookingsPerDay: withoutGaps(days, booked) };
}

function tally(rows: readonly CountedBusinesses[], nameOf: (row: CountedBusinesses) => string): Counted[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + row.businesses);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function sumOf(rows: readonly CountedBusinesses[]): number {
  return rows.reduce((sum, row) => sum + row.businesses, 0);
}
