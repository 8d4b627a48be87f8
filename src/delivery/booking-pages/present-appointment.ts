import { formatMoney } from "#kernel/money.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { addToCalendarLinks, type CalendarEntry } from "#modules/notifications/calendar-file.ts";
import type {
  AppointmentFacts,
  AppointmentState,
  CalendarLinks,
  CancelModel,
  ConfirmationModel,
  ManageModel,
} from "#ui/booking/appointment-model.ts";
import { addressLines, businessFrame, directionsHref, optional, type PageBusiness } from "./frame.ts";
import {
  count,
  dayAndTime,
  duration,
  phraseElsewhere,
  shortDayAndTime,
  type TimeFrame,
} from "./time-words.ts";

/** An appointment behind its manage link. */
export type Managed = {
  appointment: AppointmentView;
  business: PageBusiness;
  base: string;
  /** What links that leave the page start with. */
  canonical: string;
  token: string;
  /** Epoch milliseconds. */
  now: number;
};

const stateOf: Record<AppointmentView["status"], { state: AppointmentState; label: string }> = {
  pending: { state: "pending", label: "Waiting for approval" },
  confirmed: { state: "confirmed", label: "Confirmed" },
  completed: { state: "completed", label: "Completed" },
  cancelled: { state: "cancelled", label: "Cancelled" },
  no_show: { state: "noShow", label: "Missed" },
};

/** Told in the clock that the customer booked in. */
export function managedFrame({ appointment, business }: Managed): TimeFrame {
  const businessZone = appointment.timeZone;
  return { zone: appointment.customerTimeZone ?? businessZone, businessZone, locale: business.locale };
}

export function manageHref({ base, token }: Pick<Managed, "base" | "token">, step = ""): string {
  return `${base}/manage/${token}${step}`;
}

export function presentFacts(managed: Managed): AppointmentFacts {
  const { appointment, business } = managed;
  const frame = managedFrame(managed);
  const { state, label } = stateOf[appointment.status];
  const minutes = (Date.parse(appointment.end) - Date.parse(appointment.start)) / 60_000;
  const price = appointment.priceMinor
    ? formatMoney(appointment.priceMinor, appointment.currency, business.locale)
    : "Free";
  const { location } = appointment;
  const known = business.locations.find((place) => place.id === location.id);
  const lines = known ? addressLines(known) : location.address;
  return {
    state,
    stateLabel: label,
    code: appointment.code,
    service: appointment.service.name,
    detail: [duration(minutes), appointment.seats > 1 && count(appointment.seats, "seat"), price]
      .filter(Boolean)
      .join(" · "),
    when: dayAndTime(appointment.start, frame.zone, frame.locale),
    ...optional("whenElsewhere", phraseElsewhere(appointment.start, frame)),
    staff: staffOf(managed),
    ...(appointment.resources.length > 0 && { room: appointment.resources.map(resourceInWords).join(", ") }),
    ...(!lines[0]?.includes(location.name) && { place: location.name }),
    addressLines: lines,
    ...optional("directionsHref", directionsHref({ ...location, lines })),
    customerName: appointment.customer.name,
  };
}

/** "Ana", "Ana and Ben": everybody who takes the visit. */
function staffOf({ appointment, business }: Managed): string {
  const names = [appointment.staff, ...appointment.withStaff].map(({ name }) => name);
  return new Intl.ListFormat(business.locale, { type: "conjunction" }).format(names);
}

/** "Room 2", or the name alone where there is only one of it. */
function resourceInWords({ name, unit }: AppointmentView["resources"][number]): string {
  return unit === null ? name : `${name} ${unit}`;
}

/** The visit as calendars keep it (row D4). */
export function calendarEntry(managed: Managed): CalendarEntry {
  const { appointment, business, canonical, token } = managed;
  return {
    uid: appointment.id,
    sequence: appointment.version,
    status: appointment.status,
    start: appointment.start,
    end: appointment.end,
    summary: `${appointment.service.name}, ${business.name}`,
    location: [appointment.location.name, ...appointment.location.address].join(", "),
    description: `With ${staffOf(managed)}. Booking code ${appointment.code}.`,
    url: manageHref({ base: canonical, token }),
    ...(business.email && { organizer: { name: business.name, email: business.email } }),
    stamp: new Date(managed.now).toISOString(),
  };
}

