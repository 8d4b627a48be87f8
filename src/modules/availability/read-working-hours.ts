import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { loadRuleBook } from "./load-rule-book.ts";
import type { ReadWorkingHoursInput, WorkingHoursOutput } from "./schedule-schema.ts";
import { refuseMissing } from "./stored-rules.ts";
import { intervalsOf, loadWorkers, workedOn } from "./working-hours.ts";

/** When everybody works on each of some dates, for the ground of the calendar (F1): the rules that bind customers. */
export async function readWorkingHours(
  ctx: TenantContext,
  { dateFrom, dateTo, locationId }: ReadWorkingHoursInput,
): Promise<Result<WorkingHoursOutput, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.read") ?? (await refuseMissing(ctx, { locationId }));
  if (refused) return refused;
  const [first, last] = [parseLocalDate(dateFrom), parseLocalDate(dateTo)];
  const all = await loadRuleBook(ctx, { first: first - 1, last: last + 1 });
  const places = all.places.filter(({ id }) => !locationId || id === locationId);
  const workers = await loadWorkers(ctx);
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const hours = workers.flatMap((worker) =>
    days.map((day) => ({
      staffId: worker.id,
      date: formatLocalDate(day),
      intervals: intervalsOf(workedOn({ ...all, places }, worker, day)),
    })),
  );
  return ok({ hours });
}
