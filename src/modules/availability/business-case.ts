import { z } from "zod";
import { parseInstant } from "#kernel/time/instant.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import {
  hours,
  inOrder,
  instantText,
  localDate,
  minutes,
  name,
  positive,
  timeZone,
} from "./business-case-fields.ts";
import { problemsBetween } from "./business-case-links.ts";

/**
 * A question to the engine with everything a business can say, as one JSON document: the second format of
 * `npm run availability`, recognised by its field `business` (docs/availability.md).
 */

const limits = {
  noticeMin: minutes.nullable().default(null),
  horizonDays: minutes.nullable().default(null),
  maxPerDay: positive.nullable().default(null),
  maxPerWeek: positive.nullable().default(null),
};

const service = z.strictObject({
  id: name.default("service"),
  kind: z.enum(["individual", "class"], 'must be "individual" or "class"').default("individual"),
  durationMin: positive,
  slotIntervalMin: positive.default(15),
  grid: z.enum(["hours", "clock"], 'must be "hours" or "clock"').default("hours"),
  bufferBeforeMin: minutes.default(0),
  bufferAfterMin: minutes.default(0),
  ...limits,
  staffNeeded: positive.default(1),
  assignment: z.enum(["order", "load", "weight"], 'must be "order", "load" or "weight"').default("load"),
  requirements: z.array(z.array(name).min(1, "names no resource")).default([]),
});

const staffMember = z.strictObject({
  id: name,
  placeIds: z.array(name).optional(),
  ...limits,
  weight: positive.default(1),
  recentVisits: minutes.default(0),
});

const weekdays = z.array(z.int().min(1).max(7)).min(1, "names no weekday");
/** What a rule is about; nothing named is the whole business. */
const scope = {
  staffId: name.optional(),
  placeId: name.optional(),
  serviceId: name.optional(),
  resourceId: name.optional(),
};
const priority = z.int().min(-100).max(100).default(0);
const anyDates = { from: localDate.optional(), to: localDate.optional() };
const dates = { from: localDate, to: localDate };

const rule = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("weekly"),
      ...scope,
      ...anyDates,
      priority,
      weekdays,
      everyWeeks: z.int().min(1).max(8).default(1),
      anchor: localDate.optional(),
      hours,
    }),
    z.strictObject({
      kind: z.literal("monthly"),
      ...scope,
      ...anyDates,
      priority,
      weekdays,
      nth: z.union([z.literal(-1), z.int().min(1).max(5)], "must be 1 to 5, or -1 for the last"),
      hours,
    }),
    z.strictObject({ kind: z.literal("override"), ...scope, ...dates, priority, hours }),
    z.strictObject({ kind: z.literal("holiday"), placeId: name, date: localDate }),
    z.strictObject({ kind: z.literal("timeOff"), ...scope, ...dates, hours: hours.default([]) }),
  ])
  .refine((row) => row.kind !== "weekly" || row.everyWeeks === 1 || row.anchor !== undefined, {
    error: "is needed with everyWeeks above 1: a date of a week that counts",
    path: ["anchor"],
  })
  .refine((row) => row.kind === "holiday" || !row.from || !row.to || row.from <= row.to, {
    error: "is before from",
    path: ["to"],
  });

const resource = z.strictObject({
  id: name,
  placeId: name.nullable().default(null),
  units: z.array(name).min(1, "names no unit").optional(),
});

const journey = z
  .strictObject({ from: name, to: name, minutes })
  .refine(({ from, to }) => from !== to, { error: "is where the journey begins", path: ["to"] });

const booking = z
  .strictObject({
    staffId: name.optional(),
    unitId: name.optional(),
    placeId: name.nullable().default(null),
    start: instantText,
    end: instantText,
  })
  .refine(inOrder, { error: "is before the start", path: ["end"] });

const visit = z.strictObject({
  start: instantText,
  staffId: name.optional(),
  ofService: z.boolean().default(true),
});

const session = z
  .strictObject({
    id: name,
    staffId: name,
    placeId: name,
    start: instantText,
    end: instantText,
    capacity: positive,
    seatsTaken: minutes.default(0),
  })
  .refine(inOrder, { error: "is before the start", path: ["end"] });

const longestWindow = 400 * minutesPerDay;

export const businessCase = z
  .strictObject({
    id: z.union([z.string(), z.number()]).optional(),
    business: z.strictObject({
      timezone: timeZone,
      active: z.boolean().default(true),
      /** Bookings that the plan allows in a month, all of which are made. */
      fullAt: z.int().min(0).nullable().default(null),
      noticeMin: minutes.default(0),
      horizonDays: minutes.default(365),
    }),
    now: instantText,
    from: instantText,
    to: instantText,
    audience: z.enum(["customer", "member"], 'must be "customer" or "member"').default("customer"),
    staffId: name.optional(),
    seats: positive.default(1),
    service,
    places: z.array(z.strictObject({ id: name, timezone: timeZone.optional() })).min(1, "names no place"),
    staff: z.array(staffMember),
    rules: z.array(rule).default([]),
    resources: z.array(resource).default([]),
    travel: z.array(journey).default([]),
    bookings: z.array(booking).default([]),
    visits: z.array(visit).default([]),
    sessions: z.array(session).default([]),
  })
  .refine(({ from, to }) => parseInstant(from) <= parseInstant(to), { error: "is before from", path: ["to"] })
  .refine(({ from, to }) => parseInstant(to) - parseInstant(from) <= longestWindow, {
    error: "is more than 400 days after from",
    path: ["to"],
  })
  .superRefine((parsed, context) => {
    for (const { path, message } of problemsBetween(parsed)) {
      context.addIssue({ code: "custom", path, message });
    }
  });

export type BusinessCase = z.infer<typeof businessCase>;
export type CaseRule = BusinessCase["rules"][number];

/** Whether a document is in this format rather than the plain one. */
export function isBusinessCase(document: unknown): boolean {
  return typeof document === "object" && document !== null && "business" in document;
}
