import { z } from "zod";
import { instant } from "#modules/availability/schema.ts";
import {
  email,
  id,
  optionalEmail,
  optionalPhone,
  optionalText,
  requiredText,
  timeZone,
  wholeNumber,
} from "#modules/tenants/fields.ts";
import { appointmentStatuses } from "./rules/states.ts";

/** Where a booking came from (D8). */
export const bookingSources = ["page", "widget", "dashboard", "api", "assistant", "import"] as const;

const name = requiredText("Enter your name");
const notes = optionalText(2000).optional();

/** A page's random key under which a booking is carried out at most once. */
const idempotencyKey = z
  .string()
  .min(8, "Use a key of at least 8 characters")
  .max(200, "Use a key of at most 200 characters")
  .optional();

const slotChoice = {
  serviceId: id,
  /** Absent: the first available. */
  staffId: id.optional(),
  locationId: id.optional(),
  start: instant,
};

const classSeats = {
  /** Of a class: the session meant, where several begin at `start`. */
  sessionId: id.optional(),
  /** Seats of a class; absent: those of the hold, or one. */
  seats: wholeNumber({ minimum: 1, maximum: 100, unit: "seats" }).optional(),
};

const token = z.string().min(16).max(200);

/** A time offered instead of one that is gone. */
export const NearbySlot = z.object({
  start: z.string(),
  end: z.string(),
  staffIds: z.array(z.string()),
  locationId: z.string(),
});
export type NearbySlot = z.infer<typeof NearbySlot>;

export const AppointmentView = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(appointmentStatuses),
  source: z.enum(bookingSources),
  start: z.string(),
  end: z.string(),
  /** The location's zone, and the wall time promised in it. */
  timeZone: z.string(),
  wallStart: z.string(),
  customerTimeZone: z.string().nullable(),
  service: z.object({ id: z.string(), slug: z.string(), name: z.string(), durationMin: z.number() }),
  staff: z.object({ id: z.string(), name: z.string(), photoUrl: z.string().nullable(), color: z.string() }),
  /** The others, when the visit takes several staff members. */
  withStaff: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What it takes beside people; `unit` is the number of the piece where the resource has several. */
  resources: z.array(z.object({ id: z.string(), name: z.string(), unit: z.number().nullable() })),
  /** The session of a class, and the seats booked in it; null and 1 for other visits. */
  sessionId: z.string().nullable(),
  seats: z.number(),
  location: z.object({
    id: z.string(),
    name: z.string(),
    /** Street, postal code and city, one line each; empty lines left out. */
    address: z.array(z.string()),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    phone: z.string().nullable(),
  }),
  customer: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  /** In the currency's smallest unit. */
  priceMinor: z.number(),
  currency: z.string(),
  notes: z.string().nullable(),
  /** Null for customers. */
  internalNotes: z.string().nullable(),
  /** What the team should look at: the visit meets another one. Null for customers. */
  conflict: z.string().nullable(),
  bufferBeforeMin: z.number(),
  bufferAfterMin: z.number(),
  /** The last instant at which the customer may still cancel or reschedule. */
  changeableUntil: z.string(),
  /** Whether that has not passed and the visit still stands. */
  changeable: z.boolean(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
});
export type AppointmentView = z.infer<typeof AppointmentView>;

export const HoldSlotInput = z.object({
  ...slotChoice,
  ...classSeats,
  /** The page's earlier hold, let go in the same step. */
  previousToken: token.optional(),
});
export type HoldSlotInput = z.infer<typeof HoldSlotInput>;

export const HoldView = z.object({
  token: z.string(),
  serviceId: z.string(),
  staffId: z.string(),
  /** Whether the customer asked for this staff member. */
  staffChosen: z.boolean(),
  locationId: z.string(),
  sessionId: z.string().nullable(),
  seats: z.number(),
  start: z.string(),
  end: z.string(),
  expiresAt: z.string(),
  /** False when the time ran out; the time may still be free. */
  live: z.boolean(),
});
export type HoldView = z.infer<typeof HoldView>;

export const HoldTokenInput = z.object({ token });
export type HoldTokenInput = z.infer<typeof HoldTokenInput>;

export const BookAppointmentInput = z.object({
  ...slotChoice,
  ...classSeats,
  customer: z.object({ name, email, phone: optionalPhone.optional() }),
  notes,
  /** The zone the customer saw times in. */
  timeZone: timeZone.optional(),
  holdToken: token.optional(),
  idempotencyKey,
  source: z.enum(bookingSources).default("page"),
});
export type BookAppointmentInput = z.infer<typeof BookAppointmentInput>;

