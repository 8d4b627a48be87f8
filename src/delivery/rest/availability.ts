import { withTenant } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { AvailabilityQuery } from "./inputs.ts";
import { invalidResponse, json, refusalResponse } from "./respond.ts";
import type { Call } from "./routes.ts";

/** GET …/availability?service_id=&date=[&staff_id=][&location_id=][&days=][&timezone=]: the free times, sorted. */
export async function getAvailability(call: Call): Promise<Response> {
  const query = AvailabilityQuery.safeParse(Object.fromEntries(call.url.searchParams));
  if (!query.success) return invalidResponse(query.error);
  const { service_id, staff_id, location_id, timezone } = query.data;

  return withTenant(call.scope, async (ctx) => {
    const zone = timezone ?? call.timeZone;
    const { from, to } = windowOf(query.data, zone);
    const wish = { serviceId: service_id, staffId: staff_id, locationId: location_id };
    const found = await findSlots(ctx, { ...wish, from, to, audience: "customer" });
    if (!found.ok) return refusalResponse(found);
    const slots = found.value.slots.map((slot) => ({
      start_time: slot.start,
      end_time: slot.end,
      available: true,
      staff_ids: slot.staffIds,
      location_id: slot.locationId,
    }));
    return json(200, { service_id, date: query.data.date, days: query.data.days, timezone: zone, slots });
  });
}

/** The instants between which the asked days lie, in `zone`; days of 23 or 25 hours included. */
function windowOf(
  { date, days }: { date: string; days: number },
  zone: string,
): { from: string; to: string } {
  const until = formatLocalDate(parseLocalDate(date) + days);
  return {
    from: formatInstant(toEpochMinutes({ date, minute: 0 }, zone)),
    to: formatInstant(toEpochMinutes({ date: until, minute: 0 }, zone)),
  };
}
