"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useMemo } from "react";
import type { StaffMember } from "#modules/staff/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useCalendars } from "#ui/dashboard/data/use-catalog.ts";
import { dayWords } from "#ui/dashboard/schedule/hours-words.ts";
import { useWorkingHours } from "#ui/dashboard/schedule/use-working-hours.ts";
import { buffersOf, entryOfAppointment, entryOfSession } from "./appointment-entries.ts";
import { addDays, instantOfWall, wallAt } from "./business-wall-time.ts";
import {
  type CalendarColumn,
  type CalendarEntry,
  closedEntries,
  columnsWith,
  shownHours,
  type WorkingHours,
} from "./calendar-entry.ts";
import type { CalendarState } from "./use-calendar-state.ts";
import { useLiveAppointments } from "./use-live-appointments.ts";

const keepingUp = { placeholderData: keepPreviousData, refetchInterval: 60_000 };

const shownStatuses = ["pending", "confirmed", "completed", "no_show"] as const;

/** Everything the calendar shows for its dates: appointments and classes, who works when, and how much of the day to show. */
export function useCalendarData(state: CalendarState) {
  const business = useBusiness();
  const { timeZone, locale } = business;
  const staff = useShownStaff(state);
  const first = state.dates[0] ?? state.date;
  const last = state.dates.at(-1) ?? state.date;
  const span = {
    from: instantOfWall(wallAt(first, 0), timeZone),
    to: instantOfWall(wallAt(addDays(last, 1), 0), timeZone),
  };
  const query = trpc.appointments.list.useQuery(
    { ...span, statuses: [...shownStatuses], limit: 1000 },
    keepingUp,
  );
  const sessions = trpc.classes.listSessions.useQuery(span, keepingUp).data?.sessions;
  useLiveAppointments();
  const hours = useWorkingHours({ staff, dates: state.dates, locationId: state.locationId });
  const appointments = query.data?.appointments;
  const shown = useMemo(() => {
    const ids = new Set(staff.map(({ id }) => id));
    const words = { timeZone, locale, nameStaff: state.view === "week" && ids.size > 1 };
    const blocks: CalendarEntry[] = [];
    const buffers: CalendarEntry[] = [];
    const classes = (sessions ?? []).filter((session) => ids.has(session.staff.id));
    blocks.push(...classes.map((session) => entryOfSession(session, words)));
    const asOne = new Set(classes.map(({ id }) => id));
    for (const appointment of appointments ?? []) {
      const entry = entryOfAppointment(appointment, words);
      const isShown = columnsWith(entry).some((id) => id !== null && ids.has(id));
      if (!isShown || asOne.has(appointment.sessionId ?? "")) continue;
      blocks.push(entry);
      // In a week of several people a column is a day: nobody could tell whose buffer it is.
      if (!words.nameStaff) buffers.push(...buffersOf(entry, appointment));
    }
    return { blocks, buffers };
  }, [appointments, sessions, staff, timeZone, locale, state.view]);
  const columns = useMemo(
    () => columnsOf(staff, hours, { date: state.date, locale }),
    [staff, hours, state.date, locale],
  );
  const around = useMemo(() => shownHours(hours ?? [], shown.blocks), [hours, shown]);
  const closed = useMemo(() => (hours ? closedEntries(forView(hours, state)) : []), [hours, state]);
  return { query, appointments, sessions: sessions ?? [], staff, ...shown, columns, hours: around, closed };
}

function useShownStaff({ view, staffId, locationId }: CalendarState): StaffMember[] {
  const staff = useCalendars();
  return useMemo(() => {
    const here = locationId ? staff.filter(({ locationIds }) => locationIds.includes(locationId)) : staff;
    return view === "week" && staffId ? here.filter(({ id }) => id === staffId) : here;
  }, [staff, view, staffId, locationId]);
}

/** In the week the columns are days: hatched is when nobody of those shown works. */
function forView(hours: WorkingHours[], { view, dates }: CalendarState): WorkingHours[] {
  if (view === "day") return hours;
  return dates.map((date) => ({
    columnId: null,
    date,
    intervals: hours.filter((day) => day.date === date).flatMap((day) => day.intervals),
  }));
}

function columnsOf(
  staff: StaffMember[],
  hours: WorkingHours[] | null,
  { date, locale }: { date: string; locale: string },
): CalendarColumn[] {
  return staff.map(({ id, name, photoUrl, color }) => {
    const day = hours?.find((one) => one.columnId === id && one.date === date);
    return { id, name, photoUrl, color, hours: hours ? dayWords(day?.intervals ?? [], locale) : "" };
  });
}
