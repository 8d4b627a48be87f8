import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";
import { type LoadedSchedule, loadSchedule, type ScheduleRequest } from "./load-schedule.ts";
import type { Audience, Bookables } from "./rules/bookables.ts";

/** Bookables of one stage of the staff, or of all. */
export type LoadedBookables = Bookables & Pick<LoadedSchedule, "ruleRows" | "others">;

/**
 * Loads what the question is about, or says what of it is not there: an archived service or person, one that
 * customers cannot book themselves, one of another business. They are all the same to who asks.
 */
export async function loadBookables(
  ctx: TenantContext,
  request: ScheduleRequest & { audience: Audience },
): Promise<Result<LoadedBookables, "notFound">> {
  const loaded = await loadSchedule(ctx, request);
  const missing = whatIsMissing(loaded, request);
  if (missing) return missing;
  return ok(loaded as LoadedBookables);
}

function whatIsMissing(
  { service, staff, places }: LoadedSchedule,
  request: ScheduleRequest & { audience: Audience },
): Refused<"notFound"> | null {
  if (!service || service.archived || !(service.online || request.audience === "member")) {
    return refuse("notFound", "This service is no longer offered.");
  }
  if (request.staffId && !staff.some(({ id }) => id === request.staffId)) {
    return refuse("notFound", "This person does not offer this service any more.");
  }
  if (request.locationId && places.length === 0) {
    return refuse("notFound", "This service is not offered at this location.");
  }
  return null;
}
