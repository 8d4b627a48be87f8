import type { TenantScope } from "#database/tenant-context.ts";
import { env } from "#env.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { type AccountRefusals, openAccount } from "./billing-account.ts";
import type { Billing } from "./ports.ts";

/** Opens the provider's page where the card is changed and invoices are read (A2). */
export async function openPortal(
  scope: TenantScope,
  billing: Billing | null,
): Promise<Result<{ url: string }, AccountRefusals>> {
  const account = await openAccount(scope, billing);
  if (!account.ok) return account;
  const { customerId } = account.value.row;
  if (!customerId) return refuse("wrongState", "There is nothing to pay yet. Choose a plan first.");
  const returnUrl = `${env.APP_URL}/dashboard/settings?section=plan`;
  return ok(await account.value.billing.provider.openPortal({ customerId, returnUrl }));
}
