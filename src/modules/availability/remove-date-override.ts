import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { RemoveRuleInput, SavedRule } from "./schema.ts";
import { fromStoredDate, subjectOf } from "./stored-rules.ts";

/** Takes an override away, with all of its intervals: the weekly hours apply again. */
export async function removeDateOverride(
  ctx: TenantContext,
  input: RemoveRuleInput,
): Promise<Result<SavedRule, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.write");
  if (refused) return refused;
  const override = await ctx.db.availabilityRule.findFirst({
    where: { id: input.id, kind: "override" },
    select: { staffId: true, locationId: true, serviceId: true, dateFrom: true, dateTo: true },
  });
  if (!override) return refuse("notFound", "This change of hours is no longer there.");
  await ctx.db.availabilityRule.deleteMany({ where: { ...override, kind: "override" } });
  await appendEvent(ctx, {
    type: "schedule.override_removed",
    ...subjectOf(ctx, override),
    payload: { dateFrom: fromStoredDate(override.dateFrom), dateTo: fromStoredDate(override.dateTo) },
  });
  return ok({ id: input.id });
}
