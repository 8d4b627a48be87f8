import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { overridesIn } from "./date-overrides.ts";
import { daysOf, intervalOf, isUsual, monthlyIn, plansIn } from "./hours-plans.ts";
import type { ReadScheduleInput, ScheduleView, TimeOff } from "./schedule-schema.ts";
import { liveRules, refuseMissing, type StoredRule } from "./stored-rules.ts";

/** The rules of exactly one scope, as the schedule editor shows them. */
export async function readSchedule(
  ctx: TenantContext,
  input: ReadScheduleInput,
): Promise<Result<ScheduleView, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.read") ?? (await refuseMissing(ctx, input));
  if (refused) return refused;
  const view = viewOf(await liveRules(ctx, input));
  const outsider = ctx.actor.kind === "customer" || ctx.actor.kind === "assistant";
  return ok(outsider ? withoutReasons(view) : view);
}

function viewOf(rules: readonly StoredRule[]): ScheduleView {
  const usual = rules.filter(isUsual);
  const spoken = daysOf(usual);
  const plans = plansIn(rules);
  const monthly = monthlyIn(rules);
  return {
    week: [1, 2, 3, 4, 5, 6, 7].map(
      (weekday) => spoken.find((day) => day.weekday === weekday) ?? { weekday, intervals: [] },
    ),
    hasWeek: usual.length > 0,
    usesDefaultHours: usual.length === 0 && plans.length === 0 && monthly.length === 0,
    plans,
    monthly,
    overrides: overridesIn(rules),
    timeOff: rules.flatMap(timeOffOf),
  };
}

/** Why somebody is away, and what hours are called, is for the team. */
function withoutReasons(view: ScheduleView): ScheduleView {
  return {
    ...view,
    plans: view.plans.map((plan) => ({ ...plan, name: null })),
    monthly: view.monthly.map((hours) => ({ ...hours, name: null })),
    overrides: view.overrides.map((override) => ({ ...override, reason: null })),
    timeOff: view.timeOff.map((off) => ({ ...off, reason: null })),
  };
}

function timeOffOf(rule: StoredRule): TimeOff[] {
  const { id, kind, dateFrom, dateTo, reason } = rule;
  if (kind !== "time_off" || dateFrom === null || dateTo === null) return [];
  return [{ id, dateFrom, dateTo, part: intervalOf(rule)[0] ?? null, reason }];
}
