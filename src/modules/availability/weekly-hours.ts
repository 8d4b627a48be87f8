import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { normalHours } from "./rules/normal-hours.ts";
import type { Scope } from "./rules/rule-book.ts";
import type { SaveWeeklyHoursInput } from "./schema.ts";
import { type NewRule, storedScope, subjectOf, writeRules } from "./stored-rules.ts";

type Week = SaveWeeklyHoursInput["week"];

/** Replaces the weekly hours of exactly this scope. */
export async function replaceWeeklyHours(ctx: TenantContext, scope: Scope, week: Week): Promise<void> {
  const stored = storedScope(scope);
  await ctx.db.availabilityRule.deleteMany({ where: { ...stored, kind: "weekly" } });
  const rules = week.flatMap(({ weekday, intervals }) =>
    normalHours(intervals).map((interval): NewRule => ({ ...stored, kind: "weekly", weekday, ...interval })),
  );
  await writeRules(ctx, rules);
  await appendEvent(ctx, { type: "schedule.hours_changed", ...subjectOf(ctx, scope), payload: { week } });
}
