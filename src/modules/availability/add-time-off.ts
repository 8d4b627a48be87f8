import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { AddTimeOffInput, SavedRule } from "./schema.ts";
import { refuseMissing, storedScope, subjectOf, toStoredDate, writeRules } from "./stored-rules.ts";

/** Takes time away from a person, a location or the whole business (C1). Visits already booked stay as they are. */
export async function addTimeOff(
  ctx: TenantContext,
  input: AddTimeOffInput,
): Promise<Result<SavedRule, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, input));
  if (refused) return refused;
  const { dateFrom, dateTo, part, reason = null } = input;
  const dates = { dateFrom: toStoredDate(dateFrom), dateTo: toStoredDate(dateTo) };
  const [id = ""] = await writeRules(ctx, [
    { ...storedScope(input), kind: "time_off", ...dates, ...part, reason },
  ]);
  await appendEvent(ctx, {
    type: "schedule.time_off_added",
    ...subjectOf(ctx, input),
    payload: { dateFrom, dateTo, part: part ?? null },
  });
  return ok({ id });
}
