"use client";

import { useMemo, useRef } from "react";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import type { WorkingHours } from "#ui/dashboard/calendar/calendar-entry.ts";
import { type Inputs, trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { workingDay } from "./working-day.ts";

type Scope = Inputs["schedule"]["read"];
type Shown = { staff: StaffMember[]; dates: string[]; locationId: string | null };

/** When each of `staff` works on each of `dates` (at one location, or at any); null until all schedules are there. */
export function useWorkingHours({ staff, dates, locationId }: Shown): WorkingHours[] | null {
  const { locations } = useBusiness();
  const scopes = useMemo(() => scopesOf(staff, locations), [staff, locations]);
  const schedules = useSchedules(scopes);
  return useMemo(() => {
    const business = schedules?.get(keyOf({}));
    if (!business) return null;
    return staff.flatMap((person) => {
      const own = schedules?.get(keyOf({ staffId: person.id }));
      if (!own) return [];
      const places = person.locationIds
        .filter((id) => locationId === null || id === locationId)
        .flatMap((id) => {
          const place = schedules?.get(keyOf({ locationId: id }));
          const there = schedules?.get(keyOf({ staffId: person.id, locationId: id }));
          return place && there ? { own: there, place } : [];
        });
      return dates.map((date) => ({
        columnId: person.id,
        date,
        intervals: workingDay(date, { own, places, business }),
      }));
    });
  }, [staff, dates, locationId, schedules]);
}

/** The business, each place, each person, and each person at each of their places. */
function scopesOf(staff: StaffMember[], locations: { id: string }[]): Scope[] {
  return [
    {},
    ...locations.map(({ id }) => ({ locationId: id })),
    ...staff.flatMap(({ id, locationIds }) => [
      { staffId: id },
      ...locationIds.map((locationId) => ({ staffId: id, locationId })),
    ]),
  ];
}

function keyOf({ staffId = "", locationId = "" }: Scope): string {
  return `${staffId}/${locationId}`;
}

type Known = { scopes: Scope[]; answers: (ScheduleView | undefined)[]; map: Map<string, ScheduleView> };

/** Schedules by scope; they travel in one request. Null until all are there; the same map until one changes. */
function useSchedules(scopes: Scope[]): Map<string, ScheduleView> | null {
  const queries = trpc.useQueries((t) =>
    scopes.map((scope) => t.schedule.read(scope, { staleTime: 30_000 })),
  );
  const answers = queries.map(({ data }) => data);
  const known = useRef<Known>(null);
  if (answers.some((answer) => !answer)) return null;
  const before = known.current;
  const same =
    before?.scopes === scopes && answers.every((answer, index) => answer === before.answers[index]);
  if (!same) known.current = { scopes, answers, map: byScope(scopes, answers) };
  return known.current?.map ?? null;
}

function byScope(scopes: Scope[], answers: (ScheduleView | undefined)[]): Map<string, ScheduleView> {
  const found = new Map<string, ScheduleView>();
  scopes.forEach((scope, index) => {
    const answer = answers[index];
    if (answer) found.set(keyOf(scope), answer);
  });
  return found;
}