export const BookedAppointment = z.object({
  appointment: AppointmentView,
  /** For the manage link; shown once, stored hashed. */
  manageToken: z.string(),
  /** True when the idempotency key had been used: nothing was booked a second time. */
  replayed: z.boolean(),
});
export type BookedAppointment = z.infer<typeof BookedAppointment>;

export const BookManuallyInput = z.object({
  ...slotChoice,
  ...classSeats,
  staffId: id,
  /** Minutes; the service's duration when absent. */
  durationMin: z
    .number()
    .int()
    .min(5, "Must be at least 5 minutes")
    .max(1440, "Must be at most a day")
    .optional(),
  customer: z.union([
    z.object({ id }),
    z.object({
      name: requiredText("Enter the customer's name"),
      email: optionalEmail.optional(),
      phone: optionalPhone.optional(),
    }),
  ]),
  notes,
  internalNotes: notes,
  /** Whether the customer gets the confirmation by e-mail. */
  notify: z.boolean().default(true),
  idempotencyKey,
});
export type BookManuallyInput = z.infer<typeof BookManuallyInput>;

export const BookedManually = z.object({
  appointment: AppointmentView,
  /** Why customers could not have booked it ("Sam works 09:00–13:00 on Tuesdays"), or null. */
  overruled: z.string().nullable(),
});
export type BookedManually = z.infer<typeof BookedManually>;

/** By a customer, with the manage link's token, within the policy. */
export const RescheduleAppointmentInput = z.object({
  token,
  start: instant,
  /** Absent: the same staff member; "any": the first available. */
  staffId: z.union([id, z.literal("any")]).optional(),
  sessionId: id.optional(),
});
export type RescheduleAppointmentInput = z.infer<typeof RescheduleAppointmentInput>;

/** By a member, for instance by dragging: anything but a double booking. */
export const MoveAppointmentInput = z.object({
  id,
  start: instant,
  staffId: id.optional(),
  sessionId: id.optional(),
  /** Minutes; unchanged when absent. */
  durationMin: z
    .number()
    .int()
    .min(5, "Must be at least 5 minutes")
    .max(1440, "Must be at most a day")
    .optional(),
  /** The version the member saw; refused when someone changed it since. */
  version: z.number().int().optional(),
  notify: z.boolean().default(true),
});
export type MoveAppointmentInput = z.infer<typeof MoveAppointmentInput>;

export const CancelAppointmentInput = z.object({
  /** A customer names the appointment by the manage link's token, a member by its id. */
  target: z.union([z.object({ token }), z.object({ id })]),
  reason: optionalText(500).optional(),
  notify: z.boolean().default(true),
});
export type CancelAppointmentInput = z.infer<typeof CancelAppointmentInput>;

export const ChangeStatusInput = z.object({ id, version: z.number().int().optional() });
export type ChangeStatusInput = z.infer<typeof ChangeStatusInput>;

export const EditAppointmentInput = z.object({
  id,
  version: z.number().int().optional(),
  notes,
  internalNotes: notes,
  customer: z
    .object({
      name: requiredText("Enter the customer's name"),
      email: optionalEmail.optional(),
      phone: optionalPhone.optional(),
    })
    .optional(),
});
export type EditAppointmentInput = z.infer<typeof EditAppointmentInput>;

export const ReadAppointmentInput = z.object({
  target: z.union([z.object({ token }), z.object({ id })]),
});
export type ReadAppointmentInput = z.infer<typeof ReadAppointmentInput>;

export const ListAppointmentsInput = z.object({
  /** Visits that overlap [from, to). */
  from: instant.optional(),
  to: instant.optional(),
  staffId: id.optional(),
  /** Who is booked in one session of a class. */
  sessionId: id.optional(),
  statuses: z.array(z.enum(appointmentStatuses)).optional(),
  /** Part of the customer's name, e-mail address or phone number, or the code. */
  search: z.string().trim().max(200, "Use at most 200 characters").optional(),
  order: z.enum(["asc", "desc"]).default("asc"),
  limit: z.number().int().min(1).max(1000).default(200),
  cursor: z.string().max(200).optional(),
});
export type ListAppointmentsInput = z.infer<typeof ListAppointmentsInput>;

export const ListAppointmentsOutput = z.object({
  appointments: z.array(AppointmentView),
  nextCursor: z.string().nullable(),
});
export type ListAppointmentsOutput = z.infer<typeof ListAppointmentsOutput>;

export const ListHistoryInput = z.object({ id });
export type ListHistoryInput = z.infer<typeof ListHistoryInput>;

export const HistoryEntry = z.object({
  id: z.string(),
  type: z.string(),
  at: z.string(),
  actorKind: z.string(),
  /** Name of the member, when one did it. */
  actorName: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
