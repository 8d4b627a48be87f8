import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import {
  type AccountRefusals,
  type BillingAccount,
  keepCustomer,
  openAccount,
  planToBuy,
} from "./billing-account.ts";
import type { Billing } from "./ports.ts";
import { priceIdOf } from "./rules/prices.ts";
import type { StartCheckoutInput } from "./schema.ts";

/** Providers want a trial to last two days more at least; what is shorter is paid at once. */
const shortestTrial = 49 * 3_600_000;

/**
 * Opens a page of the provider where a plan is paid for (A2). What is left of the trial is kept: the first payment is due
 * when it ends. Whoever pays already changes the plan instead.
 */
export async function startCheckout(
  scope: TenantScope,
  { planId, attempt }: StartCheckoutInput,
  billing: Billing | null,
): Promise<Result<{ url: string }, AccountRefusals | "notFound">> {
  const account = await openAccount(scope, billing);
  if (!account.ok) return account;
  if (account.value.row.subscriptionId) {
    return refuse("wrongState", "You have a paid plan already: change it instead of buying another one.");
  }
  const plan = planToBuy(account.value, planId);
  if (!plan.ok) return plan;
  const { name, provider } = account.value.billing;
  const priceId = priceIdOf(plan.value, name);
  if (!priceId) return refuse("notFound", "This plan cannot be bought here. Choose another one.");
  const checkout = await provider.startCheckout({
    customerId: await customerFor(scope, account.value),
    businessId: scope.tenantId,
    priceId,
    trialEndsAt: trialLeft(account.value, scope.clock ?? systemClock),
    successUrl: `${env.APP_URL}/dashboard/settings?section=plan&paid=1`,
    cancelUrl: `${env.APP_URL}/dashboard/settings?section=plan`,
    idempotencyKey: `checkout:${scope.tenantId}:${attempt}`,
  });
  return ok(checkout);
}

/** The customer that stands for the business at the provider; made once, when something is bought first. */
async function customerFor(scope: TenantScope, { row, billing }: BillingAccount): Promise<string> {
  if (row.customerId) return row.customerId;
  const business = await withTenant(scope, ({ db }) =>
    db.tenant.findFirst({ select: { name: true, email: true } }),
  );
  const { customerId } = await billing.provider.createCustomer({
    businessId: scope.tenantId,
    name: business?.name ?? "",
    email: business?.email ?? null,
    idempotencyKey: `customer:${scope.tenantId}`,
  });
  await withTenant(scope, (ctx) => keepCustomer(ctx, customerId));
  return customerId;
}

function trialLeft({ row }: BillingAccount, clock: Clock): Date | null {
  const { status, trialEndsAt } = row;
  const long = trialEndsAt !== null && trialEndsAt.getTime() - clock.now() >= shortestTrial;
  return status === "trialing" && long ? trialEndsAt : null;
}
