import { formatClock } from "#kernel/time/format-time.ts";
import { formatLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { codeAlphabet } from "#modules/appointments/rules/confirmation-code.ts";
import type { AppointmentStatus } from "#modules/appointments/rules/states.ts";
import type { PlannedBusiness, PlannedCustomer, PlannedService, PlannedStaff } from "./plan-business.ts";
import type { Random } from "./random.ts";
import { type Shift, shiftsOn } from "./working-hours.ts";

/** Instants are epoch milliseconds. */
export type PlannedAppointment = {
  id: string;
  code: string;
  service: PlannedService;
  staffId: string;
  locationId: string;
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
    for (const person of plan.staff) {
      for (const slot of fillDay(plan, { person, date }, random)) {
        const customer = visits.nextFor(date);
        if (customer)
          planned.push(appointmentOf(plan, { ...slot, person, date, customer, codes }, { now, random }));
      }
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

type Slot = { service: PlannedService; locationId: string; at: number; cancelled: boolean };

/** `at` in minutes from midnight. A cancelled visit leaves its time to the next one. */
function fillDay(plan: PlannedBusiness, who: { person: PlannedStaff; date: number }, random: Random): Slot[] {
  const slots: Slot[] = [];
  const share = busyShare(who.date - plan.today);
  let freeFrom = 0;
  for (const shift of shiftsOn(plan, who.person.id, who.date)) {
    const offered = plan.services.filter((service) =>
      isOffered(plan, service, { person: who.person, shift }),
    );
    let at = shift.from;
    while (at < shift.until) {
      const latest = shift.until;
      const from = at;
      const fitting = offered.filter((it) => fits(it, { from, latest, freeFrom }));
      if (fitting.length === 0 || !random.chance(likelihood(share))) {
        at += random.pick([slotStep, 2 * slotStep, 3 * slotStep]);
        continue;
      }
      const service = random.weighted(fitting, (it) => it.popularity ?? 1);
      const cancelled = random.chance(0.06);
      slots.push({ service, locationId: shift.locationId, at, cancelled });
      if (cancelled) continue;
      freeFrom = at + service.durationMin + (service.bufferAfterMin ?? 0);
      at = shift.from + Math.ceil((freeFrom - shift.from) / slotStep) * slotStep;
    }
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
  return there && (!service.staff || service.staff.includes(by.person.key));
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
