import { z } from "zod";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { id, optionalText, wholeNumber } from "#modules/tenants/fields.ts";

/** `YYYY-MM-DD` by the calendar of the place that a rule is about. */
export const localDate = z
  .string("Choose a date")
  .refine((text) => !Number.isNaN(parseLocalDate(text)), "Use a date like 2026-03-03");

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
const weekday = z.int().min(1).max(7);

const week = z
  .array(z.object({ weekday, intervals }))
  .max(7)
  .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length, "Name each weekday once");

/** Whose schedule: nothing named is the whole business. */
const scope = {
  staffId: id.optional(),
  locationId: id.optional(),
  serviceId: id.optional(),
  resourceId: id.optional(),
};
type ScopeInput = { [Key in keyof typeof scope]?: string | undefined };

/** A person, a service or a resource, not two of them; a resource is where it is. */
function makesScope({ staffId, locationId, serviceId, resourceId }: ScopeInput): boolean {
  return resourceId ? !staffId && !serviceId && !locationId : !(staffId && serviceId);
}
const scopeMessage = "Hours are of a person, a service or a resource, one at a time";

const dates = { dateFrom: localDate, dateTo: localDate };
const datesInOrder = ({ dateFrom, dateTo }: { dateFrom: string; dateTo: string }) =>
  dateFrom <= dateTo && parseLocalDate(dateTo) - parseLocalDate(dateFrom) <= 1100;
const datesMessage = "The last day must not be before the first, nor three years after it";

/** First and last date of recurring hours; without: from ever, for ever. */
const period = { dateFrom: localDate.nullish(), dateTo: localDate.nullish() };
const periodInOrder = ({ dateFrom, dateTo }: { dateFrom?: string | null; dateTo?: string | null }) =>
  !dateFrom || !dateTo || dateFrom <= dateTo;
const periodMessage = "The last day must not be before the first";

/** Of hours that speak about the same day the higher priority counts, and equal ones add up; 0 when absent. */
const priority = wholeNumber({ minimum: -100, maximum: 100, unit: "" }).optional();
const reason = optionalText(120).optional();

/**
 * The usual week of exactly this scope. Weekdays that are left out are closed. No week at all: a person follows the
 * opening hours, everything else is not limited.
 */
export const SaveWeeklyHoursInput = z
  .object({ ...scope, week: week.nullable() })
  .refine(makesScope, scopeMessage);
export type SaveWeeklyHoursInput = z.infer<typeof SaveWeeklyHoursInput>;

/**
 * Hours beside the usual week: of weeks that take turns, of a time of the year, or both. With `id`: in place of that plan.
 */
export const SaveHoursPlanInput = z
  .object({
    ...scope,
    id: id.optional(),
    name: optionalText(60).optional(),
    /** One after the other, then from the first again. Weekdays left out are left to other hours; without intervals closed. */
    weeks: z.array(week).min(1).max(8, "At most 8 weeks take turns"),
    /** A date of the first of several weeks. */
    anchorDate: localDate.optional(),
    ...period,
    priority,
  })
  .refine(makesScope, scopeMessage)
  .refine(periodInOrder, periodMessage)
  .refine(({ weeks }) => weeks.some((days) => days.length > 0), "Choose at least one day")
  .refine(({ weeks, anchorDate }) => weeks.length === 1 || anchorDate, {
    error: "Choose when the first week begins",
    path: ["anchorDate"],
  })
  .refine(({ weeks, dateFrom, dateTo }) => weeks.length > 1 || dateFrom || dateTo, {
    error: "Choose the time of the year; hours of every week belong to the usual week",
    path: ["dateFrom"],
  });
export type SaveHoursPlanInput = z.infer<typeof SaveHoursPlanInput>;

/** The first to the fifth (1 to 5) or the last (-1) such weekday of a month. */
const nthOfMonth = z.union([1, 2, 3, 4, 5, -1].map((nth) => z.literal(nth)));

/** Hours on one weekday of each month ("first Saturday"); without intervals closed. With `id`: in place of those. */
export const SaveMonthlyHoursInput = z
  .object({
    ...scope,
    id: id.optional(),
    name: optionalText(60).optional(),
    nth: nthOfMonth,
    weekday,
    intervals,
    ...period,
    priority,
  })
  .refine(makesScope, scopeMessage)
  .refine(periodInOrder, periodMessage);
export type SaveMonthlyHoursInput = z.infer<typeof SaveMonthlyHoursInput>;

/** Replaces the recurring hours on these dates; without intervals they are closed. With `id`: in place of that one. */
export const SaveDateOverrideInput = z
  .object({ ...scope, id: id.optional(), ...dates, intervals, priority, reason })
  .refine(makesScope, scopeMessage)
  .refine(datesInOrder, datesMessage);
