import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import type { ChangeRefusal } from "./change-rules.ts";
import { overrideWith } from "./date-overrides.ts";
import { removeRuleWith } from "./remove-rule.ts";
import type { RemoveRuleInput, SavedRule } from "./schedule-schema.ts";

/** Takes an override away, with all of its intervals: the recurring hours apply again. */
export async function removeDateOverride(
  ctx: TenantContext,
  input: RemoveRuleInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  return removeRuleWith(ctx, input, {
    gone: "This change of hours is no longer there.",
    event: "schedule.override_removed",
    with: overrideWith,
  });
}
