import { formatLocalDate, isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { slugFrom } from "#modules/tenants/rules/slugs.ts";
import type {
  DemoBusiness,
  DemoClass,
  DemoHours,
  DemoLocation,
  DemoResource,
  DemoService,
  DemoStaff,
  DemoTimeOff,
} from "./demo-business.ts";
import type { Random } from "./random.ts";

/** Minutes from midnight, `[from, until)`. */
export type Interval = readonly [number, number];

export type PlannedLocation = DemoLocation & { id: string };
export type PlannedService = DemoService & { id: string; slug: string; categoryId: string; position: number };
export type PlannedStaff = DemoStaff & { id: string };
export type PlannedResource = Omit<DemoResource, "units"> & { id: string; unitIds: string[] };
export type PlannedCategory = { id: string; name: string };
export type PlannedCustomer = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  notes: string | null;
  createdAt: Date;
};

/** A line of `availability_rule`; dates are days since 1970-01-01. */
export type PlannedRule = {
  kind: "weekly" | "monthly" | "override" | "time_off";
  staffId?: string;
  locationId?: string;
  weekday?: number;
  /** Weekly: in every so many weeks, counted from that of `anchor` (days since 1970-01-01). */
  everyWeeks?: number;
  anchor?: number;
  /** Monthly: on the nth such weekday. */
  nthOfMonth?: number;
  interval?: Interval;
  days?: { from: number; to: number };
  reason?: string;
};

/** One date of a class; `date` in days since 1970-01-01, times in minutes from its midnight. */
export type PlannedSession = {
  id: string;
  schedule: DemoClass & { id: string };
  service: PlannedService;
  staffId: string;
  locationId: string;
  unitIds: string[];
  date: number;
  from: number;
  until: number;
};

export type PlannedBusiness = {
  business: DemoBusiness;
  /** The local date of the present, in days since 1970-01-01. */
  today: number;
  locations: PlannedLocation[];
  categories: PlannedCategory[];
  services: PlannedService[];
  staff: PlannedStaff[];
  resources: PlannedResource[];
  /** Public holidays, in days since 1970-01-01: closed, unless an override says otherwise. */
  holidays: ReadonlySet<number>;
  /** Dates of classes. */
  sessions: PlannedSession[];
  rules: PlannedRule[];
  customers: PlannedCustomer[];
};

const day = 24 * 60 * 60_000;

/** Gives everything an id and turns hours, holidays and time off into rules; `now` in epoch milliseconds. */
export function planBusiness(business: DemoBusiness, now: number, random: Random): PlannedBusiness {
  const today = parseLocalDate(localDateOf(Math.floor(now / 60_000), business.timeZone));
  const locations = business.locations.map((location) => ({ ...location, id: random.uuid() }));
  const staff = business.staff.map((person) => ({ ...person, id: random.uuid() }));
  const categories = business.categories.map(({ name }) => ({ id: random.uuid(), name }));
  const services = business.categories.flatMap((category, index) =>
    category.services.map((service, position) => ({
      ...service,
      id: random.uuid(),
      slug: slugFrom(service.name),
      categoryId: categories[index]?.id ?? "",
      position,
    })),
  );
  const resources = (business.resources ?? []).map(({ units, ...resource }) => ({
    ...resource,
    id: random.uuid(),
    unitIds: Array.from({ length: units }, () => random.uuid()),
  }));
  const rules = [
    ...locations.flatMap((location) => locationRules(location, today)),
    ...staff.flatMap((person) => staffRules(person, locations, today)),
  ];
  const customers = planCustomers(business.customers, now, random);
  const planned = { business, today, locations, categories, services, staff, resources, rules, customers };
  return { ...planned, holidays: new Set(), sessions: [] };
}

/** Minutes from midnight of `HH:MM`. */
export function minutesOf(wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(":").map(Number);
  return hours * 60 + minutes;
}

function intervalOf([from, until]: readonly [string, string]): Interval {
  return [minutesOf(from), minutesOf(until)];
}

