import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import type { ChangeRefusal } from "./change-rules.ts";
import { removeRuleWith } from "./remove-rule.ts";
import { planWith } from "./replace-plan.ts";
import type { RemoveRuleInput, SavedRule } from "./schedule-schema.ts";

/** Takes weekly hours beside the usual week, or monthly hours, away as a whole. */
export async function removeHoursPlan(
  ctx: TenantContext,
  input: RemoveRuleInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  return removeRuleWith(ctx, input, {
    gone: "These hours are no longer there.",
    event: "schedule.plan_removed",
    with: planWith,
  });
}
