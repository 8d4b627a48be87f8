import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readSchedule } from "./read-schedule.ts";
import type { SaveWeeklyHoursInput, ScheduleView } from "./schema.ts";
import { refuseMissing } from "./stored-rules.ts";
import { replaceWeeklyHours } from "./weekly-hours.ts";

/**
 * Sets when a staff member works (C1), everywhere or at one location. `week: null` removes their own hours: they then
 * follow the location's. A week without any interval says that they do not work.
 */
export async function saveWeeklyHours(
  ctx: TenantContext,
  input: SaveWeeklyHoursInput,
): Promise<Result<ScheduleView, "forbidden" | "notFound">> {
  const { week, ...scope } = input;
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, scope));
  if (refused) return refused;
  await replaceWeeklyHours(ctx, scope, week);
  const saved = await readSchedule(ctx, scope);
  return saved.ok ? ok(saved.value) : saved;
}
