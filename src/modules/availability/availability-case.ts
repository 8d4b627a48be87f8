import { z } from "zod";
import {
  ceilMinute,
  floorMinute,
  formatInstant,
  formatInstants,
  parseInstant,
} from "#kernel/time/instant.ts";
import { dayOf, formatLocalDate, minutesPerDay, parseLocalDate } from "#kernel/time/local-date.ts";
import { firstInstantOf } from "#kernel/time/wall-time.ts";
import { isTimeZone, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import { type BusyRows, claimsByOwner } from "./rules/claims-by-owner.ts";
import { type Candidate, findStarts, noClaims, type VisitLength } from "./rules/find-starts.ts";
import { startsOfAll, startsOfAny } from "./rules/offered-starts.ts";
import { type DayHours, dayHours, type Schedule } from "./rules/schedule.ts";
import { emptyStartSet, type StartSet, startsIn } from "./rules/start-set.ts";
import { daysWithStarts } from "./rules/start-tally.ts";
import { type Intervals, type Window, workingIntervals } from "./rules/working-intervals.ts";

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
  return formatInstants(startsIn(allStarts(question, windowOf(question))));
}

/**
 * The dates of a month (`YYYY-MM`, by the calendar of a zone) on which the case offers any start, as `YYYY-MM-DD`. Where
 * one person is enough, bookings are read of a few people at a time, until every date that anybody works on has a start.
 */
export function findCaseDays(question: AvailabilityCase, month: string, zone: string): string[] {
  const dates = datesOf(month);
  const asked = windowOf(question);
  const table = zoneOffsets(zone, dates.first * minutesPerDay, (dates.last + 1) * minutesPerDay);
  const window = {
    from: Math.max(asked.from, firstInstantOf(dates.first * minutesPerDay, table)),
    until: Math.min(asked.until, firstInstantOf((dates.last + 1) * minutesPerDay, table)),
  };
  const openDates = (starts: StartSet): number[] =>
    daysWithStarts(starts, table, dates.first, dates.last).flatMap((isOpen, index) =>
      isOpen ? [dates.first + index] : [],
    );
  const starts =
    question.mode === "all" ? allStarts(question, window) : startsByStages(question, window, openDates);
  return openDates(starts).map(formatLocalDate);
}

function datesOf(month: string): { first: number; last: number } {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  const nextMonth = number === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, number + 1, 1);
  return { first: dayOf(year, number, 1), last: nextMonth - 1 };
}

function allStarts(question: AvailabilityCase, window: Window): StartSet {
  const everybody = { first: 0, last: question.staff.length };
  const claims = claimsByOwner(busyRowsOf(question, always), everybody);
  const candidates = question.staff.map(
    (member, index): Candidate => ({
      working: workingOf(member, window),
      claims: claims[index] as Candidate["claims"],
    }),
  );
  const offered = question.mode === "all" ? startsOfAll : startsOfAny;
  return offered(candidates, visitOf(question.service), window);
}

/** People in the first stage; each further one has as many as all before it. */
const firstStage = 12;

/** Enough starts to tell for each date whether it has any. */
function startsByStages(
  question: AvailabilityCase,
  window: Window,
  openDates: (starts: StartSet) => number[],
): StartSet {
  const visit = visitOf(question.service);
  const free = question.staff.map(
    (member): Candidate => ({ working: workingOf(member, window), claims: noClaims }),
  );
  const possible = openDates(startsOfAny(free, visit, window)).length;
  const found = emptyStartSet(window);
  const rows = busyRowsOf(question, nearTo(window, visit));
  for (let first = 0, last = firstStage; first < free.length; first = last, last *= 2) {
    if (openDates(found).length === possible) return found;
    const stage = { first, last: Math.min(last, free.length) };
    claimsByOwner(rows, stage).forEach((claims, index) => {
      findStarts(found, { ...(free[first + index] as Candidate), claims }, visit);
    });
  }
  return found;
}

/** Whether a booking can touch visits in the window, told from its text: plain instants are in the order of their text. */
function nearTo(window: Window, visit: VisitLength): (booking: Booking) => boolean {
  const from = formatInstant(window.from - visit.bufferBefore);
  const until = formatInstant(window.until + visit.duration + visit.bufferAfter);
  const isPlain = (text: string) => text.length === from.length;
  return ({ start, end }) => !(isPlain(start) && start >= until) && !(isPlain(end) && end <= from);
}

const always = () => true;

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

function busyRowsOf({ staff, bookings }: AvailabilityCase, isNear: (booking: Booking) => boolean): BusyRows {
  return {
    owners: ownersOf(staff, bookings),
    isNear: (row) => isNear(bookings[row] as Booking),
    startOf: (row) => floorMinute((bookings[row] as Booking).start),
    endOf: (row) => ceilMinute((bookings[row] as Booking).end),
  };
}

type Booking = AvailabilityCase["bookings"][number];

/** Position of the staff member of each booking, or -1. Small numbers as ids are read off a table, others looked up. */
function ownersOf(staff: AvailabilityCase["staff"], bookings: readonly Booking[]): Int32Array {
  const owners = new Int32Array(bookings.length);
  const table = tableOf(staff);
  if (table) {
    for (let row = 0; row < owners.length; row++) {
      const id = (bookings[row] as Booking).staffId;
      owners[row] = typeof id === "number" ? (table[id] ?? -1) : -1;
    }
    return owners;
  }
  const positions = new Map(staff.map((member, position) => [member.id, position]));
  for (let row = 0; row < owners.length; row++) {
    owners[row] = positions.get((bookings[row] as Booking).staffId) ?? -1;
  }
  return owners;
}

const largestId = 10_000;

/** Positions by id, when all ids are small whole numbers. */
function tableOf(staff: AvailabilityCase["staff"]): Int32Array | null {
  const ids = staff.map(({ id }) => id);
  const isSmall = (id: unknown) => Number.isInteger(id) && (id as number) >= 0 && (id as number) <= largestId;
  if (!ids.every(isSmall)) return null;
  const table = new Int32Array(Math.max(-1, ...(ids as number[])) + 1).fill(-1);
  ids.forEach((id, position) => {
    table[id as number] = position;
  });
  return table;
}

function workingOf(member: AvailabilityCase["staff"][number], window: Window): Intervals {
  const schedule = scheduleOf(member);
  return workingIntervals(schedule, zoneOffsets(schedule.zone, window.from, window.until), window);
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
