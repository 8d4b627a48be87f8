import { formatClock } from "#kernel/time/format-time.ts";
import { formatLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { codeAlphabet } from "#modules/appointments/rules/confirmation-code.ts";
import type { AppointmentStatus } from "#modules/appointments/rules/states.ts";
import type {
  PlannedBusiness,
  PlannedCustomer,
  PlannedService,
  PlannedSession,
  PlannedStaff,
} from "./plan-business.ts";
import type { Random } from "./random.ts";
import { type UnitDiary, unitDiary } from "./unit-diary.ts";
import { type Shift, shiftsOn } from "./working-hours.ts";

/** Instants are epoch milliseconds. */
export type PlannedAppointment = {
  id: string;
  code: string;
  service: PlannedService;
  staffId: string;
  locationId: string;
  /** Units of resources it takes; those of a class are its session's. */
  unitIds: string[];
  session: PlannedSession | null;
  seats: number;
  customerId: string;
  start: number;
  end: number;
  wallStart: string;
  status: AppointmentStatus;
  source: "page" | "widget" | "dashboard";
  bookedAt: number;
  /** When it was cancelled, completed or marked as a no-show. */
  closedAt: number | null;
  cancelReason: string | null;
  notes: string | null;
};

const minute = 60_000;
const day = 24 * 60 * minute;
const pastDays = 91;
const slotStep = 15;

const customerNotes = [
  "Looking forward to it!",
  "Running straight from work, might be five minutes late.",
  "First visit, please call if you cannot find me.",
  "Could we keep it a bit shorter if possible?",
  "Same as last time, please.",
];
const cancelReasons = ["Feeling unwell", "Something came up at work", "Travelling that week", null, null];

/** How much of the working time is booked, by days from today: busy behind, thinning out ahead. */
function busyShare(daysAhead: number): number {
  if (daysAhead < 0) return 0.74;
  if (daysAhead < 14) return 0.66 - daysAhead * 0.02;
  return Math.max(0.04, 0.36 - (daysAhead - 14) * 0.009);
}

/** Fills three months behind `now` and the bookable time ahead of it, within working hours, nothing overlapping. */
export function planAppointments(plan: PlannedBusiness, now: number, random: Random): PlannedAppointment[] {
  const visits = visitorsOf(plan, random);
  const codes = new Set<string>();
  const planned: PlannedAppointment[] = [];
  const lastDay = plan.today + plan.business.horizonDays;
  for (let date = plan.today - pastDays; date < lastDay; date++) {
    const diary = unitDiary(plan, date);
    const slots = [
      ...plan.staff.flatMap((person) =>
        fillDay(plan, { person, date, diary }, random).map((slot) => ({ ...slot, person })),
      ),
      ...plan.sessions.filter((it) => it.date === date).flatMap((it) => fillSession(plan, it, random)),
    ];
    for (const slot of slots) {
      const customer = visits.nextFor(date);
      if (customer) planned.push(appointmentOf(plan, { ...slot, date, customer, codes }, { now, random }));
    }
  }
  return planned;
}

/** Hands out customers so that nobody comes too often, and never twice on a day. */
function visitorsOf(plan: PlannedBusiness, random: Random) {
  const lastVisit = new Map<string, number>();
  const { daysBetweenVisits } = plan.business.customers;
  const attempts = 40;
  return {
    nextFor(date: number): PlannedCustomer | undefined {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const customer = random.pick(plan.customers);
        const last = lastVisit.get(customer.id) ?? Number.NEGATIVE_INFINITY;
        const gap = attempt < attempts / 2 ? daysBetweenVisits : 1;
        if (date - last < gap) continue;
        lastVisit.set(customer.id, date);
        return customer;
      }
      return undefined;
    },
  };
}

type Slot = {
  service: PlannedService;
  locationId: string;
  unitIds: string[];
  session: PlannedSession | null;
  seats: number;
  /** Minutes from midnight. */
  at: number;
  cancelled: boolean;
};

type Day = { person: PlannedStaff; date: number; diary: UnitDiary };

/** A cancelled visit leaves its time to the next one. */
function fillDay(plan: PlannedBusiness, who: Day, random: Random): Slot[] {
  const slots: Slot[] = [];
  const share = busyShare(who.date - plan.today);
  const limit = who.person.maxPerDay ?? Number.POSITIVE_INFINITY;
  let freeFrom = 0;
  for (const shift of shiftsOn(plan, who.person.id, who.date)) {
    const offered = plan.services.filter((service) =>
      isOffered(plan, service, { person: who.person, shift }),
    );
    let at = shift.from;
    while (at < shift.until && slots.length < limit) {
      const { until: latest, locationId } = shift;
      const from = at;
      const unitsOf = (it: PlannedService) => who.diary.find(it, { locationId, span: spanOf(it, from) });
      const fitting = offered.filter((it) => fits(it, { from, latest, freeFrom }) && unitsOf(it));
      if (fitting.length === 0 || !random.chance(likelihood(share))) {
        at += random.pick([slotStep, 2 * slotStep, 3 * slotStep]);
        continue;
      }
      const service = random.weighted(fitting, (it) => it.popularity ?? 1);
      const cancelled = random.chance(0.06);
      const unitIds = unitsOf(service) ?? [];
      slots.push({ service, locationId, unitIds, session: null, seats: 1, at, cancelled });
      if (cancelled) continue;
      who.diary.take(unitIds, spanOf(service, from));
      freeFrom = at + service.durationMin + (service.bufferAfterMin ?? 0);
      at = shift.from + Math.ceil((freeFrom - shift.from) / slotStep) * slotStep;
    }
  }
  return slots;
}

