import { z } from "zod";
import { formatInstants, parseCheckedInstant, parseInstant } from "#kernel/time/instant.ts";
import { minutesPerDay, parseLocalDate } from "#kernel/time/local-date.ts";
import { isTimeZone, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { type ClaimRows, claimsByOwner } from "./rules/claims-by-owner.ts";
import type { Candidate, VisitLength } from "./rules/find-starts.ts";
import { startsOfAll, startsOfAny } from "./rules/offered-starts.ts";
import { type DayHours, dayHours, type Schedule } from "./rules/schedule.ts";
import { startsIn } from "./rules/start-set.ts";
import { type Window, workingIntervals } from "./rules/working-intervals.ts";

/**
 * A question to the engine as one JSON document, the format of `npm run availability` and of the benchmark:
 * a window, a service, and each staff member's hours and bookings (docs/availability.md).
 */

const instantText = z
  .string()
  .refine((text) => !Number.isNaN(parseInstant(text)), "is not an instant (2030-03-01T09:00:00Z)");
const minutes = z.int("must be whole minutes").min(0, "must not be negative");
const staffId = z.union([z.string(), z.number()]);
const startTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is not a time from 00:00 to 23:59");
const endTime = z.string().regex(/^([0-3]\d|4[0-7]):[0-5]\d$|^48:00$/, "is not a time from 00:00 to 48:00");
const intervals = z.array(z.tuple([startTime, endTime]));
const localDate = z
  .string()
  .refine((text) => !Number.isNaN(parseLocalDate(text)), "is not a date (2030-03-01)");

const staffMember = z.object({
  id: staffId,
  timezone: z.string().refine(isTimeZone, "is not a time zone this platform knows"),
  weekly: z.array(z.object({ day: z.int().min(1).max(7), intervals })).default([]),
  overrides: z.array(z.object({ date: localDate, intervals })).default([]),
});

const booking = z
  .object({ staffId, start: instantText, end: instantText })
  .refine(({ start, end }) => parseInstant(start) <= parseInstant(end), {
    error: "is before the start",
    path: ["end"],
  });

/** Minutes of a hundred years: more is a mistake, and would take its memory. */
const longestWindow = 100 * 366 * minutesPerDay;

export const availabilityCase = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    now: instantText.optional(),
    from: instantText,
    to: instantText,
    mode: z.enum(["any", "all"], 'must be "any" or "all"').default("any"),
    service: z.object({
      durationMin: minutes.min(1, "must be at least a minute"),
      slotIntervalMin: minutes.min(1, "must be at least a minute").default(15),
      bufferBeforeMin: minutes.default(0),
      bufferAfterMin: minutes.default(0),
      minNoticeMin: minutes.default(0),
    }),
    staff: z
      .array(staffMember)
      .refine(
        (staff) => new Set(staff.map((member) => member.id)).size === staff.length,
        "two have the same id",
      ),
    bookings: z.array(booking).default([]),
  })
  .refine(({ from, to }) => parseInstant(from) <= parseInstant(to), { error: "is before from", path: ["to"] })
  .refine(({ from, to }) => parseInstant(to) - parseInstant(from) <= longestWindow, {
    error: "is more than a hundred years after from",
    path: ["to"],
  });

export type AvailabilityCase = z.infer<typeof availabilityCase>;

/** Every start the case offers, as sorted ISO instants (UTC). Expects a case that `availabilityCase` accepted. */
export function findCaseSlots(question: AvailabilityCase): string[] {
  const window = windowOf(question);
  const visit = visitOf(question.service);
  const claims = claimsByOwner(claimRowsOf(question), question.staff.length, {
    from: window.from - visit.bufferBefore,
    until: window.until + visit.duration + visit.bufferAfter,
  });
  const candidates = question.staff.map((member, ordinal): Candidate => {
    const schedule = scheduleOf(member);
    const working = workingIntervals(schedule, zoneOffsets(schedule.zone, window.from, window.until), window);
    return { working, claims: claims[ordinal] as Candidate["claims"] };
  });
  const offered = question.mode === "all" ? startsOfAll : startsOfAny;
  return formatInstants(startsIn(offered(candidates, visit, window)));
}

/** A start belongs to the window when `from <= start < to`, and is no sooner than the notice allows. */
function windowOf({ from, to, now, service }: AvailabilityCase): Window {
  const earliest = now === undefined ? Number.NEGATIVE_INFINITY : parseInstant(now) + service.minNoticeMin;
  return { from: Math.ceil(Math.max(parseInstant(from), earliest)), until: Math.ceil(parseInstant(to)) };
}

function visitOf(service: AvailabilityCase["service"]): VisitLength {
  return {
    duration: service.durationMin,
    slotInterval: service.slotIntervalMin,
    grid: "hours",
    bufferBefore: service.bufferBeforeMin,
    bufferAfter: service.bufferAfterMin,
  };
}

function claimRowsOf({ staff, bookings }: AvailabilityCase): ClaimRows {
  const ordinals = new Map(staff.map((member, ordinal) => [member.id, ordinal]));
  const count = bookings.length;
  const rows = {
    count,
    owners: new Int32Array(count),
    starts: new Int32Array(count),
    ends: new Int32Array(count),
  };
  for (let row = 0; row < count; row++) {
    const booking = bookings[row] as AvailabilityCase["bookings"][number];
    rows.owners[row] = ordinals.get(booking.staffId) ?? -1;
    rows.starts[row] = Math.floor(parseCheckedInstant(booking.start));
    rows.ends[row] = Math.ceil(parseCheckedInstant(booking.end));
  }
  return rows;
}

function scheduleOf(member: AvailabilityCase["staff"][number]): Schedule {
  const weekly: [number, number][][] = Array.from({ length: 7 }, () => []);
  for (const { day, intervals } of member.weekly) weekly[day - 1]?.push(...intervals.map(minutesOf));
  const overrides = new Map<number, DayHours>();
  for (const { date, intervals } of member.overrides) {
    overrides.set(parseLocalDate(date), dayHours(intervals.map(minutesOf)));
  }
  return { zone: member.timezone, weekly: weekly.map(dayHours), overrides };
}

/** `["22:00", "02:00"]` is `[1320, 1560]`: an end that is not after its start belongs to the next day. */
function minutesOf([start, end]: readonly [string, string]): [number, number] {
  const opens = clockMinutes(start);
  const closes = clockMinutes(end);
  return [opens, closes > opens ? closes : closes + minutesPerDay];
}

function clockMinutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
