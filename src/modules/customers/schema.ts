import { z } from "zod";
import {
  email,
  id,
  optionalEmail,
  optionalPhone,
  optionalText,
  requiredText,
  timeZone,
} from "#modules/tenants/fields.ts";

export const CustomerSummary = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Appointments that took place. */
  visits: z.number(),
  /** Instant of the latest visit that took place. */
  lastVisitAt: z.string().nullable(),
  /** Instant of the next one that is booked. */
  nextVisitAt: z.string().nullable(),
});
export type CustomerSummary = z.infer<typeof CustomerSummary>;

export const ListCustomersInput = z.object({
  /** Part of the name, e-mail address or phone number. */
  search: z.string().trim().max(200, "Use at most 200 characters").default(""),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListCustomersInput = z.infer<typeof ListCustomersInput>;

export const ListCustomersOutput = z.object({
  /** By name. */
  customers: z.array(CustomerSummary),
  nextCursor: z.string().nullable(),
});
export type ListCustomersOutput = z.infer<typeof ListCustomersOutput>;

export const ReadCustomerInput = z.object({ id });
export type ReadCustomerInput = z.infer<typeof ReadCustomerInput>;

export const CustomerAppointment = z.object({
  id: z.string(),
  code: z.string(),
  status: z.string(),
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  locationName: z.string(),
  priceMinor: z.number(),
  currency: z.string(),
});
export type CustomerAppointment = z.infer<typeof CustomerAppointment>;

export const ReadCustomerOutput = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** For the team only. */
  notes: z.string().nullable(),
  timeZone: z.string().nullable(),
  createdAt: z.string(),
  /** Newest first, the latest 200. */
  appointments: z.array(CustomerAppointment),
  /** Over all of them; money in the smallest unit of the currency the business has now. */
  statistics: z.object({
    visits: z.number(),
    noShows: z.number(),
    cancellations: z.number(),
    spentMinor: z.number(),
  }),
});
export type ReadCustomerOutput = z.infer<typeof ReadCustomerOutput>;

/** What a booking says of who comes. */
export const UpsertCustomerInput = z.object({
  name: requiredText("Enter your name"),
  email: email.nullable().optional(),
  phone: optionalPhone.optional(),
  timeZone: timeZone.nullable().optional(),
});
export type UpsertCustomerInput = z.infer<typeof UpsertCustomerInput>;

/** With `id`: changes that customer, and what is left out stays. Without: adds one. */
export const SaveCustomerInput = z.object({
  id: id.optional(),
  name: requiredText("Enter a name"),
  email: optionalEmail.optional(),
  phone: optionalPhone.optional(),
  notes: optionalText(4000).optional(),
  timeZone: timeZone.nullable().optional(),
});
export type SaveCustomerInput = z.infer<typeof SaveCustomerInput>;
