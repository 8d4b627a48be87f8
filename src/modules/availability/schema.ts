import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { id, optionalText, timeZone } from "#modules/tenants/fields.ts";

/** Longest window that one question may ask for, in minutes. */
const longestWindow = 400 * 1440;

/** An instant: any ISO 8601 time with an offset; kept as `YYYY-MM-DDTHH:MM:SSZ`. */
export const instant = z.iso
  .datetime({ offset: true, error: "Use a time with its offset, like 2026-03-03T14:30:00Z" })
  .transform((text) => `${new Date(text).toISOString().slice(0, 19)}Z`);

/** `YYYY-MM-DD` by the calendar of some zone. */
export const localDate = z
  .string("Choose a date")
  .refine((text) => !Number.isNaN(parseLocalDate(text)), "Use a date like 2026-03-03");

const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Use a month like 2026-03");

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

export const FindSlotsInput = z
  .object({ ...whoAndWhere, ...ignoring, from: instant, to: instant, audience })
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
  /** Who can take it, in display order. */
  staffIds: z.array(z.string()),
  locationId: z.string(),
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
export const MonthOverviewInput = z.object({ ...whoAndWhere, month, timeZone });
export type MonthOverviewInput = z.infer<typeof MonthOverviewInput>;

export const MonthOverviewOutput = z.object({
  /** Every day of the month with the number of starts on it. */
  days: z.array(z.object({ date: z.string(), count: z.number() })),
  /** The first day with a free time, in this month or later. */
  nextAvailable: z.string().optional(),
});
export type MonthOverviewOutput = z.infer<typeof MonthOverviewOutput>;

export const ChooseStaffInput = z.object({ ...whoAndWhere, ...ignoring, start: instant, audience });
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
    }),
  ),
});
export type ChooseStaffOutput = z.infer<typeof ChooseStaffOutput>;

/** A part of a day in wall-clock minutes from its midnight; an end past 1440 is on the next day (22:00–02:00). */
export const Interval = z
  .object({
    startMinute: z.int().min(0, "Start at 00:00 or later").max(1439, "Start before midnight"),
    endMinute: z.int().min(1).max(2879),
  })
  .refine(({ startMinute, endMinute }) => endMinute > startMinute, "The end must be after the start")
  .refine(({ startMinute, endMinute }) => endMinute - startMinute <= 1440, "At most 24 hours at a time");
export type Interval = z.infer<typeof Interval>;

const intervals = z.array(Interval).max(12, "Use at most 12 periods a day");

const week = z
  .array(z.object({ weekday: z.int().min(1).max(7), intervals }))
  .max(7)
  .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length, "Name each weekday once");

/** Weekdays that are left out are closed; no week at all: they follow the location's hours. */
export const SaveWeeklyHoursInput = z.object({
  staffId: id,
  locationId: id.optional(),
  week: week.nullable(),
});
export type SaveWeeklyHoursInput = z.infer<typeof SaveWeeklyHoursInput>;

/** Weekdays that are left out are closed; no week at all: nothing is limited. */
export const SaveOpeningHoursInput = z.object({ locationId: id, week: week.nullable() });
export type SaveOpeningHoursInput = z.infer<typeof SaveOpeningHoursInput>;

const scope = {
  /** Absent: everybody at the location, or in the whole business. */
  staffId: id.optional(),
  locationId: id.optional(),
};
const dates = { dateFrom: localDate, dateTo: localDate };
const datesInOrder = ({ dateFrom, dateTo }: { dateFrom: string; dateTo: string }) =>
  dateFrom <= dateTo && parseLocalDate(dateTo) - parseLocalDate(dateFrom) <= 1100;
const datesMessage = "The last day must not be before the first, nor three years after it";
const reason = optionalText(120).optional();

/** Replaces the weekly hours on these dates; without intervals they are closed. */
export const SaveDateOverrideInput = z
  .object({ ...scope, ...dates, intervals, reason })
  .refine(datesInOrder, datesMessage);
export type SaveDateOverrideInput = z.infer<typeof SaveDateOverrideInput>;

/** Takes time away: whole days, or the same part of each of them. */
export const AddTimeOffInput = z
  .object({ ...scope, ...dates, part: Interval.optional(), reason })
  .refine(datesInOrder, datesMessage);
export type AddTimeOffInput = z.infer<typeof AddTimeOffInput>;

export const RemoveRuleInput = z.object({ id });
export type RemoveRuleInput = z.infer<typeof RemoveRuleInput>;

export const SavedRule = z.object({ id: z.string() });
export type SavedRule = z.infer<typeof SavedRule>;

/** Of a staff member, of a location, or (neither) of the whole business. */
export const ReadScheduleInput = z.object(scope);
export type ReadScheduleInput = z.infer<typeof ReadScheduleInput>;

export const DateOverride = z.object({
  id: z.string(),
  dateFrom: z.string(),
  dateTo: z.string(),
  /** Empty: closed. */
  intervals: z.array(Interval),
  reason: z.string().nullable(),
});
export type DateOverride = z.infer<typeof DateOverride>;

export const TimeOff = z.object({
  id: z.string(),
  dateFrom: z.string(),
  dateTo: z.string(),
  /** The part of each day; null: whole days. */
  part: Interval.nullable(),
  reason: z.string().nullable(),
});
export type TimeOff = z.infer<typeof TimeOff>;

export const ScheduleView = z.object({
  /** All seven days, Monday first. */
  week: z.array(z.object({ weekday: z.number(), intervals: z.array(Interval) })),
  /** No weekly hours are stored: a staff member then follows the location's. */
  usesDefaultHours: z.boolean(),
  overrides: z.array(DateOverride),
  timeOff: z.array(TimeOff),
});
export type ScheduleView = z.infer<typeof ScheduleView>;
