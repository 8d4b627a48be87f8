import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import type { ChangeRefusal } from "./change-rules.ts";
import { removeRuleWith } from "./remove-rule.ts";
import type { RemoveRuleInput, SavedRule } from "./schedule-schema.ts";

/** Gives time off back. */
export async function removeTimeOff(
  ctx: TenantContext,
  input: RemoveRuleInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  return removeRuleWith(ctx, input, {
    gone: "This time off is no longer there.",
    event: "schedule.time_off_removed",
    with: (rules, id) => rules.filter((rule) => rule.id === id && rule.kind === "time_off"),
  });
}
