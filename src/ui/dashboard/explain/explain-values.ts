import { formatClock } from "#kernel/time/format-time.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { toAllEpochMinutes, toEpochMinutes } from "#kernel/time/wall-time.ts";
import { minuteOfClock } from "#ui/dashboard/appointments/clock-time.ts";
import { type Wall, wallDate, wallMinute } from "#ui/dashboard/calendar/business-wall-time.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";

/** What a question starts from: the place in the calendar that was clicked, or a booking that was begun. */
export type ExplainStart = {
  start?: Wall;
  serviceId?: string | undefined;
  staffId?: string | undefined;
  locationId?: string | undefined;
  ignoreAppointmentId?: string | undefined;
};

export type ExplainValues = {
  serviceId: string;
  /** Empty: anybody. */
  staffId: string;
  /** Empty: any location. */
  locationId: string;
  date: string;
  time: string;
  /** Of a time that exists twice: the second one. */
  later: boolean;
  /** When the customer looked; empty: the page's own choice. */
  askedDate: string;
  askedTime: string;
};

type Choices = { services: { id: string; staffIds: string[] }[]; now: Wall };

/** The form's first values: the clicked time, and a service that the person of that column gives. */
export function firstQuestion(start: ExplainStart, { services, now }: Choices): ExplainValues {
  const { staffId = "" } = start;
  const service = services.find(({ staffIds }) => staffId === "" || staffIds.includes(staffId));
  const wall = start.start ?? now;
  return {
    serviceId: start.serviceId ?? service?.id ?? services[0]?.id ?? "",
    staffId,
    locationId: start.locationId ?? "",
    date: wallDate(wall),
    time: formatClock(wallMinute(wall)),
    later: false,
    askedDate: "",
    askedTime: "",
  };
}

/** Whether clocks in `zone` show the chosen time twice: then it must be said which one is meant. */
export function existsTwice({ date, time }: Pick<ExplainValues, "date" | "time">, zone: string): boolean {
  const minute = minuteOfClock(time);
  return minute !== null && date !== "" && toAllEpochMinutes({ date, minute }, zone).length > 1;
}

/** The question for the server, or null while the fields hold none. */
export function questionOf(
  values: ExplainValues,
  { timeZone, ignoreAppointmentId }: { timeZone: string; ignoreAppointmentId?: string | undefined },
): Inputs["explain"]["time"] | null {
  const { serviceId, staffId, locationId, date, time, later } = values;
  if (serviceId === "" || date === "" || minuteOfClock(time) === null) return null;
  return {
    serviceId,
    staffId: staffId || undefined,
    locationId: locationId || undefined,
    start: { date, time: time.slice(0, 5), timeZone, later },
    askedAt: askedAt(values, timeZone),
    ignoreAppointmentId,
  };
}

function askedAt({ askedDate, askedTime }: ExplainValues, timeZone: string): string | undefined {
  const minute = minuteOfClock(askedTime);
  if (askedDate === "" || minute === null) return undefined;
  return formatInstant(toEpochMinutes({ date: askedDate, minute }, timeZone));
}
