import { z } from "zod";
import { instant, month } from "#modules/availability/schema.ts";
import { id, timeZone } from "#modules/tenants/fields.ts";

/** What the public endpoints take: the published snake_case names, turned into the verbs' inputs. */

const localDate = z.iso.date("Use a date like 2026-03-03");

const wish = {
  service_id: id,
  staff_id: id.optional(),
  location_id: id.optional(),
  /** Of a class: how many are wanted together. */
  seats: z.coerce.number("Use a number of seats").int().min(1, "At least 1 seat").max(100).optional(),
  /** The zone in which the days begin and end; the business's when absent. */
  timezone: timeZone.optional(),
};

export const AvailabilityQuery = z.object({
  ...wish,
  date: localDate,
  /** Days from `date` on, one by default. */
  days: z.coerce
    .number("Use a number of days")
    .int()
    .min(1, "At least 1 day")
    .max(31, "At most 31 days")
    .default(1),
});
export type AvailabilityQuery = z.infer<typeof AvailabilityQuery>;

export const MonthQuery = z.object({ ...wish, month });

export const NewAppointmentBody = z
  .object({
    service_id: id,
    staff_id: id.nullish(),
    location_id: id.nullish(),
    start_time: instant,
    /** Of a class: how many seats, and which session, where several begin at the same time. */
    seats: z.int("Use a whole number of seats").nullish(),
    session_id: id.nullish(),
    customer: z.object({
      name: z.string("Enter the customer's name"),
      email: z.string("Enter the customer's e-mail address"),
      phone: z.string().nullish(),
    }),
    notes: z.string().nullish(),
    timezone: timeZone.nullish(),
  })
  .transform(({ service_id, staff_id, location_id, start_time, customer, notes, timezone, ...ofClass }) => ({
    serviceId: service_id,
    staffId: staff_id ?? undefined,
    locationId: location_id ?? undefined,
    start: start_time,
    seats: ofClass.seats ?? undefined,
    sessionId: ofClass.session_id ?? undefined,
    customer: { ...customer, phone: customer.phone ?? undefined },
    notes: notes ?? undefined,
    timeZone: timezone ?? undefined,
    source: "api" as const,
  }));

export const RescheduleBody = z
  .object({
    start_time: instant,
    staff_id: z.union([id, z.literal("any")]).nullish(),
    session_id: id.nullish(),
  })
  .transform(({ start_time, staff_id, session_id }) => ({
    start: start_time,
    staffId: staff_id ?? undefined,
    sessionId: session_id ?? undefined,
  }));

export const CancelBody = z.object({ reason: z.string().nullish() });

export const StaffQuery = z.object({ service_id: id.optional() });

export const IdempotencyHeader = z
  .string()
  .min(8, "Idempotency-Key: use at least 8 characters")
  .max(200, "Idempotency-Key: use at most 200 characters")
  .optional();
