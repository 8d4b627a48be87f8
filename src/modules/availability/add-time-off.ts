import type { TenantContext } from "#database/tenant-context.ts";
import type { Result } from "#kernel/result.ts";
import { type ChangeRefusal, changeRules } from "./change-rules.ts";
import type { AddTimeOffInput, SavedRule } from "./schedule-schema.ts";

/**
 * Takes time away from a person, a location, a service, a resource or the whole business (C1). Visits already booked stay
 * as they are.
 */
export async function addTimeOff(
  ctx: TenantContext,
  input: AddTimeOffInput,
): Promise<Result<SavedRule, ChangeRefusal>> {
  const { dateFrom, dateTo, part, reason = null } = input;
  return changeRules(ctx, input, () => ({
    old: [],
    wanted: [{ kind: "time_off", dateFrom, dateTo, ...part, reason }],
    event: "schedule.time_off_added",
    payload: { dateFrom, dateTo, part: part ?? null },
  }));
}
