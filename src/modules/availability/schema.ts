import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { id, timeZone } from "#modules/tenants/fields.ts";

/** Longest window that one question may ask for, in minutes. */
const longestWindow = 400 * 1440;

/** An instant: any ISO 8601 time with an offset; kept as `YYYY-MM-DDTHH:MM:SSZ`. */
export const instant = z.iso
  .datetime({ offset: true, error: "Use a time with its offset, like 2026-03-03T14:30:00Z" })
  .transform((text) => `${new Date(text).toISOString().slice(0, 19)}Z`);

export const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Use a month like 2026-03");

/** customer: bound by hours, notice and horizon. member: the team, bound by nothing but other bookings. */
const audience = z.enum(["customer", "member"]);

const whoAndWhere = {
  serviceId: id,
  /** Absent: anybody who performs the service. */
  staffId: id.optional(),
  /** Absent: every location that offers the service. */
  locationId: id.optional(),
};

const ignoring = {
  /** An appointment that is about to move: its own time counts as free. */
  ignoreAppointmentId: id.optional(),
  /** The asker's own hold: its time counts as free. */
  ignoreHoldId: id.optional(),
};

/** Of a class: how many are wanted together; 1 when absent, and with 0 full sessions are told too. */
const seats = z.int().min(0).max(100).optional();

export const FindSlotsInput = z
  .object({ ...whoAndWhere, ...ignoring, from: instant, to: instant, audience, seats })
  .refine(
    ({ from, to }) => parseInstant(from) <= parseInstant(to),
    "The end of the period is before its start",
  )
  .refine(
    ({ from, to }) => parseInstant(to) - parseInstant(from) <= longestWindow,
    "Ask for 400 days at most",
  );
export type FindSlotsInput = z.infer<typeof FindSlotsInput>;

export const Slot = z.object({
  start: z.string(),
  end: z.string(),
  /** Who can take it, in display order; of a visit that takes several people, who can be the first of them. */
  staffIds: z.array(z.string()),
  locationId: z.string(),
  /** Of a class only: the date of it, the seats that are left and how many there are. */
  sessionId: z.string().optional(),
  seatsLeft: z.number().optional(),
  capacity: z.number().optional(),
});
export type Slot = z.infer<typeof Slot>;

export const FindSlotsOutput = z.object({
  serviceId: z.string(),
  /** The location's zone when one was asked for, else the business's. */
  timeZone: z.string(),
  /** By start; the same start at two locations is two slots. */
  slots: z.array(Slot),
});
export type FindSlotsOutput = z.infer<typeof FindSlotsOutput>;

/** The days are those of `timeZone`: the reader's. */
export const MonthOverviewInput = z.object({ ...whoAndWhere, ...ignoring, month, timeZone, seats });
export type MonthOverviewInput = z.infer<typeof MonthOverviewInput>;

export const MonthOverviewOutput = z.object({
  /** Every day of the month, and whether it has a start. */
  days: z.array(z.object({ date: z.string(), available: z.boolean() })),
  /** The first day with a free time, in this month or later. */
  nextAvailable: z.string().optional(),
});
export type MonthOverviewOutput = z.infer<typeof MonthOverviewOutput>;

export const ChooseStaffInput = z.object({ ...whoAndWhere, ...ignoring, start: instant, audience, seats });
export type ChooseStaffInput = z.infer<typeof ChooseStaffInput>;

export const ChooseStaffOutput = z.object({
  /** Who can take the start, the preferred one first; never empty. */
  candidates: z.array(
    z.object({
      staffId: z.string(),
      locationId: z.string(),
      timeZone: z.string(),
      /** The others, when a visit takes several staff members. */
      withStaffIds: z.array(z.string()),
      /** A unit of a resource for each requirement. */
      unitIds: z.array(z.string()),
      /** Of a class only: the session, whose claims are there already. */
      sessionId: z.string().optional(),
    }),
  ),
});
export type ChooseStaffOutput = z.infer<typeof ChooseStaffOutput>;
