import { z } from "zod";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { id, timeZone } from "#modules/tenants/fields.ts";
import { reasonCodes } from "./rules/explain-reason.ts";
import { instant } from "./schema.ts";

const localDate = z
  .string("Choose a date")
  .refine((text) => !Number.isNaN(parseLocalDate(text)), "Use a date like 2026-03-03");
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time like 14:30");

/** What the clocks of the place show; of a time that exists twice the first, unless `later` is said. */
const wallTime = z.object({
  date: localDate,
  time: clockTime,
  /** The location's, else the business's, when absent. */
  timeZone: timeZone.optional(),
  later: z.boolean().optional(),
});

/** Why a start is or is not offered to customers, now or (`askedAt`, or a start in the past) as it was then. */
export const ExplainTimeInput = z.object({
  serviceId: id,
  /** Absent: anybody who performs the service. */
  staffId: id.optional(),
  locationId: id.optional(),
  start: z.union([instant, wallTime], "Say when: an instant, or a date and a time"),
  /** When the customer looked. */
  askedAt: instant.optional(),
  /** An appointment that is about to move: its own time counts as free. */
  ignoreAppointmentId: id.optional(),
  seats: z.int().min(1).max(100).optional(),
});
export type ExplainTimeInput = z.infer<typeof ExplainTimeInput>;

const subject = z.object({
  kind: z.enum([
    ...["rule", "holiday", "appointment", "session", "hold", "block"],
    ...["service", "staff", "location", "business", "resource"],
  ] as const),
  id: z.string(),
});

export const ExplainedReason = z.object({
  code: z.enum(reasonCodes),
  message: z.string(),
  remedy: z.string(),
  about: subject.nullable(),
  ownedBy: subject.nullable(),
  part: z.enum(["hours", "dates"]).nullable(),
  staffId: z.string().nullable(),
  locationId: z.string().nullable(),
});
export type ExplainedReason = z.infer<typeof ExplainedReason>;

export const ExplainTimeOutput = z.object({
  offered: z.boolean(),
  /** Those that concern everybody first; empty when it is offered. */
  reasons: z.array(ExplainedReason),
  start: z.string(),
  /** `YYYY-MM-DDTHH:MM` by the clocks of `timeZone`, as it was asked for. */
  wallTime: z.string(),
  timeZone: z.string(),
  /** The moment for which this is the answer. */
  askedAt: z.string(),
  /** It is an answer about the past: rules and bookings are those of then. */
  past: z.boolean(),
  /** What the reader must know to trust the answer. */
  notes: z.array(z.string()),
});
export type ExplainTimeOutput = z.infer<typeof ExplainTimeOutput>;