function presentCalendar(managed: Managed): CalendarLinks | undefined {
  const { appointment, now } = managed;
  const stands = appointment.status === "confirmed" || appointment.status === "pending";
  if (!stands || Date.parse(appointment.end) < now) return undefined;
  const services = addToCalendarLinks(calendarEntry(managed)).map(({ name, href }) => ({
    label: name,
    href,
  }));
  return { file: { label: "Calendar file", href: manageHref(managed, "/calendar.ics") }, services };
}

/** What may still be done, with the rule that limits it (row B5). */
function presentChanges(managed: Managed) {
  const { appointment } = managed;
  if (!appointment.changeable) return {};
  const frame = managedFrame(managed);
  return {
    rescheduleHref: manageHref(managed, "/reschedule"),
    cancelHref: manageHref(managed, "/cancel"),
    policy: `Free to change or cancel until ${shortDayAndTime(appointment.changeableUntil, frame.zone, frame.locale)}.`,
  };
}

/** The page after booking (row D4). */
export function presentConfirmation(managed: Managed): ConfirmationModel {
  const { appointment, business, base } = managed;
  const facts = presentFacts(managed);
  const pending = facts.state === "pending";
  const firstName = appointment.customer.name.split(/\s+/u)[0] ?? "";
  const heading = pending ? "We have your request" : `You are booked, ${firstName}`;
  const next = pending ? `${business.name} answers by e-mail to` : "We sent the details to";
  const calendar = presentCalendar(managed);
  return {
    ...businessFrame(business, base, heading),
    page: "confirmation",
    heading,
    text: appointment.customer.email
      ? `${next} ${appointment.customer.email}.`
      : "Please note the code below.",
    facts,
    ...(calendar && { calendar }),
    ...presentChanges(managed),
  };
}

/** The appointment as its manage link shows it; `done` is what has just been changed. */
export function presentManage(managed: Managed, done: string | null): ManageModel {
  const { appointment, business, base } = managed;
  const facts = presentFacts(managed);
  const calendar = presentCalendar(managed);
  const blocked = presentBlocked(managed);
  const over = facts.state !== "confirmed" && facts.state !== "pending";
  const doneText = doneWords(managed, done);
  return {
    ...businessFrame(business, base, "Your appointment"),
    page: "manage",
    heading: "Your appointment",
    ...optional("done", doneText),
    ...(blocked && !doneText && { blocked }),
    facts,
    ...(calendar && { calendar }),
    ...presentChanges(managed),
    ...(over && { again: { label: "Book again", href: `${base}/book?service=${appointment.service.slug}` } }),
  };
}

function doneWords(managed: Managed, done: string | null): string | undefined {
  const { state, when } = presentFacts(managed);
  if (done === "moved" && (state === "confirmed" || state === "pending")) return `Moved to ${when}`;
  return done === "cancelled" && state === "cancelled" ? "Your appointment is cancelled" : undefined;
}

/** Why nothing can be changed here, and what helps instead. */
function presentBlocked(managed: Managed): ManageModel["blocked"] {
  const { appointment, business, now } = managed;
  const frame = managedFrame(managed);
  if (appointment.changeable) return undefined;
  if (appointment.status === "cancelled") {
    const at = appointment.cancelledAt && shortDayAndTime(appointment.cancelledAt, frame.zone, frame.locale);
    return {
      heading: "This appointment is cancelled",
      text: at ? `Since ${at}. The time is free for others again.` : "",
    };
  }
  if (
    Date.parse(appointment.start) <= now ||
    appointment.status === "completed" ||
    appointment.status === "no_show"
  ) {
    return { heading: "This appointment is in the past", text: "We hope to see you again soon." };
  }
  const until = shortDayAndTime(appointment.changeableUntil, frame.zone, frame.locale);
  const phone = appointment.location.phone ?? business.phone;
  const help = phone ? `Please call ${phone}.` : "Please contact the business.";
  return { heading: "Too late to change online", text: `Changes here were possible until ${until}. ${help}` };
}

/** The question before cancelling. */
export function presentCancel(managed: Managed): CancelModel {
  const { business, base } = managed;
  const { policy } = presentChanges(managed);
  return {
    ...businessFrame(business, base, "Cancel your appointment"),
    page: "cancel",
    heading: "Cancel this appointment?",
    back: { label: "Your appointment", href: manageHref(managed) },
    facts: presentFacts(managed),
    action: manageHref(managed, "/cancel"),
    hidden: {},
    reason: "",
    ...optional("policy", policy),
    submitLabel: "Cancel appointment",
    keepLabel: "Keep it",
  };
}
