import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { saveWeeklyHours } from "#modules/availability/save-weekly-hours.ts";
import { noteForPlatform } from "./note-for-platform.ts";
import { refuseStrangeBuilder } from "./own-business.ts";
import { weekOf } from "./rules/opening-week.ts";
import type { OpeningHoursInput } from "./schema.ts";

/** Sets the usual week of the business (A1); days that are left out are closed. */
export async function saveOpeningHours(
  ctx: TenantContext,
  input: OpeningHoursInput,
): Promise<Result<OpeningHoursInput, "notFound" | "forbidden" | "inUse">> {
  const refused = await refuseStrangeBuilder(ctx);
  if (refused) return refused;
  const saved = await saveWeeklyHours(ctx, { week: weekOf(input) });
  if (!saved.ok) return saved;
  await noteForPlatform(ctx, "business.hoursSaved");
  return ok(input);
}
