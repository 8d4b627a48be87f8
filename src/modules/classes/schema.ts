import { z } from "zod";
import { localDate } from "#modules/availability/schedule-schema.ts";
import { instant } from "#modules/availability/schema.ts";
import { id, optionalText, wholeNumber } from "#modules/tenants/fields.ts";

const capacity = wholeNumber({ minimum: 1, maximum: 1000, unit: "seats" });

/** Wall-clock minutes from midnight. */
const startMinute = z.int().min(0, "Start at 00:00 or later").max(1439, "Start before midnight");

const whatAndWhere = { serviceId: id, staffId: id, locationId: id };

/** With `id`: changes that schedule and what it has made, except sessions that have bookings. Without: adds one. */
export const SaveClassScheduleInput = z
  .object({
    id: id.optional(),
    ...whatAndWhere,
    /** ISO: 1 is Monday, 7 is Sunday. */
    weekday: z.int().min(1).max(7),
    startMinute,
    /** Every so many weeks, counted from the week of `dateFrom`. */
    everyWeeks: wholeNumber({ minimum: 1, maximum: 8, unit: "weeks" }).default(1),
    dateFrom: localDate,
    /** The last date it can be on; absent or null: it goes on. */
    dateTo: localDate.nullable().optional(),
    /** Seats of its sessions; the service's when absent or null. */
    capacity: capacity.nullable().optional(),
  })
  .refine(({ dateFrom, dateTo }) => !dateTo || dateTo >= dateFrom, "The last day is before the first");
export type SaveClassScheduleInput = z.infer<typeof SaveClassScheduleInput>;

/** A date on which the class cannot be, and why, in words. */
export const RefusedDate = z.object({ date: z.string(), message: z.string() });
export type RefusedDate = z.infer<typeof RefusedDate>;

export const SavedClassSchedule = z.object({
  id: z.string(),
  /** Dates for which a session was made. */
  made: z.array(z.string()),
  refused: z.array(RefusedDate),
  /** Dates whose sessions have bookings and stay as they were, though the schedule no longer has them so. */
  kept: z.array(z.string()),
});
export type SavedClassSchedule = z.infer<typeof SavedClassSchedule>;

const telling = {
  reason: optionalText(500).optional(),
  /** Whether customers get an e-mail. */
  notify: z.boolean().default(true),
};

export const ArchiveClassScheduleInput = z.object({
  id,
  /** Whether coming sessions that have bookings are cancelled too; else they stay. */
  cancelBooked: z.boolean().default(false),
  ...telling,
});
export type ArchiveClassScheduleInput = z.infer<typeof ArchiveClassScheduleInput>;

export const ArchivedClassSchedule = z.object({
  id: z.string(),
  /** Coming sessions without bookings, which are gone. */
  removed: z.number(),
  cancelled: z.number(),
  /** Dates of those that stay, as they have bookings. */
  kept: z.array(z.string()),
});
export type ArchivedClassSchedule = z.infer<typeof ArchivedClassSchedule>;

/** One date more, whatever the schedules say. */
export const AddSessionInput = z.object({
  ...whatAndWhere,
  date: localDate,
  startMinute,
  capacity: capacity.optional(),
});
export type AddSessionInput = z.infer<typeof AddSessionInput>;

export const CancelSessionInput = z.object({ id, ...telling });
export type CancelSessionInput = z.infer<typeof CancelSessionInput>;

/** What is left out stays. Bookings move along, and their customers are told. */
export const ChangeSessionInput = z.object({
  id,
  staffId: id.optional(),
  locationId: id.optional(),
  start: instant.optional(),
  capacity: capacity.optional(),
  notify: telling.notify,
});
export type ChangeSessionInput = z.infer<typeof ChangeSessionInput>;

export const ListClassSchedulesInput = z.object({
  serviceId: id.optional(),
  includeArchived: z.boolean().default(false),
});
export type ListClassSchedulesInput = z.infer<typeof ListClassSchedulesInput>;

const named = z.object({ id: z.string(), name: z.string() });

export const ClassSchedule = z.object({
  id: z.string(),
  service: named,
  staff: named,
  location: named,
  weekday: z.number(),
  startMinute: z.number(),
  everyWeeks: z.number(),
  dateFrom: z.string(),
  dateTo: z.string().nullable(),
  /** Null: the service's. */
  capacity: z.number().nullable(),
  archived: z.boolean(),
  /** Sessions still to come, and when the next one is. */
  coming: z.number(),
  next: z.string().nullable(),
});
export type ClassSchedule = z.infer<typeof ClassSchedule>;

export const ListClassSchedulesOutput = z.object({ schedules: z.array(ClassSchedule) });
export type ListClassSchedulesOutput = z.infer<typeof ListClassSchedulesOutput>;

const longestRangeMs = 400 * 86_400_000;

/** Sessions that overlap [from, to). */
export const ListClassSessionsInput = z
  .object({
    from: instant,
    to: instant,
    serviceId: id.optional(),
    staffId: id.optional(),
    includeCancelled: z.boolean().default(false),
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= longestRangeMs, "Ask for 400 days at most");
export type ListClassSessionsInput = z.infer<typeof ListClassSessionsInput>;

export const ClassSession = z.object({
  id: z.string(),
  /** Null: a single date. */
  scheduleId: z.string().nullable(),
  service: named,
  staff: named.extend({ color: z.string() }),
  location: named,
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  wallStart: z.string(),
  capacity: z.number(),
  seatsTaken: z.number(),
  /** Seats that customers keep while they fill in the form. */
  seatsHeld: z.number(),
  /** What it takes beside the teacher; `unit` is the number of the piece where the resource has several. */
  resources: z.array(named.extend({ unit: z.number().nullable() })),
  cancelled: z.boolean(),
});
export type ClassSession = z.infer<typeof ClassSession>;

export const ListClassSessionsOutput = z.object({ sessions: z.array(ClassSession) });
export type ListClassSessionsOutput = z.infer<typeof ListClassSessionsOutput>;

export const ChangedSession = z.object({
  session: ClassSession,
  /** Bookings that have moved along. */
  moved: z.number(),
});
export type ChangedSession = z.infer<typeof ChangedSession>;

export const CancelledSession = z.object({
  id: z.string(),
  /** Bookings that were cancelled with it. */
  cancelled: z.number(),
});
export type CancelledSession = z.infer<typeof CancelledSession>;
