import type { TenantContext } from "#database/tenant-context.ts";
import type { billers, SubscriptionStatus } from "./schema.ts";

export type SubscriptionRow = {
  planId: string;
  billedBy: (typeof billers)[number];
  status: SubscriptionStatus;
  trialEndsAt: Date | null;
  periodEndsAt: Date | null;
  graceEndsAt: Date | null;
  cancelAtPeriodEnd: boolean;
  customerId: string | null;
  subscriptionId: string | null;
  /** Another one after every change of the row. */
  version: string;
};

const selectRow = `
  SELECT plan_id AS "planId", billed_by AS "billedBy", status, trial_ends_at AS "trialEndsAt",
    period_ends_at AS "periodEndsAt", grace_ends_at AS "graceEndsAt", cancel_at_period_end AS "cancelAtPeriodEnd",
    provider_customer_id AS "customerId", provider_subscription_id AS "subscriptionId", xmin::text AS version
  FROM subscription WHERE tenant_id = $1`;

export async function readSubscription({ tenantId, sql }: TenantContext): Promise<SubscriptionRow | null> {
  const [row] = await sql<SubscriptionRow>(selectRow, [tenantId], "read_subscription");
  return row ?? null;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockSubscription({ tenantId, sql }: TenantContext): Promise<SubscriptionRow | null> {
  const [row] = await sql<SubscriptionRow>(`${selectRow} FOR UPDATE`, [tenantId], "lock_subscription");
  return row ?? null;
}
