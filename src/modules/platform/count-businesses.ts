import type { AdminContext } from "./platform-context.ts";
import type { CountedSubscriptions } from "./rules/monthly-revenue.ts";

export type CountedBusinesses = CountedSubscriptions & { mode: string; status: string };

/** How many businesses there are of each kind. */
export function countBusinesses(ctx: AdminContext): Promise<CountedBusinesses[]> {
  return ctx.sql<CountedBusinesses>(
    `SELECT mode, status, plan_id AS "planId", billed_by AS "billedBy", subscription_status AS "subscriptionStatus",
       businesses
     FROM businesses_counted()`,
    [],
    "businesses_counted",
  );
}
