import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { Scope } from "./rules/rule-book.ts";
import type { SavedRule } from "./schedule-schema.ts";
import {
  liveRules,
  type Replacement,
  refuseMissing,
  replaceRules,
  type StoredRule,
  subjectOf,
} from "./stored-rules.ts";
import { watchConflicts } from "./watch-conflicts.ts";

/** What a verb makes of the rules of a scope, and how it is written down. */
export type Decision = Replacement & { event: string; payload: Record<string, unknown> };

/** Reasons for which a change of rules is refused. */
export type ChangeRefusal = "forbidden" | "notFound" | "inUse";

/**
 * The frame of every verb that changes rules: who may, whose they are, what `decide` makes of those that count, and which
 * booked visits lie outside of the hours since. Changes of one business wait for each other.
 */
export async function changeRules(
  ctx: TenantContext,
  scope: Scope,
  decide: (rules: StoredRule[]) => Decision | Refused<"notFound" | "inUse">,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, scope));
  if (refused) return refused;
  await lockSchedules(ctx);
  const decision = decide(await liveRules(ctx, scope));
  if ("ok" in decision) return decision;
  const conflicts = await watchConflicts(ctx, scope);
  const { event, payload, ...replacement } = decision;
  const { ids, changed } = await replaceRules(ctx, scope, replacement);
  if (changed) await appendEvent(ctx, { type: event, ...subjectOf(ctx, scope), payload });
  return ok({ id: ids[0] ?? "", conflicts: await conflicts.since() });
}

/** Two people who save the same hours at once would each remove what the other does not see. */
export async function lockSchedules(ctx: TenantContext): Promise<void> {
  await ctx.sql("SELECT FROM tenant WHERE id = $1 FOR NO KEY UPDATE", [ctx.tenantId]);
}
