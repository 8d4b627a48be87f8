import { formatDayTime, formatTime } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import type { ClassSession } from "#modules/classes/schema.ts";
import { seatWords } from "#ui/dashboard/classes/class-words.ts";
import { statusWords } from "#ui/dashboard/parts/status-mark.tsx";
import { wallOfInstant } from "./business-wall-time.ts";
import { bufferEntries, type CalendarEntry, type Place } from "./calendar-entry.ts";

export type EntryWords = {
  timeZone: string;
  locale: string;
  /** The week of everybody: blocks say whose they are. */
  nameStaff: boolean;
};

/** An appointment as a block, in wall time of the business. */
export function entryOfAppointment(appointment: AppointmentView, words: EntryWords): CalendarEntry {
  const { id, customer, service, staff, withStaff, start, end, status, notes, internalNotes } = appointment;
  const { timeZone, locale, nameStaff } = words;
  const people = [staff, ...withStaff].map(({ name }) => name);
  const time = `${formatDayTime(start, timeZone, locale)} to ${formatTime(end, timeZone, locale)}`;
  return {
    id,
    kind: "appointment",
    columnId: staff.id,
    alsoIn: withStaff.map((colleague) => colleague.id),
    start: wallOfInstant(start, timeZone),
    end: wallOfInstant(end, timeZone),
    title: customer.name,
    detail: nameStaff ? `${service.name}, ${people.map(firstNameOf).join(", ")}` : service.name,
    label: `${customer.name}, ${service.name}, ${time}, with ${people.join(" and ")}. ${statusWords[status]}.`,
    color: staff.color,
    status,
    hasNote: Boolean(notes || internalNotes),
  };
}

/** A date of a class, as one block for all that is booked in it. */
export function entryOfSession(session: ClassSession, words: EntryWords): CalendarEntry {
  const { id, service, staff, start, end } = session;
  const { timeZone, locale, nameStaff } = words;
  const time = `${formatDayTime(start, timeZone, locale)} to ${formatTime(end, timeZone, locale)}`;
  const seats = seatWords(session);
  return {
    id,
    kind: "session",
    columnId: staff.id,
    start: wallOfInstant(start, timeZone),
    end: wallOfInstant(end, timeZone),
    title: service.name,
    detail: nameStaff ? `${seats}, ${firstNameOf(staff.name)}` : seats,
    label: `${service.name}, class, ${seats}, ${time}, with ${staff.name}.`,
    color: staff.color,
  };
}

/** The texture beside an appointment that still claims its time. */
export function buffersOf(entry: CalendarEntry, appointment: AppointmentView): CalendarEntry[] {
  if (entry.status !== "pending" && entry.status !== "confirmed") return [];
  return bufferEntries(entry, appointment.bufferBeforeMin, appointment.bufferAfterMin);
}

function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** The entries with one of them at another place, as while it is moved by keyboard. */
export function withGrabbed(
  entries: CalendarEntry[],
  grabbed: { id: string; place: Place } | null,
  move: (entry: CalendarEntry, place: Place) => CalendarEntry,
): CalendarEntry[] {
  if (!grabbed) return entries;
  return entries.map((entry) =>
    entry.id === grabbed.id ? { ...move(entry, grabbed.place), grabbed: true } : entry,
  );
}
