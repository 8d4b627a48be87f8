"use client";

import { Skeleton } from "@mantine/core";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { formatDateOnly, formatMinuteOfDay } from "#kernel/time/format-time.ts";
import { wallTimeOf } from "#kernel/time/wall-time.ts";
import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";
import { useMoveAppointment } from "#ui/dashboard/appointments/use-move-appointment.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { presentMinute, subscribeToMinutes } from "#ui/dashboard/frame/present.ts";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { EmptyState, ErrorState } from "#ui/dashboard/parts/states.tsx";
import { withGrabbed } from "./appointment-entries.ts";
import { firstDayOfWeek, instantOfWall, offsetText, wallMinute } from "./business-wall-time.ts";
import { type CalendarEntry, collisionAt, type Place, type ShownHours } from "./calendar-entry.ts";
import classes from "./calendar-page.module.css";
import { CalendarToolbar } from "./calendar-toolbar.tsx";
import { EventCalendar } from "./event-calendar.tsx";
import { useCalendarData } from "./use-calendar-data.ts";
import { type CalendarState, useCalendarState } from "./use-calendar-state.ts";
import { entryAt, useKeyboardMove } from "./use-keyboard-move.ts";

const loadSessionDrawer = async () =>
  (await import("#ui/dashboard/classes/session-drawer.tsx")).SessionDrawer;

export function CalendarPage() {
  const [state, change] = useCalendarState();
  const data = useCalendarData(state);
  const seesAll = useMay("calendar.all");
  const { query } = data;
  return (
    <div className={classes.page}>
      <CalendarToolbar state={state} change={change} />
      <div className={classes.grid}>
        {query.isPending ? <CalendarSkeleton /> : null}
        {query.isError && !query.data ? (
          <div className={classes.center}>
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          </div>
        ) : null}
        {query.data && data.staff.length === 0 ? (
          <div className={classes.center}>
            <EmptyState
              picture="people"
              text={
                seesAll
                  ? "Nobody to show here yet. Add a staff member to see their days."
                  : "You have no calendar of your own here. Somebody who runs the team can give you one."
              }
            />
          </div>
        ) : null}
        {query.data && data.staff.length > 0 ? <Grid state={state} data={data} /> : null}
      </div>
    </div>
  );
}

type GridProps = { state: CalendarState; data: ReturnType<typeof useCalendarData> };

function Grid({ state, data }: GridProps) {
  const business = useBusiness();
  const { openAppointment, openBooking } = useDrawers();
  const { columns, blocks, buffers, closed, hours, sessions } = data;
  const [session, openSession] = useState<string | null>(null);
  const { refusal, onMove } = useMoves(state, data);
  const keyboard = useKeyboardMove({ view: state.view, columns, locale: business.locale, refusal, onMove });
  const entries = useMemo(
    () => [...closed, ...buffers, ...withGrabbed(blocks, keyboard.grabbed, entryAt)],
    [closed, buffers, blocks, keyboard.grabbed],
  );
  const zoneOffset = useZoneOffset(business);
  const scrollTo = useScrollTarget(state, business, hours);
  const label = `Calendar, ${formatDateOnly(state.date, business.locale)}. Arrow keys move the appointment in focus, Enter opens it.`;
  return (
    <>
      <EventCalendar
        view={state.view}
        date={state.date}
        locale={business.locale}
        zoneOffset={zoneOffset}
        firstDay={firstDayOfWeek(business.locale)}
        columns={columns}
        entries={entries}
        hours={hours}
        scrollTo={scrollTo}
        label={label}
        onOpen={(id) => (sessions.some((one) => one.id === id) ? openSession(id) : openAppointment(id))}
        onPick={({ start, columnId }) =>
          openBooking({
            start,
            staffId: columnId ?? state.staffId ?? undefined,
            locationId: state.locationId ?? undefined,
          })
        }
        onMove={onMove}
        refusal={refusal}
        onEntryKey={keyboard.onEntryKey}
      />
      <DrawerOnDemand
        title="Class"
        opened={session !== null}
        onClose={() => openSession(null)}
        load={loadSessionDrawer}
      >
        {(SessionDrawer) => (
          <SessionDrawer id={session} sessions={sessions} onClose={() => openSession(null)} />
        )}
      </DrawerOnDemand>
      <div className={classes.hidden} role="status" aria-live="assertive">
        {keyboard.announcement}
      </div>
    </>
  );
}

/** What a drag or an arrow key may do, and what it does. */
function useMoves(state: CalendarState, { blocks, appointments, columns }: GridProps["data"]) {
  const { timeZone, locale } = useBusiness();
  const { move } = useMoveAppointment();
  const refusal = useCallback(
    (id: string, place: Place) => {
      const entry = blocks.find((block) => block.id === id);
      const other = entry && collisionAt(entry, place, blocks);
      return other
        ? takenWords(other, columns.find((column) => column.id === other.columnId)?.name, locale)
        : null;
    },
    [blocks, columns, locale],
  );
  const onMove = useCallback(
    (id: string, place: Place) => {
      const appointment = appointments?.find((one) => one.id === id);
      if (!appointment) return;
      const staffId = state.view === "day" ? (place.columnId ?? appointment.staff.id) : appointment.staff.id;
      void move(appointment, { id, start: instantOfWall(place.start, timeZone), staffId, notify: true });
    },
    [appointments, move, state.view, timeZone],
  );
  return { refusal, onMove };
}

function takenWords(other: CalendarEntry, staffName: string | undefined, locale: string): string {
  const from = formatMinuteOfDay(wallMinute(other.start), locale);
  const until = formatMinuteOfDay(wallMinute(other.end), locale);
  return `${staffName ?? "The staff member"} has ${other.title} from ${from} to ${until}.`;
}

function useZoneOffset({ timeZone }: ReadBusinessOutput): string {
  const minute = useSyncExternalStore(subscribeToMinutes, presentMinute, presentMinute);
  return offsetText(timeZone, minute * 60_000);
}

/** Opens an hour before the present today, and at the first working hour on other days. */
function useScrollTarget(state: CalendarState, { timeZone }: ReadBusinessOutput, hours: ShownHours): number {
  return useMemo(() => {
    if (!state.dates.includes(state.today)) return hours.from + 60;
    const now = wallTimeOf(presentMinute(), timeZone).minute;
    return Math.max(hours.from, Math.floor(now / 60) * 60 - 60);
  }, [state.dates, state.today, timeZone, hours]);
}

function CalendarSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label="Loading the calendar">
      {["a", "b", "c", "d"].map((column, index) => (
        <div className={classes.skeletonColumn} key={column}>
          <Skeleton height={40} />
          <Skeleton height={72} mt={index * 24} />
          <Skeleton height={108} />
          <Skeleton height={54} />
        </div>
      ))}
    </div>
  );
}
