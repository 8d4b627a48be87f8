import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { lockSchedules } from "./change-rules.ts";
import type { RemoveHolidaysInput, SavedHolidays } from "./holiday-schema.ts";
import { refuseMissing, subjectOf } from "./stored-rules.ts";
import { watchConflicts } from "./watch-conflicts.ts";

/** Public holidays are days like others again; a location follows the business's, if it has any. */
export async function removeHolidays(
  ctx: TenantContext,
  { locationId }: RemoveHolidaysInput,
): Promise<Result<SavedHolidays, "forbidden" | "notFound">> {
  const scope = locationId ? { locationId } : {};
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, scope));
  if (refused) return refused;
  await lockSchedules(ctx);
  const conflicts = await watchConflicts(ctx, scope);
  const { count } = await ctx.db.holidayCalendar.deleteMany({ where: { locationId: locationId ?? null } });
  if (count === 0) return refuse("notFound", "No public holidays are set.");
  await appendEvent(ctx, { type: "schedule.holidays_removed", ...subjectOf(ctx, scope) });
  return ok({ conflicts: await conflicts.since() });
}
