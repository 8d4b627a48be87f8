import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { readSchedule } from "./read-schedule.ts";
import type { SaveOpeningHoursInput, ScheduleView } from "./schema.ts";
import { refuseMissing } from "./stored-rules.ts";
import { replaceWeeklyHours } from "./weekly-hours.ts";

/** Sets when a location is open (C1): nobody works there outside of it. `week: null` removes the limit. */
export async function saveOpeningHours(
  ctx: TenantContext,
  input: SaveOpeningHoursInput,
): Promise<Result<ScheduleView, "forbidden" | "notFound">> {
  const { week, ...scope } = input;
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, scope));
  if (refused) return refused;
  await replaceWeeklyHours(ctx, scope, week);
  const saved = await readSchedule(ctx, scope);
  return saved.ok ? ok(saved.value) : saved;
}
