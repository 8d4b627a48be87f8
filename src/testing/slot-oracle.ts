import { Temporal } from "temporal-polyfill";

/**
 * Says which starts a case offers by looking at every moment, with Temporal and nothing of the product's own:
 * slow, and meant to be seen to be right. Edges of hours and clock changes must lie on the grid of `step` minutes.
 *
 * An interval of a date is the set of moments whose wall clock lies in it. Its unbroken runs are what somebody
 * works; candidates begin at each run's start.
 */

type Clock = readonly [string, string];
type Minutes = number;

export type OracleCase = {
  from: string;
  to: string;
  now?: string;
  mode: "any" | "all";
  service: {
    durationMin: Minutes;
    slotIntervalMin: Minutes;
    bufferBeforeMin: Minutes;
    bufferAfterMin: Minutes;
    minNoticeMin: Minutes;
  };
  staff: {
    id: string | number;
    timezone: string;
    weekly: { day: number; intervals: Clock[] }[];
    overrides: { date: string; intervals: Clock[] }[];
  }[];
  bookings: { staffId: string | number; start: string; end: string }[];
};

/** No interval is longer than a day, and no day longer than 26 hours. */
const margin = 27 * 60;

type Day = { date: string; dayBefore: string; weekday: number; weekdayBefore: number };
type Reading = Day & { minute: Minutes };

const days = new Map<string, Day>();
const readings = new Map<string, Reading>();

function dayOf(date: Temporal.PlainDate): Day {
  const before = date.subtract({ days: 1 });
  return {
    date: date.toString(),
    dayBefore: before.toString(),
    weekday: date.dayOfWeek,
    weekdayBefore: before.dayOfWeek,
  };
}

/** The value kept under the key, made once; the oldest give way to memory. */
function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > 20_000) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** What calendar and clock on the wall show. */
function read(zone: string, epochMinute: Minutes): Reading {
  return remembered(readings, `${zone} ${epochMinute}`, () => {
    const shown = Temporal.Instant.fromEpochMilliseconds(epochMinute * 60_000).toZonedDateTimeISO(zone);
    const date = `${shown.year}-${shown.month}-${shown.day}`;
    return {
      ...remembered(days, date, () => dayOf(shown.toPlainDate())),
      minute: shown.hour * 60 + shown.minute,
    };
  });
}

function minutesIn(clock: string): Minutes {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function epochMinutes(instant: string): Minutes {
  return Temporal.Instant.from(instant).epochMilliseconds / 60_000;
}

function hoursOf(member: OracleCase["staff"][number], date: string, weekday: number): Clock[] {
  const override = member.overrides.findLast((entry) => entry.date === date);
  if (override) return override.intervals;
  return member.weekly.filter((entry) => entry.day === weekday).flatMap((entry) => entry.intervals);
}

/** The intervals (date and position) that a moment lies in. */
function intervalsAt(member: OracleCase["staff"][number], moment: Minutes): string[] {
  const { date, dayBefore, weekday, weekdayBefore, minute } = read(member.timezone, moment);
  const found: string[] = [];
  hoursOf(member, date, weekday).forEach(([start, end], position) => {
    const overnight = minutesIn(end) <= minutesIn(start);
    if (minute >= minutesIn(start) && (overnight || minute < minutesIn(end)))
      found.push(`${date} ${position}`);
  });
  hoursOf(member, dayBefore, weekdayBefore).forEach(([start, end], position) => {
    const overnight = minutesIn(end) <= minutesIn(start);
    if (overnight && minute < minutesIn(end)) found.push(`${dayBefore} ${position}`);
  });
  return found;
}

/** Unbroken runs of moments that lie in the same interval. */
function runsOf(
  member: OracleCase["staff"][number],
  { from, to, step }: { from: Minutes; to: Minutes; step: Minutes },
): { start: Minutes; end: Minutes }[] {
  const open = new Map<string, { start: Minutes; end: Minutes }>();
  const runs: { start: Minutes; end: Minutes }[] = [];
  const first = Math.floor((from - margin) / step) * step;
  for (let moment = first; moment < to + margin; moment += step) {
    for (const interval of intervalsAt(member, moment)) {
      const run = open.get(interval);
      if (run && run.end === moment) run.end = moment + step;
      else {
        const started = { start: moment, end: moment + step };
        open.set(interval, started);
        runs.push(started);
      }
    }
  }
  return runs;
}

function startsOf(question: OracleCase, member: OracleCase["staff"][number], step: Minutes): Set<Minutes> {
  const { durationMin, slotIntervalMin, bufferBeforeMin, bufferAfterMin, minNoticeMin } = question.service;
  const from = epochMinutes(question.from);
  const to = epochMinutes(question.to);
  const soonest = question.now === undefined ? from : epochMinutes(question.now) + minNoticeMin;
  const busy = question.bookings
    .filter((booking) => booking.staffId === member.id)
    .map((booking) => ({ start: epochMinutes(booking.start), end: epochMinutes(booking.end) }))
    .filter((booking) => booking.start < booking.end);
  const starts = new Set<Minutes>();
  for (const run of runsOf(member, { from, to, step })) {
    for (let start = run.start; start + durationMin <= run.end; start += slotIntervalMin) {
      const keptFrom = start - bufferBeforeMin;
      const keptUntil = start + durationMin + bufferAfterMin;
      const meets = busy.some((booking) => booking.start < keptUntil && booking.end > keptFrom);
      if (!meets && start >= from && start < to && start >= soonest) starts.add(start);
    }
  }
  return starts;
}

/** Every start the case offers, as sorted ISO instants. */
export function slotsByBruteForce(question: OracleCase, step: Minutes = 5): string[] {
  const each = question.staff.map((member) => startsOf(question, member, step));
  const candidates = new Set(each.flatMap((starts) => [...starts]));
  const offered = [...candidates].filter((start) =>
    question.mode === "all" ? each.every((starts) => starts.has(start)) : true,
  );
  return offered
    .sort((a, b) => a - b)
    .map((start) =>
      Temporal.Instant.fromEpochMilliseconds(start * 60_000).toString({ smallestUnit: "second" }),
    );
}

/** Every change of a zone's clocks from the first year to the last, as epoch minutes. */
export function clockChanges(zone: string, years: { first: number; last: number }): Minutes[] {
  const end = Temporal.ZonedDateTime.from({ timeZone: zone, year: years.last + 1, month: 1, day: 1 });
  const changes: Minutes[] = [];
  let at = Temporal.ZonedDateTime.from({
    timeZone: zone,
    year: years.first,
    month: 1,
    day: 1,
  }).getTimeZoneTransition("next");
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
    changes.push(at.epochMilliseconds / 60_000);
    at = at.getTimeZoneTransition("next");
  }
  return changes;
}

/** The wall clock's date and minute of the day at a moment. */
export function wallClockAt(zone: string, epochMinute: Minutes): { date: string; minute: Minutes } {
  const { date, minute } = read(zone, epochMinute);
  return { date, minute };
}
