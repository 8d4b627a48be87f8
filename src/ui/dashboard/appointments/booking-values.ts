import {
  instantOfWall,
  type Wall,
  wallAt,
  wallDate,
  wallMinute,
} from "#ui/dashboard/calendar/business-wall-time.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";
import { minuteOfClock } from "./clock-time.ts";

/** What a booking by hand starts from: the place in the calendar that was clicked, or a customer's record. */
export type BookingStart = {
  start?: Wall;
  serviceId?: string | undefined;
  staffId?: string | undefined;
  locationId?: string | undefined;
  customer?: { id: string; name: string };
};

export type BookingValues = {
  /** Chosen from the records; null: a new one by name. */
  customerId: string | null;
  name: string;
  email: string;
  phone: string;
  serviceId: string;
  staffId: string;
  locationId: string;
  date: string;
  time: string;
  notes: string;
  internalNotes: string;
  notify: boolean;
};

type Choices = {
  services: { id: string; staffIds: string[]; locationIds: string[] }[];
  staff: { id: string; locationIds: string[] }[];
  /** Wall time to propose where none was clicked. */
  now: Wall;
};

/** The form's first values: the clicked time and person, a service that this person performs. */
export function firstValues(start: BookingStart, { services, staff, now }: Choices): BookingValues {
  const { staffId, serviceId } = start;
  const service =
    services.find(({ id }) => id === serviceId) ??
    services.find(({ staffIds }) => (staffId ? staffIds.includes(staffId) : staffIds.length > 0));
  const person = staffId ?? service?.staffIds[0] ?? staff[0]?.id ?? "";
  const wall = start.start ?? nextQuarter(now);
  return {
    customerId: start.customer?.id ?? null,
    name: start.customer?.name ?? "",
    email: "",
    phone: "",
    serviceId: service?.id ?? "",
    staffId: person,
    locationId: start.locationId ?? locationFor(person, staff),
    date: wallDate(wall),
    time: wall.slice(11, 16),
    notes: "",
    internalNotes: "",
    notify: true,
  };
}

/** The location of a staff member, the first when there are several; empty when nobody is chosen. */
export function locationFor(staffId: string, staff: { id: string; locationIds: string[] }[]): string {
  return staff.find(({ id }) => id === staffId)?.locationIds[0] ?? "";
}

/** The next quarter of an hour; outside of the usual day (8:00 to 19:00), 9:00 of the day that comes. */
function nextQuarter(now: Wall): Wall {
  const minute = wallMinute(now);
  if (minute < 480) return wallAt(wallDate(now), 540);
  if (minute >= 1140) return wallAt(wallDate(now), 1440 + 540);
  return wallAt(wallDate(now), Math.ceil((minute + 1) / 15) * 15);
}

/** The chosen start as an instant, or null while the fields hold no time. */
export function startOf(
  { date, time }: Pick<BookingValues, "date" | "time">,
  timeZone: string,
): string | null {
  const minute = minuteOfClock(time);
  return minute === null || date === "" ? null : instantOfWall(wallAt(date, minute), timeZone);
}

/** What the form misses, by field, in the words of the person who fills it in. */
export function missingIn(values: BookingValues): Partial<Record<keyof BookingValues, string>> {
  const missing: Partial<Record<keyof BookingValues, string>> = {};
  if (!values.customerId && values.name.trim() === "") missing.name = "Enter the customer's name";
  if (values.serviceId === "") missing.serviceId = "Choose a service";
  if (values.staffId === "") missing.staffId = "Choose who does it";
  if (minuteOfClock(values.time) === null) missing.time = "Enter a time";
  return missing;
}

/** The request for `start`; the key makes sure that pressing twice books once. */
export function requestOf(
  values: BookingValues,
  start: string,
  idempotencyKey: string,
): Inputs["appointments"]["book"] {
  const { customerId, name, email, phone, serviceId, staffId, locationId, notes, internalNotes, notify } =
    values;
  return {
    serviceId,
    staffId,
    locationId: locationId || undefined,
    start,
    customer: customerId ? { id: customerId } : { name, email, phone },
    notes,
    internalNotes,
    notify,
    idempotencyKey,
  };
}
