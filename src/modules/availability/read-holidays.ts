import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import type { HolidaysView, ReadHolidaysInput } from "./holiday-schema.ts";
import { type HolidayPlace, listCountries, listHolidays, listRegions } from "./public-holidays.ts";
import { refuseMissing } from "./stored-rules.ts";

/** The public holidays of this year and the next, and on which of them the business or a location is closed (C1). */
export async function readHolidays(
  ctx: TenantContext,
  input: ReadHolidaysInput,
): Promise<Result<HolidaysView, "forbidden" | "notFound">> {
  const { locationId } = input;
  const refused = requireRight(ctx.actor, "schedule.read") ?? (await refuseMissing(ctx, { locationId }));
  if (refused) return refused;
  const { saved, followed } = await calendarsOf(ctx, locationId);
  const shown = await placeShown(ctx, input, saved ?? followed);
  return ok({
    saved,
    followed,
    shown,
    countries: await listCountries(),
    regions: shown ? await listRegions(shown.country) : [],
    years: shown ? await yearsOf(ctx, shown) : [],
  });
}

async function calendarsOf(ctx: TenantContext, locationId: string | undefined) {
  const rows = await ctx.db.holidayCalendar.findMany({
    where: { OR: [{ locationId: null }, ...(locationId ? [{ locationId }] : [])] },
    select: { locationId: true, country: true, region: true, worked: true },
  });
  const of = (id: string | null) => {
    const row = rows.find((calendar) => calendar.locationId === id);
    return row ? { country: row.country, region: row.region, worked: row.worked } : null;
  };
  return { saved: of(locationId ?? null), followed: locationId ? of(null) : null };
}

/** What was asked for, else what is saved, else the country of the location, or of the primary one. */
async function placeShown(
  ctx: TenantContext,
  { locationId, country, region }: ReadHolidaysInput,
  calendar: HolidayPlace | null,
): Promise<HolidayPlace | null> {
  if (country) return { country, region: region || null };
  if (calendar) return { country: calendar.country, region: calendar.region };
  const address = await ctx.db.location.findFirst({
    where: locationId ? { id: locationId } : { archivedAt: null },
    orderBy: [{ isPrimary: "desc" }, { position: "asc" }],
    select: { country: true },
  });
  return address?.country ? { country: address.country, region: null } : null;
}

async function yearsOf(ctx: TenantContext, place: HolidayPlace): Promise<HolidaysView["years"]> {
  const tenant = await ctx.db.tenant.findFirst({ select: { timeZone: true, locale: true } });
  const { timeZone = "UTC", locale = "en" } = tenant ?? {};
  const year = Number(localDateOf(Math.floor(ctx.clock.now() / 60_000), timeZone).slice(0, 4));
  const language = locale.slice(0, 2);
  return [
    { year, holidays: [...(await listHolidays(place, year, language))] },
    { year: year + 1, holidays: [...(await listHolidays(place, year + 1, language))] },
  ];
}
