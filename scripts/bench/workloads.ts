import { formatInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { type AvailabilityCase, availabilityCase } from "#modules/availability/availability-case.ts";

/** Hours of one day, in minutes from midnight. */
type Hours = readonly (readonly [start: number, end: number])[];

/** What a case is made from. Everybody works the same hours from Monday to Friday. */
export type Shape = {
  seed: number;
  /** First local day of the window, and how many there are. */
  firstDay: string;
  days: number;
  /** In whose midnights the window is cut. */
  viewerZone: string;
  staff: { count: number; zone: string; hours: Hours; daysOff: number };
  bookings: number;
  service: { durationMin: number; bufferBeforeMin: number; bufferAfterMin: number };
};

/** A booking of the `staff`th staff member (from 0), in epoch minutes. */
export type PlannedBooking = { staff: number; start: number; end: number };

const nineToFive: Hours = [[540, 1020]];

/** The three cases that the product's speed is measured by: a freelancer, a busy practice, a chain. */
export const shapes: Readonly<Record<"W1" | "W2" | "W3", Shape>> = {
  W1: {
    seed: 1,
    firstDay: "2030-03-01",
    days: 30,
    viewerZone: "America/New_York",
    staff: { count: 1, zone: "America/New_York", hours: nineToFive, daysOff: 0 },
    bookings: 100,
    service: { durationMin: 30, bufferBeforeMin: 0, bufferAfterMin: 0 },
  },
  W2: {
    seed: 2,
    firstDay: "2030-03-01",
    days: 60,
    viewerZone: "Europe/Berlin",
    staff: {
      count: 10,
      zone: "Europe/Berlin",
      hours: [
        [540, 720],
        [780, 1020],
      ],
      daysOff: 5,
    },
    bookings: 1000,
    service: { durationMin: 45, bufferBeforeMin: 0, bufferAfterMin: 10 },
  },
  W3: {
    seed: 3,
    firstDay: "2030-02-15",
    days: 90,
    viewerZone: "Europe/London",
    staff: { count: 50, zone: "America/Los_Angeles", hours: nineToFive, daysOff: 0 },
    bookings: 20_000,
    service: { durationMin: 60, bufferBeforeMin: 15, bufferAfterMin: 15 },
  },
};

/** The case of a shape, in the format of `npm run availability`; the same at every call. */
export function makeCase(id: string, shape: Shape): AvailabilityCase {
  const random = randomNumbers(shape.seed);
  const workdays = workdaysOf(shape);
  const daysOff = Array.from({ length: shape.staff.count }, () =>
    pickSome(workdays, shape.staff.daysOff, random),
  );
  const bookings = planBookings(shape, { random, daysOff });
  return availabilityCase.parse({
    id,
    now: "2030-01-01T00:00:00Z",
    from: midnight(shape.firstDay, 0, shape.viewerZone),
    to: midnight(shape.firstDay, shape.days, shape.viewerZone),
    service: { ...shape.service, slotIntervalMin: 15, minNoticeMin: 0 },
    staff: daysOff.map((off, index) => staffMember(index + 1, shape, off)),
    bookings: bookings.map(({ staff, start, end }, index) => ({
      id: index + 1,
      staffId: staff + 1,
      start: formatInstant(start),
      end: formatInstant(end),
    })),
  });
}

/** Bookings of 30 to 60 minutes on a grid of 5, within working hours, none overlapping another; sorted by start. */
export function planBookings(
  shape: Shape,
  chance: { random: () => number; daysOff?: readonly (readonly number[])[] } = {
    random: randomNumbers(shape.seed),
  },
): PlannedBooking[] {
  const workdays = workdaysOf(shape);
  const { count, zone, hours } = shape.staff;
  const below = (limit: number) => Math.floor(chance.random() * limit);
  const taken = new Map<string, [number, number][]>();
  const planned: PlannedBooking[] = [];
  while (planned.length < shape.bookings) {
    const staff = below(count);
    const day = workdays[below(workdays.length)] as number;
    const [opens, closes] = hours[below(hours.length)] as Hours[number];
    const duration = 30 + 5 * below(7);
    const start = opens + 5 * below((closes - opens - duration) / 5 + 1);
    const others = taken.get(`${staff} ${day}`) ?? [];
    const free = others.every(([from, until]) => start + duration <= from || start >= until);
    if (!free || chance.daysOff?.[staff]?.includes(day)) continue;
    taken.set(`${staff} ${day}`, [...others, [start, start + duration]]);
    const startsAt = toEpochMinutes({ date: formatLocalDate(day), minute: start }, zone);
    planned.push({ staff, start: startsAt, end: startsAt + duration });
  }
  return planned.sort((a, b) => a.start - b.start || a.staff - b.staff);
}

function staffMember(id: number, shape: Shape, daysOff: readonly number[]) {
  const intervals = shape.staff.hours.map(([start, end]) => [clock(start), clock(end)]);
  return {
    id,
    timezone: shape.staff.zone,
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, intervals })),
    overrides: daysOff.map((day) => ({ date: formatLocalDate(day), intervals: [] })),
  };
}

/** The Mondays to Fridays of the window, as day numbers. */
function workdaysOf({ firstDay, days }: Shape): number[] {
  const first = parseLocalDate(firstDay);
  return Array.from({ length: days }, (_, index) => first + index).filter((day) => isoWeekday(day) <= 5);
}

function pickSome(from: readonly number[], count: number, random: () => number): number[] {
  const left = [...from];
  const picked: number[] = [];
  while (picked.length < count) picked.push(...left.splice(Math.floor(random() * left.length), 1));
  return picked.sort((a, b) => a - b);
}

function midnight(firstDay: string, dayIndex: number, zone: string): string {
  const date = formatLocalDate(parseLocalDate(firstDay) + dayIndex);
  return formatInstant(toEpochMinutes({ date, minute: 0 }, zone));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
