import type { TenantContext } from "#database/tenant-context.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { type ChangeRefusal, changeRules } from "./change-rules.ts";
import type { RemoveRuleInput, SavedRule } from "./schedule-schema.ts";
import { findRule, type StoredRule } from "./stored-rules.ts";

type Removal = {
  /** For whom it is not there (any more). */
  gone: string;
  event: string;
  /** The rules of a scope that go together with the one that has the id; none when it is of another kind. */
  with: (rules: readonly StoredRule[], id: string) => StoredRule[];
};

/** Stops a rule, and those that belong together with it, from counting. */
export async function removeRuleWith(
  ctx: TenantContext,
  { id }: RemoveRuleInput,
  removal: Removal,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const refused = requireRight(ctx.actor, "schedule.write");
  if (refused) return refused;
  const found = await findRule(ctx, id);
  if (!found) return refuse("notFound", removal.gone);
  const removed = await changeRules(ctx, found.scope, (rules) => {
    const old = removal.with(rules, id);
    const [first] = old;
    if (!first) return refuse("notFound", removal.gone);
    const { dateFrom, dateTo } = first;
    return { old, wanted: [], event: removal.event, payload: { dateFrom, dateTo } };
  });
  return removed.ok ? { ...removed, value: { ...removed.value, id } } : removed;
}