function weeklyRules(hours: DemoHours, scope: { staffId?: string; locationId?: string }): PlannedRule[] {
  return hours.days.flatMap((weekday) =>
    hours.intervals.map(
      (pair): PlannedRule => ({ kind: "weekly", ...scope, weekday, interval: intervalOf(pair) }),
    ),
  );
}

/** Opening hours, shorter on Christmas Eve and New Year's Eve, closed on the holidays around them. */
function locationRules(location: PlannedLocation, today: number): PlannedRule[] {
  const scope = { locationId: location.id };
  const special = (day: string, reason: string, pair?: readonly [string, string]): PlannedRule => {
    const from = nextDate(day, today);
    return {
      kind: "override",
      ...scope,
      days: { from, to: from },
      reason,
      ...(pair && { interval: intervalOf(pair) }),
    };
  };
  return [
    ...location.hours.flatMap((hours) => weeklyRules(hours, scope)),
    special("12-24", "Christmas Eve", ["09:00", "13:00"]),
    special("12-25", "Christmas Day"),
    special("12-26", "Boxing Day"),
    special("12-31", "New Year's Eve", ["09:00", "13:00"]),
    special("01-01", "New Year's Day"),
  ];
}

/** The next `MM-DD` from today on, in days since 1970-01-01. */
function nextDate(monthAndDay: string, today: number): number {
  const year = Number(formatLocalDate(today).slice(0, 4));
  const thisYear = parseLocalDate(`${year}-${monthAndDay}`);
  return thisYear >= today ? thisYear : parseLocalDate(`${year + 1}-${monthAndDay}`);
}

function staffRules(
  person: PlannedStaff,
  locations: readonly PlannedLocation[],
  today: number,
): PlannedRule[] {
  const weekly = person.hours.flatMap((hours) => {
    const location = locations.find((it) => it.key === hours.location);
    // With one location, hours are simply the person's; with more, they say where.
    const where = locations.length > 1 && location ? { locationId: location.id } : {};
    const { everyWeeks, nthOfMonth } = hours;
    const often = {
      ...(everyWeeks && { everyWeeks, anchor: today }),
      ...(nthOfMonth && { kind: "monthly" as const, nthOfMonth }),
    };
    return weeklyRules(hours, { staffId: person.id, ...where }).map((rule) => ({ ...rule, ...often }));
  });
  return [...weekly, ...(person.timeOff ?? []).map((off) => timeOffRule(person, off, today))];
}

function timeOffRule(person: PlannedStaff, off: DemoTimeOff, today: number): PlannedRule {
  const worksOn = new Set(person.hours.flatMap((hours) => hours.days));
  let from = today + off.inDays;
  while (!worksOn.has(isoWeekday(from))) from += 1;
  const days = { from, to: from + off.days - 1 };
  const interval = off.hours && { interval: intervalOf(off.hours) };
  return { kind: "time_off", staffId: person.id, days, reason: off.reason, ...interval };
}

/** Everybody came for the first time before the visits that are planned. */
function planCustomers(wish: DemoBusiness["customers"], now: number, random: Random): PlannedCustomer[] {
  const emails = new Set<string>();
  return Array.from({ length: wish.count }, (_, index) => {
    const name = `${random.pick(wish.firstNames)} ${random.pick(wish.lastNames)}`;
    // Some call instead of booking online and never gave an address.
    const email = random.chance(0.95) ? freeEmail(name, emails, random) : null;
    const phone = email === null || random.chance(0.8) ? wish.phone(index) : null;
    const notes = random.chance(0.1) ? random.pick(wish.notes) : null;
    const createdAt = new Date(now - random.between(100, 360) * day);
    return { id: random.uuid(), name, email, phone, notes, createdAt };
  });
}

function freeEmail(name: string, taken: Set<string>, random: Random): string {
  const local = slugFrom(name).replaceAll("-", ".");
  const host = random.pick(["example.com", "example.org", "example.net"]);
  let email = `${local}@${host}`;
  for (let number = 2; taken.has(email); number++) email = `${local}${number}@${host}`;
  taken.add(email);
  return email;
}
