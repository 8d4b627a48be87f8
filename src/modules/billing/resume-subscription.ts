import type { TenantScope } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import type { AccountRefusals } from "./billing-account.ts";
import { setEnd } from "./end-subscription.ts";
import type { Billing } from "./ports.ts";
import type { EndSubscriptionInput } from "./schema.ts";

/** Keeps a plan that was to end with its period (A2). */
export function resumeSubscription(
  scope: TenantScope,
  input: EndSubscriptionInput,
  billing: Billing | null,
): Promise<Result<{ ends: boolean }, AccountRefusals>> {
  return setEnd(scope, { ...input, end: false }, billing);
}
