import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { saveWeeklyHours } from "#modules/availability/save-weekly-hours.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseWithoutSay } from "./own-business.ts";
import { findPrimaryLocation } from "./primary-location.ts";
import { weekOf } from "./rules/opening-week.ts";
import type { OpeningHoursInput } from "./schema.ts";

/** Sets the usual week in which the business is open, at its primary location (A1); days that are left out are closed. */
export async function saveOpeningHours(
  ctx: TenantContext,
  input: OpeningHoursInput,
): Promise<Result<OpeningHoursInput, "notFound" | "wrongState" | "forbidden" | "inUse">> {
  const refused = await refuseWithoutSay(ctx);
  if (refused) return refused;
  const { id: locationId } = await findPrimaryLocation(ctx);
  const saved = await saveWeeklyHours(ctx, { locationId, week: weekOf(input) });
  if (!saved.ok) return saved;
  await noteForPlatform(ctx, "business.hoursSaved");
  return ok(input);
}
