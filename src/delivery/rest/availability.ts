import type { z } from "zod";
import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, parseLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { monthOverview } from "#modules/availability/month-overview.ts";
import type { Slot } from "#modules/availability/schema.ts";
import { isMonthFull } from "#modules/plans/bookings-this-month.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import { AvailabilityQuery, MonthQuery } from "./inputs.ts";
import { invalidResponse, json, jsonText, refusalResponse } from "./respond.ts";
import type { Call, Handler } from "./routes.ts";
import { createSharedAnswers } from "./shared-answers.ts";

const share = createSharedAnswers<{ status: number; text: string }>();

/** For endpoints that answer everybody alike: whoever asks the same at the same time is answered together. */
function answerTogether(handler: Handler): Handler {
  return async (call) => {
    const { scope, timeZone, url } = call;
    const question = `${scope.tenantId} ${timeZone} ${url.pathname}${url.search}`;
    const { status, text } = await share(question, async () => {
      const response = await handler(call);
      return { status: response.status, text: await response.text() };
    });
    return jsonText(status, text);
  };
}

/** GET …/availability?service_id=&date=[&staff_id=][&location_id=][&days=][&timezone=]: the free times, sorted. */
export const getAvailability = answerTogether(findTimes);

async function findTimes(call: Call): Promise<Response> {
  const query = AvailabilityQuery.safeParse(Object.fromEntries(call.url.searchParams));
  if (!query.success) return invalidResponse(query.error);
  const { service_id, date, days, timezone = call.timeZone } = query.data;

  return withTenant(call.scope, async (ctx) => {
    const { from, to } = windowOf(query.data, timezone);
    const found = await findSlots(ctx, { ...wishOf(query.data), from, to, audience: "customer" });
    if (!found.ok) return refusalResponse(found);
    const slots = found.value.slots.map(slotView);
    return json(200, {
      service_id,
      date,
      days,
      timezone,
      slots,
      ...(await closedJson(ctx, slots.length > 0)),
    });
  });
}

/** GET …/availability/month?service_id=&month=[&staff_id=][&location_id=][&timezone=]: its days, and which are free. */
export const getMonth = answerTogether(overviewMonth);

async function overviewMonth(call: Call): Promise<Response> {
  const query = MonthQuery.safeParse(Object.fromEntries(call.url.searchParams));
  if (!query.success) return invalidResponse(query.error);
  const { service_id, month, timezone = call.timeZone } = query.data;

  return withTenant(call.scope, async (ctx) => {
    const found = await monthOverview(ctx, { ...wishOf(query.data), month, timeZone: timezone });
    if (!found.ok) return refusalResponse(found);
    const { days, nextAvailable = null } = found.value;
    const closed = await closedJson(ctx, nextAvailable !== null);
    return json(200, { service_id, month, timezone, days, next_available: nextAvailable, ...closed });
  });
}

/** Why nothing can be booked at all, where that is so: a business that is suspended, or whose month is full (A2). */
async function closedJson(ctx: TenantContext, hasTimes: boolean): Promise<{ closed?: object }> {
  const business = hasTimes ? null : await readBusiness(ctx);
  if (!business?.ok) return {};
  if (business.value.status !== "active") {
    return { closed: { code: "suspended", message: "This business does not take bookings at the moment." } };
  }
  if (!(await isMonthFull(ctx))) return {};
  return { closed: { code: "month_full", message: "This business cannot take more bookings this month." } };
}

type Wish = z.infer<typeof MonthQuery>;

function wishOf({ service_id, staff_id, location_id, seats }: Omit<Wish, "month">) {
  return { serviceId: service_id, staffId: staff_id, locationId: location_id, seats };
}

/** Written out by hand: a month of a busy business has a thousand of them. */
function slotView({ start, end, staffIds, locationId, sessionId, seatsLeft, capacity }: Slot) {
  const slot = {
    start_time: start,
    end_time: end,
    available: true,
    staff_ids: staffIds,
    location_id: locationId,
  };
  return sessionId ? { ...slot, session_id: sessionId, seats_left: seatsLeft, capacity } : slot;
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