/** What a visit claims: with its buffers, in minutes from midnight. */
function spanOf({ durationMin, bufferBeforeMin = 0, bufferAfterMin = 0 }: PlannedService, from: number) {
  return [from - bufferBeforeMin, from + durationMin + bufferAfterMin] as const;
}

/** Those who come to a class: more than to visits of the same time ahead, never more than there are seats. */
function fillSession(
  plan: PlannedBusiness,
  session: PlannedSession,
  random: Random,
): (Slot & { person: PlannedStaff })[] {
  const { service, locationId, staffId, from: at } = session;
  const person = plan.staff.find(({ id }) => id === staffId);
  if (!person) return [];
  const capacity = service.capacity ?? 1;
  const share = Math.min(1, busyShare(session.date - plan.today) + random.next() * 0.3);
  let left = Math.round(capacity * share);
  const slots: (Slot & { person: PlannedStaff })[] = [];
  while (left > 0) {
    const seats = left > 1 && random.chance(0.12) ? 2 : 1;
    const cancelled = random.chance(0.06);
    slots.push({ service, locationId, person, unitIds: [], session, seats, at, cancelled });
    left -= seats;
  }
  return slots;
}

/** Chance of a visit rather than a gap of half an hour, for visits of about 55 minutes. */
function likelihood(share: number): number {
  return (share * 30) / (55 - 25 * share);
}

function isOffered(
  plan: PlannedBusiness,
  service: PlannedService,
  by: { person: PlannedStaff; shift: Shift },
): boolean {
  const location = plan.locations.find((it) => it.id === by.shift.locationId);
  const there = !service.locations || service.locations.includes(location?.key ?? "");
  const visited = service.kind !== "class" && service.popularity !== 0;
  return visited && there && (!service.staff || service.staff.includes(by.person.key));
}

function fits(service: PlannedService, span: { from: number; latest: number; freeFrom: number }): boolean {
  const { durationMin, bufferBeforeMin = 0, bufferAfterMin = 0 } = service;
  return (
    span.from - bufferBeforeMin >= span.freeFrom && span.from + durationMin + bufferAfterMin <= span.latest
  );
}

type Visit = Slot & { person: PlannedStaff; date: number; customer: PlannedCustomer; codes: Set<string> };

function appointmentOf(
  plan: PlannedBusiness,
  visit: Visit,
  { now, random }: { now: number; random: Random },
): PlannedAppointment {
  const date = formatLocalDate(visit.date);
  const start = toEpochMinutes({ date, minute: visit.at }, plan.business.timeZone) * minute;
  const end = start + visit.service.durationMin * minute;
  const bookedAt = Math.min(
    start - random.between(2, 21 * 24) * 60 * minute,
    now - random.between(10, 5 * 1440) * minute,
  );
  const status = visit.cancelled ? "cancelled" : statusOf({ ...visit.service, end }, { now, random });
  return {
    id: random.uuid(),
    code: freeCode(visit.codes, random),
    service: visit.service,
    staffId: visit.person.id,
    locationId: visit.locationId,
    unitIds: visit.unitIds,
    session: visit.session,
    seats: visit.seats,
    customerId: visit.customer.id,
    start,
    end,
    wallStart: `${date}T${formatClock(visit.at)}`,
    status,
    source: random.weighted(
      ["page", "dashboard", "widget"] as const,
      (it) => ({ page: 7, dashboard: 3, widget: 1 })[it],
    ),
    bookedAt,
    closedAt: closedAt(status, { bookedAt, start, end, now }, random),
    cancelReason: status === "cancelled" ? random.pick(cancelReasons) : null,
    notes: random.chance(0.08) ? random.pick(customerNotes) : null,
  };
}

function statusOf(
  visit: { end: number; requiresApproval?: boolean },
  { now, random }: { now: number; random: Random },
): AppointmentStatus {
  if (visit.end <= now) return random.chance(0.04) ? "no_show" : "completed";
  return visit.requiresApproval && random.chance(0.6) ? "pending" : "confirmed";
}

type Moments = { bookedAt: number; start: number; end: number; now: number };

function closedAt(status: AppointmentStatus, moments: Moments, random: Random): number | null {
  if (status === "completed" || status === "no_show") return moments.end;
  if (status !== "cancelled") return null;
  const latest = Math.min(moments.start - day, moments.now);
  const span = Math.max(0, latest - moments.bookedAt);
  return Math.round(moments.bookedAt + span * random.next());
}

function freeCode(taken: Set<string>, random: Random): string {
  for (;;) {
    const code = Array.from({ length: 8 }, () => random.pick([...codeAlphabet])).join("");
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}