export type SaveDateOverrideInput = z.infer<typeof SaveDateOverrideInput>;

/** Takes time away: whole days, or the same part of each of them. */
export const AddTimeOffInput = z
  .object({ ...scope, ...dates, part: Interval.optional(), reason })
  .refine(makesScope, scopeMessage)
  .refine(datesInOrder, datesMessage);
export type AddTimeOffInput = z.infer<typeof AddTimeOffInput>;

export const RemoveRuleInput = z.object({ id });
export type RemoveRuleInput = z.infer<typeof RemoveRuleInput>;

export const ReadScheduleInput = z.object(scope).refine(makesScope, scopeMessage);
export type ReadScheduleInput = z.infer<typeof ReadScheduleInput>;

/** Booked visits that lie outside of the hours since a change, and did not before. They stay booked. */
export const Conflicts = z.object({
  count: z.number(),
  /** The first few, by start. */
  first: z.array(
    z.object({
      appointmentId: z.string(),
      start: z.string(),
      timeZone: z.string(),
      customerName: z.string(),
      staffName: z.string(),
      serviceName: z.string(),
    }),
  ),
});
export type Conflicts = z.infer<typeof Conflicts>;

/** `id`: of what was saved, for removing it; empty when nothing is stored. */
export const SavedRule = z.object({ id: z.string(), conflicts: Conflicts });
export type SavedRule = z.infer<typeof SavedRule>;

const DayHours = z.object({ weekday: z.number(), intervals: z.array(Interval) });

const spoken = {
  id: z.string(),
  name: z.string().nullable(),
  priority: z.number(),
  /** First and last date; null: from ever, for ever. */
  dateFrom: z.string().nullable(),
  dateTo: z.string().nullable(),
};

export const HoursPlan = z.object({
  ...spoken,
  /** The Monday of the first of several weeks; null when there is one. */
  anchorDate: z.string().nullable(),
  weeks: z.array(z.array(DayHours)),
});
export type HoursPlan = z.infer<typeof HoursPlan>;

export const MonthlyHours = z.object({
  ...spoken,
  nth: z.number(),
  weekday: z.number(),
  intervals: z.array(Interval),
});
export type MonthlyHours = z.infer<typeof MonthlyHours>;

export const DateOverride = z.object({
  id: z.string(),
  dateFrom: z.string(),
  dateTo: z.string(),
  /** Empty: closed. */
  intervals: z.array(Interval),
  priority: z.number(),
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
  /** The usual week: all seven days, Monday first. */
  week: z.array(DayHours),
  /** Whether a usual week is stored; without, all days of `week` are empty. */
  hasWeek: z.boolean(),
  /** No recurring hours of any kind are stored: a staff member then follows the location's. */
  usesDefaultHours: z.boolean(),
  plans: z.array(HoursPlan),
  monthly: z.array(MonthlyHours),
  overrides: z.array(DateOverride),
  timeOff: z.array(TimeOff),
});
export type ScheduleView = z.infer<typeof ScheduleView>;

/** For `days` local dates from `dateFrom` on: what results of everything that is set. */
export const PreviewHoursInput = z
  .object({ ...scope, dateFrom: localDate, days: z.int().min(1).max(62) })
  .refine(makesScope, scopeMessage);
export type PreviewHoursInput = z.infer<typeof PreviewHoursInput>;

export const HoursOnDate = z.object({
  date: z.string(),
  /** Null: not limited. */
  intervals: z.array(z.object({ startMinute: z.number(), endMinute: z.number() })).nullable(),
  /** Why it is not a day like others. */
  because: z.enum(["override", "holiday", "timeOff"]).nullable(),
  /** Of the public holiday. */
  name: z.string().nullable(),
});
export type HoursOnDate = z.infer<typeof HoursOnDate>;

export const PreviewHoursOutput = z.object({ days: z.array(HoursOnDate) });
export type PreviewHoursOutput = z.infer<typeof PreviewHoursOutput>;

/** When everybody works on some dates, at one location or at any. */
export const ReadWorkingHoursInput = z
  .object({ ...dates, locationId: id.optional() })
  .refine(datesInOrder, datesMessage)
  .refine(
    ({ dateFrom, dateTo }) => parseLocalDate(dateTo) - parseLocalDate(dateFrom) < 62,
    "Ask for 62 days at most",
  );
export type ReadWorkingHoursInput = z.infer<typeof ReadWorkingHoursInput>;

export const WorkingHoursOutput = z.object({
  /** Of everybody who is not archived, on each date. */
  hours: z.array(
    z.object({
      staffId: z.string(),
      date: z.string(),
      intervals: z.array(z.object({ startMinute: z.number(), endMinute: z.number() })),
    }),
  ),
});
export type WorkingHoursOutput = z.infer<typeof WorkingHoursOutput>;
