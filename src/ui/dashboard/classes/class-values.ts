import { formatClock } from "#kernel/time/format-time.ts";
import { isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import type { ClassSchedule, ClassSession } from "#modules/classes/schema.ts";
import { minuteOfClock } from "#ui/dashboard/appointments/clock-time.ts";
import { instantOfWall, wallAt } from "#ui/dashboard/calendar/business-wall-time.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";

/** What every date of a class has. */
export type ClassTerms = {
  serviceId: string;
  staffId: string;
  locationId: string;
  /** `HH:MM`. */
  time: string;
  /** Null: the service's. */
  capacity: number | null;
};

export type ScheduleValues = ClassTerms & {
  weekday: number;
  everyWeeks: number;
  dateFrom: string;
  dateTo: string | null;
};

export type SessionValues = ClassTerms & { date: string; notify: boolean };

type Choice = { id: string; staffIds: string[] };
type Place = { id: string; locationIds: string[] };

/** Terms of the first class there is, with the first person who gives it. */
function firstTerms(services: readonly Choice[], staff: readonly Place[]): ClassTerms {
  const [service] = services;
  return { ...choicesFor(service, staff), serviceId: service?.id ?? "", time: "18:00", capacity: null };
}

/** Who gives a class, and where: the first that can be. */
export function choicesFor(
  service: Choice | undefined,
  staff: readonly Place[],
): Pick<ClassTerms, "staffId" | "locationId"> {
  const person = staff.find(({ id }) => service?.staffIds.includes(id));
  return { staffId: person?.id ?? "", locationId: person?.locationIds[0] ?? "" };
}

type Known = { services: readonly Choice[]; staff: readonly Place[]; today: string };

/** A new one begins today, on today's weekday. */
export function scheduleValues(schedule: ClassSchedule | null, known: Known): ScheduleValues {
  if (!schedule) {
    const weekday = isoWeekday(parseLocalDate(known.today));
    const standing = { weekday, everyWeeks: 1, dateFrom: known.today, dateTo: null };
    return { ...firstTerms(known.services, known.staff), ...standing };
  }
  const { service, staff, location, startMinute, weekday, everyWeeks, dateFrom, dateTo, capacity } = schedule;
  const terms = { serviceId: service.id, staffId: staff.id, locationId: location.id, capacity };
  return { ...terms, time: formatClock(startMinute), weekday, everyWeeks, dateFrom, dateTo };
}

export function sessionValues(session: ClassSession | null, known: Known): SessionValues {
  if (!session) {
    return { ...firstTerms(known.services, known.staff), date: known.today, notify: true };
  }
  const { service, staff, location, wallStart, capacity } = session;
  return {
    ...{ serviceId: service.id, staffId: staff.id, locationId: location.id, capacity },
    ...{ date: wallStart.slice(0, 10), time: wallStart.slice(11, 16), notify: true },
  };
}

/** What a form misses, by field, in the words of the person who fills it in. */
export function missingTerms(values: ClassTerms): Partial<Record<keyof ClassTerms, string>> {
  return {
    ...(values.serviceId === "" && { serviceId: "Choose a class" }),
    ...(values.staffId === "" && { staffId: "Choose who gives it" }),
    ...(values.locationId === "" && { locationId: "Choose where it is" }),
    ...(minuteOfClock(values.time) === null && { time: "Enter a time" }),
  };
}

/** Requests expect values in which nothing is missing. */
export function scheduleRequest(
  id: string | undefined,
  values: ScheduleValues,
): Inputs["classes"]["saveSchedule"] {
  const { time, ...rest } = values;
  return { ...rest, id, startMinute: minuteOfClock(time) ?? 0 };
}

export function addRequest({
  time,
  capacity,
  notify: _,
  ...rest
}: SessionValues): Inputs["classes"]["addSession"] {
  return { ...rest, startMinute: minuteOfClock(time) ?? 0, ...(capacity !== null && { capacity }) };
}

/** What differs from the session as it is; its time is by the clocks of the place it will be at. */
export function changeRequest(
  session: ClassSession,
  values: SessionValues,
  timeZone: string,
): Inputs["classes"]["changeSession"] {
  const wall = wallAt(values.date, minuteOfClock(values.time) ?? 0);
  const isMoved = wall.slice(0, 16) !== session.wallStart.slice(0, 16) || timeZone !== session.timeZone;
  return {
    id: session.id,
    notify: values.notify,
    ...(isMoved && { start: instantOfWall(wall, timeZone) }),
    ...(values.staffId !== session.staff.id && { staffId: values.staffId }),
    ...(values.locationId !== session.location.id && { locationId: values.locationId }),
    ...(values.capacity !== null && values.capacity !== session.capacity && { capacity: values.capacity }),
  };
}
