import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { lockSchedules } from "./change-rules.ts";
import type { SavedHolidays, SaveHolidaysInput } from "./holiday-schema.ts";
import { listCountries, listRegions } from "./public-holidays.ts";
import { refuseMissing, subjectOf } from "./stored-rules.ts";
import { watchConflicts } from "./watch-conflicts.ts";

/** Closes the business, or one location, on the public holidays of a country (C1), but for those that are worked. */
export async function saveHolidays(
  ctx: TenantContext,
  input: SaveHolidaysInput,
): Promise<Result<SavedHolidays, "forbidden" | "notFound" | "invalid">> {
  const { locationId, country, region, worked } = input;
  const scope = locationId ? { locationId } : {};
  const refused = requireRight(ctx.actor, "schedule.write") ?? (await refuseMissing(ctx, scope));
  if (refused) return refused;
  if (!(await listCountries()).some(({ code }) => code === country)) {
    return refuse("invalid", "The holidays of this country are not known.", { field: "country" });
  }
  if (region && !(await listRegions(country)).some(({ code }) => code === region)) {
    return refuse("invalid", "Choose a region of this country.", { field: "region" });
  }
  await lockSchedules(ctx);
  const conflicts = await watchConflicts(ctx, scope);
  const calendar = { country, region: region || null, worked: [...new Set(worked)].sort() };
  await write(ctx, locationId ?? null, calendar);
  await appendEvent(ctx, { type: "schedule.holidays_saved", ...subjectOf(ctx, scope), payload: calendar });
  return ok({ conflicts: await conflicts.since() });
}

type Calendar = { country: string; region: string | null; worked: string[] };

async function write(ctx: TenantContext, locationId: string | null, calendar: Calendar): Promise<void> {
  const { count } = await ctx.db.holidayCalendar.updateMany({ where: { locationId }, data: calendar });
  if (count > 0) return;
  const row = { ...calendar, locationId, tenantId: ctx.tenantId, id: newId() };
  await ctx.db.holidayCalendar.create({ data: row, select: { id: true } });
}
